import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import { temporaryDir } from '../support/stores.ts';
import { expectStraight, Hotline, type Seat, until } from './driver.tsx';

/** What the program handed to the terminal's clipboard last. */
const copied = (seat: Seat): string => {
  const sent = [...seat.screen.raw.matchAll(/\x1b\]52;c;([^\x07]+)\x07/g)].at(-1)?.[1] ?? '';
  return Buffer.from(sent, 'base64').toString('utf8');
};

/** The row of the list that is selected. */
const selected = (seat: Seat): string => seat.screen.lines().find((line) => line.includes('▸')) ?? '';

const selects = (seat: Seat, text: string): Promise<void> =>
  until(
    () => selected(seat).includes(text),
    () => `does not select ${text}:\n${seat.text()}`,
  );

interface Matter {
  readonly name: string;
  readonly question: string;
  readonly unit?: string;
  readonly open?: true;
}

/** A person works through some matters by plain commands, and then sits down. */
const worked = async (line: Hotline, client: HubClient, matters: readonly Matter[]): Promise<string[]> => {
  const numbers: string[] = [];
  for (const { name, question, unit, open } of matters) {
    const { call, ticket } = await line.calls(name, question);
    numbers.push(ticket.number);
    await client.call('calls.take', { params: { id: call.id }, body: {} });
    const params = { number: ticket.number };
    if (open) {
      await client.call('calls.end', { params: { id: call.id }, body: {} });
      await client.call('calls.end', { params: { id: call.id }, body: {} });
    } else if (unit) {
      await client.call('tickets.dispatch', { params, body: { unit, reason: '材料三周没有进度' } });
    } else {
      await client.call('tickets.close', { params, body: { category: '咨询', answer: '登录单位网厅办理' } });
    }
  }
  return numbers;
};

const matters: readonly Matter[] = [
  { name: '赵女士', question: '缴交结算怎么做' },
  { name: '孙先生', question: '贷款材料没有消息', unit: '贷款管理处' },
  { name: '欧阳先生', question: '租房提取一年几次' },
  { name: '周女士', question: '租房合同要不要备案' },
  { name: '安先生', question: '离职以后怎么提取', open: true },
];

it('filters, sorts, finds, opens and walks tickets, and finds the list as it was left', async () => {
  const line = await Hotline.open();
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  await worked(line, client, matters);
  const knowledge = line.knowledgeIn(await temporaryDir());
  const options = { client, language: 'zh-CN', mode: 'hub', color: false, knowledge } as const;
  const seat = line.seatOf(options, { columns: 120, rows: 36 });
  await seat.sees('没有等待的来电');
  seat.press('F6');
  await seat.sees('[全部 5]', '未办结 1', '已转派 1', '逾期 0', '已办结 3', '按状态▲', '状态▲');
  await selects(seat, '安先生');
  seat.press('Shift-Tab');
  await seat.sees('[已办结 3]', '符合 3 · 共 5');
  await seat.seesNo('安先生', '孙先生');
  seat.press('Ctrl-O');
  await seat.sees('按时间▼', '受理时间▼');
  await selects(seat, '周女士');
  seat.press('Ctrl-P');
  await seat.sees('今天 · 按时间▼');

  // By pinyin initials, with the caret where the input method opens its window.
  seat.press('Ctrl-F');
  await seat.sees('工单号、姓名、问题');
  seat.types('zf');
  await seat.sees('查找 zf', '符合 2 · 共 5');
  await seat.seesNo('赵女士');
  const row = seat.screen.lines().findIndex((text) => text.includes('查找 zf'));
  await until(
    () => seat.screen.cursor().y === row && seat.screen.cursor().x === 2 + ' 查找 zf'.length + 2,
    () => `${JSON.stringify(seat.screen.cursor())}\n${seat.text()}`,
  );
  seat.press('Down');
  await selects(seat, '欧阳先生');
  seat.press('Enter');
  await seat.sees('2 / 2', '经过', '接听');
  seat.press('Left');
  await seat.sees('1 / 2', '租房合同要不要备案');
  seat.press('Right');
  await seat.sees('2 / 2');
  seat.press('Esc');
  await seat.sees('符合 2 · 共 5', '查找 zf', '已办结');
  await selects(seat, '欧阳先生');
  // The list as it was, from another screen too.
  seat.press('F2');
  await seat.sees('没有等待的来电');
  seat.press('F6');
  await seat.sees('查找 zf', '今天 · 按时间▼');
  await selects(seat, '欧阳先生');
  seat.press('Esc');
  await seat.sees('符合 3 · 共 5');
  await seat.seesNo('查找 zf');
  expectStraight(seat);

  // What happens elsewhere is told at once, and the cursor stays where it is.
  await selects(seat, '欧阳先生');
  await worked(line, client, [{ name: '吴先生', question: '新的一件' }]);
  await seat.sees('吴先生', '符合 4 · 共 6');
  await selects(seat, '欧阳先生');
  seat.press('Ctrl-C', 'Ctrl-C');
  await seat.leaves();

  const again = line.seatOf(
    { ...options, client: line.clientOf(await line.newTokenFor('李敏')) },
    { columns: 80, rows: 24 },
  );
  await again.sees('没有等待的来电');
  again.press('F6');
  await again.sees('[已办结]', '今天 · 按时间▼', '符合 4 · 共 6');
  again.press('Ctrl-P');
  await again.sees('本周 · 按时间▼');
  again.press('Ctrl-P', 'Tab');
  await again.sees('[全部 6]');
  expectStraight(again);
  // How the list was left lies on disk; what was looked for in it, and whom it showed, does not.
  const kept = readFileSync(path.join(knowledge!.dir!, 'lists.json'), 'utf8');
  expect(kept).toContain('"newest"');
  for (const name of readdirSync(knowledge!.dir!)) {
    const file = path.join(knowledge!.dir!, name);
    if (!statSync(file).isFile()) continue;
    for (const secret of ['zf', '欧阳', '租房提取一年几次'])
      expect(readFileSync(file, 'utf8'), name).not.toContain(`"${secret}`);
  }
});

it('marks tickets, copies them and writes them to a file', async () => {
  const line = await Hotline.open();
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const formula = { ...matters[1]!, question: '=HYPERLINK("http://evil.test","点这里")' };
  const numbers = await worked(line, client, matters.with(1, formula));
  const dir = await temporaryDir();
  const seat = line.seatOf(
    { client, language: 'zh-CN', mode: 'hub', color: false, knowledge: line.knowledgeIn(await temporaryDir()) },
    { columns: 80, rows: 24 },
  );
  await seat.sees('没有等待的来电');
  seat.press('F6');
  await selects(seat, '安先生');
  // Without a mark it is the selected one.
  seat.press('Ctrl-Y');
  await seat.sees('已复制 1 个工单号');
  expect(copied(seat)).toBe(numbers[4]);
  seat.press('Ctrl-T');
  await seat.sees('已标 1');
  await selects(seat, '孙先生');
  seat.press(' ');
  await seat.sees('已标 2', ' * → 已转派');
  seat.press('Ctrl-Y');
  await seat.sees('已复制 2 个工单号');
  expect(copied(seat).split('\n')).toEqual([numbers[4], numbers[1]]);
  seat.press('Ctrl-R');
  await seat.sees('已复制 2 张工单的表格');
  const table = copied(seat)
    .split('\n')
    .map((row) => row.split('\t'));
  expect(table.map((cells) => cells[3])).toEqual(['姓名', '安先生', '孙先生']);
  expect(table[1]![4]).toBe('138****1000');
  expect(table[2]![5]).toBe(`'${formula.question}`);
  seat.press('Ctrl-A');
  await seat.sees('已标 5');
  seat.press('Ctrl-E');
  await seat.sees('导出 5 张工单', '电话已遮盖', '~/tickets-');
  const file = path.join(dir, '工单.csv');
  seat.press('Alt-A');
  seat.types(file);
  seat.press('Enter');
  await seat.sees('已导出 5 张工单');
  const written = readFileSync(file, 'utf8');
  expect(written.split('\r\n').length).toBe(7);
  expect(written).toContain('138****1000');
  expect(written).not.toContain('13800001000');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // Never over a file that is there.
  seat.press('Ctrl-E');
  // The form's own words: its title stands in what was said of the export before.
  await seat.sees('导出 5 张工单', '~/tickets-');
  seat.press('Alt-A');
  seat.types(file);
  seat.press('Enter');
  await seat.sees('换一个名字');
  expect(readFileSync(file, 'utf8')).toBe(written);
  seat.press('Esc');
  await seat.seesNo('换一个名字');
  seat.press('Esc');
  await seat.seesNo('已标');
  expectStraight(seat);
});

it('reads all tickets of the line for a supervisor, page by page behind the first', async () => {
  const line = await Hotline.open();
  const count = 720;
  for (let place = 0; place < count; place += 20) {
    const names = Array.from({ length: 20 }, (_, at) => (place + at === 0 ? '最早的人' : '王先生'));
    await Promise.all(names.map((name, at) => line.calls(name, `第 ${place + at} 件`)));
  }
  const seat = await line.seat('班长', { role: 'supervisor', skills: [], columns: 80 });
  await seat.sees(`等待 ${count}`);
  seat.press('F6');
  await seat.sees(' 工单 ', '还在读…');
  await seat.sees(`未办结 ${count} · 共 ${count}`);
  await seat.seesNo('还在读');
  seat.press('Ctrl-F');
  seat.types('zzdr');
  await seat.sees('▸', '最早的人', `符合 1 · 共 ${count}`);
  seat.press('Esc');
  await seat.seesNo('最早的人');
  seat.press('Esc');
  await seat.sees('Ctrl-F 查找');
  seat.press('End');
  await until(
    () => seat.screen.lines().some((text) => text.includes('▸')),
    () => seat.text(),
  );
  expectStraight(seat);
});
