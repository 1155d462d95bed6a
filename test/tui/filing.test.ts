import path from 'node:path';
import { expect, it } from 'vitest';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { Hotline, type Seat, until } from './driver.tsx';

const shipped = () => readSnapshot(path.resolve('kb-cache'));
const rowOf = (seat: Seat, text: string): number => seat.screen.lines().findLastIndex((line) => line.includes(text));
const progress = '贷款材料交了三周了一直没消息,开发商催放款,想知道卡在哪一步';

it('files a ticket under what the question is about, and the expert corrects it without typing', async () => {
  const line = await Hotline.open({}, await shipped());
  const { ticket } = await line.calls('李先生', progress);
  const seat = await line.seat('李敏', { columns: 120, rows: 36 });
  await seat.sees('李先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '求助 · 贷款审批进度查询');
  seat.types('已查');
  await seat.sees('已查');
  seat.press('F9');
  await seat.sees('办结工单', '[求助]', '[贷款审批进度查询]');
  // No article is cited, so there is no text for the telephone to choose.
  await seat.seesNo('短信');
  seat.press('Down', 'Right', 'Right');
  await seat.seesNo('[贷款审批进度查询]');
  seat.press('Left', 'Left');
  await seat.sees('[贷款审批进度查询]');
  // There are many: how many, and that there are more on either side.
  seat.types('租房提取');
  await until(
    () => /… ?.*\[[^\]]*租房提取[^\]]*\].*… +← → \d+\/\d\d/.test(seat.text()),
    () => seat.text(),
  );
  seat.types('审批进度');
  await seat.sees('[贷款审批进度查询]');
  seat.press('Up', 'Right', 'Enter');
  await seat.sees(ticket.number, '已办结');
  const { ticket: closed } = await line.ticket(ticket.number);
  expect(closed).toMatchObject({ category: '咨询', topic: 'gjj.ln.progress', sms: null, articles: [] });
});

it('offers the text for the telephone as soon as an article is cited, also in a form that was opened before', async () => {
  const line = await Hotline.open({}, await shipped());
  const { ticket } = await line.calls('李先生', progress);
  const seat = await line.seat('李敏', { columns: 120, rows: 36 });
  await seat.sees('李先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '简答');
  seat.types('先查一下');
  await seat.sees('先查一下');
  seat.press('F9');
  await seat.sees('办结工单');
  seat.press('Esc');
  await seat.seesNo('办结工单 ·');
  seat.press('Ctrl-Y');
  await seat.sees('并引用');
  seat.press('F9');
  await seat.sees('办结工单', '短信');
  const row = rowOf(seat, '类别');
  seat.press('Down', 'Down', 'Right');
  await seat.sees('[不发]', '短信：不发');
  // What is above the fields keeps its place.
  expect(rowOf(seat, '类别')).toBe(row);
  seat.press('Left', 'Enter');
  await seat.sees(ticket.number, '已办结');
  const { ticket: closed } = await line.ticket(ticket.number);
  expect(closed.articles).toHaveLength(1);
  expect(closed.sms).toContain('济南住房公积金中心');
  // What was begun by hand is not spoken to again.
  expect(closed.answer).not.toContain('您好');
});

it('dispatches to where orders on this topic went before, with the deadline in view', async () => {
  const line = await Hotline.open({}, await shipped());
  const first = await line.calls('李先生', progress, { priority: 'urgent' });
  const second = await line.calls('王先生', progress);
  const seat = await line.seat('李敏', { columns: 120, rows: 36 });
  await seat.sees('李先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '求助 · 贷款审批进度查询');
  seat.press('F10');
  await seat.sees('转派工单 · 李先生', '[济南住房公积金中心]', '[紧急]', '现在转派，期限');
  seat.types('超过承诺时限，请核实');
  seat.press('Shift-Tab', 'Left', 'Tab');
  // Nothing is sent while the unit has no name.
  seat.press('Ctrl-G');
  await seat.sees('单位名称', '✗');
  seat.types('贷款审批处');
  seat.press('Enter');
  await seat.sees('已转派给贷款审批处');
  seat.press('Ctrl-N');
  await seat.sees('已接听 王先生');
  seat.press('F10');
  await seat.sees('转派工单 · 王先生', '[贷款审批处]', '[一般]');
  seat.types('同样的情况');
  seat.press('Tab');
  await seat.sees('同样的情况');
  seat.press('Enter');
  await seat.sees('已转派给贷款审批处');
  expect((await line.ticket(first.ticket.number)).ticket).toMatchObject({
    unit: '贷款审批处',
    urgency: 'urgent',
    category: '求助',
    topic: 'gjj.ln.progress',
  });
  expect((await line.ticket(second.ticket.number)).ticket).toMatchObject({ unit: '贷款审批处', urgency: 'normal' });
});
