import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/kb/parse-policy.ts';
import { runSum } from '../../src/kb/sums/run-sum.ts';
import { sumForms } from '../../src/kb/sums/sum-forms.ts';
import { sumDigit } from '../../src/tui/actions/sum-actions.ts';
import { findOffers } from '../../src/tui/palette/offers.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { loadReadSounds } from '../../src/tui/text/load-sounding.ts';
import { dayOf } from '../../src/tui/text/time.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { Hotline, type Seat, until } from './driver.tsx';
import { asked, fieldOrder, figured, policyText } from './sums-support.ts';

/** What the program handed to the terminal's clipboard last. */
const copied = (seat: Seat): string => {
  const found = [...seat.screen.raw.matchAll(/\x1b\]52;c;([A-Za-z0-9+/=]*)\x07/g)].at(-1);
  return found ? Buffer.from(found[1]!, 'base64').toString() : '';
};

it('works out what prepaying saves, puts it into the answer on a line of its own, and closes with it', async () => {
  const line = await Hotline.open({}, figured);
  const { ticket } = await line.calls('吴先生', '贷了六十万二十年，还了三年，现在有二十万想提前还，能省多少', {
    topic: 'gjj.ln.prepay',
  });
  const seat = await line.seat();
  await seat.sees('吴先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('您好，');
  seat.press('Alt-C');
  // In the order of their digits, on what fits the call best.
  await seat.sees('算一算 · 吴先生', '▸ 2  提前还款', '与来电主题相符', '0  提前提取的代价');
  expect(seat.text()).toMatch(/1 {2}贷款月供.*2 {2}提前还款.*3 {2}还款比较.*5 {2}利率调整.*与来电主题相符.*0 {2}提前/s);
  seat.press('Enter');
  await seat.sees('提前还款 · 吴先生', '▸ 贷款本金（原来或剩余）', '必填，如 60万', 'Enter 下一项', '还要填：');
  seat.types('６０万');
  seat.press('Enter');
  await seat.sees('▸ 贷款年限（原来或剩余）', '必填，如 20');
  // The result is there as soon as what was typed suffices, and follows every key.
  seat.types('20');
  await seat.sees('Enter 下一项', 'Ctrl-G 看结果', '结果 · 提前还款', '结清', 'Ctrl-Y 写入答复');
  // Nothing is missing, and there are fields yet: Enter goes on to them.
  seat.press('Enter');
  await seat.sees('▸ 已还期数');
  seat.types('36');
  seat.press('Down');
  seat.types('20万');
  await seat.sees('剩余本金528,615.14元，提前还20万元', '82,616.96元');
  // From any field; who reads it has the room of the form too.
  seat.press('Ctrl-G');
  await seat.sees('缩短年限  3,208.73   116', 'Enter 写入答复');
  expect(seat.text()).not.toContain('▸ 提前还多少');
  seat.press('PgDn');
  await seat.sees('2025-05-08 起', '公积金贷款');
  seat.press('Esc');
  await seat.sees('▸ 提前还多少', '20万');
  seat.press('Ctrl-G');
  await seat.sees('缩短年限  3,208.73');
  seat.press('Enter');
  await seat.sees('已把提前还款的结果写入吴先生的答复');
  await seat.seesNo('结果 · 提前还款');
  // The answer has the keys.
  seat.types('谢谢。');
  await seat.sees('146 字');
  // Reckoned back at one rate, for nobody said when it was paid out: which is said.
  await seat.sees('剩余本金528,615.14元', '以合同余额为');

  // It is as it was left, and marked in the list.
  seat.press('Alt-C');
  await seat.sees('已填过');
  seat.press('2');
  await seat.sees('▸ 贷款本金（原来或剩余）  ６０万', '已还期数                36', '20万');
  seat.press('Esc');
  await seat.seesNo('结果 · 提前还款');

  seat.press('F9');
  await seat.sees('办结工单 · 吴先生');
  seat.press('Enter', 'Enter');
  await seat.sees(`工单 ${ticket.number} 已办结`);
  expect((await line.ticket(ticket.number)).ticket.answer).toMatch(
    /^您好，\n剩余本金528,615\.14元，提前还20万元。缩短年限：.*省利息47,658\.25元。剩余本金按.*以合同余额为准。谢谢。$/,
  );
});

it('goes to the result behind the last field, and takes what is typed there back to it', async () => {
  const line = await Hotline.open({}, figured);
  await line.calls('吴先生', '想提前还款', { topic: 'gjj.ln.prepay' });
  const seat = await line.seat();
  await seat.sees('吴先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Alt-C', 'Enter');
  await seat.sees('▸ 贷款本金（原来或剩余）');
  for (const text of ['50万', '20', '36']) {
    seat.types(text);
    seat.press('Enter');
  }
  await seat.sees('▸ 提前还多少', '已还期数                36', 'Enter 下一项');
  seat.press('Ctrl-G');
  await seat.sees('Enter 写入答复');
  // Nothing typed gets lost: the field that was left last has it, key by key and as a whole.
  seat.types('1');
  await seat.sees('▸ 提前还多少', 'Enter 下一项');
  seat.types('0万');
  await seat.sees('10万', '提前还10万元');
  seat.press('Ctrl-G');
  await seat.sees('Enter 写入答复');
  seat.pastes('000');
  await seat.sees('▸ 提前还多少', '10万000');
  seat.press('Backspace', 'Backspace', 'Backspace');
  await seat.sees('提前还10万元');
  // A choice that was left takes it as it does when it has the keys.
  seat.press('Tab', 'Tab', 'Tab');
  await seat.sees('▸ 还后怎么变');
  seat.press('Ctrl-G');
  await seat.sees('Enter 写入答复');
  seat.types('缩短');
  await seat.sees('[缩短年限]');
  seat.press('Shift-Tab', 'Shift-Tab', 'Shift-Tab', 'Shift-Tab', 'Shift-Tab', 'Shift-Tab', 'Shift-Tab');
  await seat.sees('▸ 按哪天的规定', 'Enter 看结果');
  seat.press('Enter');
  await seat.sees('Enter 写入答复', 'Esc 改数字');
  seat.press('Enter');
  // An answer that is begun with it speaks to the caller.
  await seat.sees('已把提前还款的结果写入吴先生的答复', '吴先生您好。剩余本金');
});

it('marks what fits the likely topic where the front line gave none, and takes the reason from it', async () => {
  const line = await Hotline.open({}, figured);
  await line.calls('吴先生', '离职以后账户封存，怎样提取', { topic: null });
  const seat = await line.seat();
  await seat.sees('吴先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Alt-C');
  await until(
    () => /▸ 9 {2}提取限额.*与来电主题相符/.test(seat.text()),
    () => seat.text(),
  );
  seat.press('Enter');
  await seat.sees('[离职]');
});

it('tells what is wrong at its field, goes there, and loses nothing', async () => {
  const line = await Hotline.open({}, figured);
  await line.calls('吴先生', '想贷款', { topic: 'gjj.ln.conditions' });
  const seat = await line.seat('李敏', { columns: 120, rows: 36 });
  await seat.sees('吴先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Alt-C');
  await seat.sees('▸ 1  贷款月供');
  seat.press('Enter');
  await seat.sees('▸ 贷款金额');
  // There is nothing to put into the answer yet: it says what is missing, and goes there.
  seat.press('Shift-Tab');
  await seat.sees('▸ 按哪天的规定');
  seat.press('Ctrl-Y');
  await seat.sees('✗ 请填写贷款金额', '▸ 贷款金额');
  seat.types('六十');
  await seat.sees('✗ 应为金额');
  seat.press('Tab');
  seat.types('40');
  // Both are wrong: the one with the focus is told, the other is marked.
  await seat.sees('✗ 不能大于30年', '✗ 贷款金额');
  seat.press('Ctrl-G');
  await seat.sees('▸ 贷款金额  ', '六十', '✗ 贷款金额：应为金额');
  seat.press('Ctrl-U');
  seat.types('60万');
  await seat.sees('✗ 贷款年限：不能大于30年');
  seat.press('Tab', 'Backspace', 'Backspace');
  seat.types('20');
  await seat.sees('利息合计170,094.63元', '60万');
  expect(seat.text()).not.toContain('✗');
  // Choices go by arrows; none chosen says what that means.
  seat.press('Tab');
  await seat.sees('[不填] 等额本息', '不填为等额本息');
  seat.press('Right', 'Right');
  await seat.sees('[等额本金]', '首月还3,800元');
});

it('scrolls the schedule, copies the table, and the result where there is no call', async () => {
  const line = await Hotline.open({}, figured);
  const seat = await line.seat('李敏', { columns: 120, rows: 36 });
  await seat.sees('没有等待的来电');
  seat.press('Alt-C');
  await seat.sees('算一算', '▸ 1  贷款月供');
  seat.press('1');
  await seat.sees('▸ 贷款金额');
  seat.types('60万');
  seat.press('Tab');
  seat.types('20');
  await seat.sees('Ctrl-Y 复制结果', '利息合计170,094.63元');
  seat.press('Ctrl-G');
  await seat.sees('Enter 复制结果');
  seat.press('End');
  await seat.sees('240', '3,208.16');
  seat.press('Home');
  await seat.sees('利息合计170,094.63元');
  seat.press('Ctrl-T');
  await seat.sees('已复制贷款月供的表格，23 行');
  expect(copied(seat).split('\n')[1]).toBe('第 1 期\t3,208.73\t1,908.73\t1,300.00\t598,091.27');
  seat.press('Enter');
  await seat.sees('已复制贷款月供的结果');
  expect(copied(seat)).toContain('利息合计170,094.63元');
});

it('says that quotas are not confirmed, on the screen and in the answer', async () => {
  const line = await Hotline.open({}, figured);
  await line.calls('王先生', '租房能提多少', { topic: 'gjj.wd.rent' });
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Alt-C', 'Enter');
  await seat.sees('提取限额 · 王先生', '[租房，未备案]');
  await seat.sees('填上可以算得更全：账户余额、月数');
  seat.press('Tab');
  seat.types('2万');
  seat.press('Tab', 'Tab');
  seat.types('6');
  await seat.sees('※ 未核实，答复前须核对：每月定额 1500元');
  seat.press('Ctrl-Y');
  await seat.sees('已把提取限额的结果写入王先生的答复', '用额度标准以');
});

it('takes from a call about leaving a job that this is the reason', async () => {
  const line = await Hotline.open({}, figured);
  await line.calls('王先生', '离职能提多少', { topic: 'gjj.wd.leave' });
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Alt-C', 'Enter');
  await seat.sees('[离职]');
});

it('speaks English', async () => {
  const line = await Hotline.open({}, figured);
  await line.calls('Mr Wu', '提前还款', { topic: 'gjj.ln.prepay' });
  const seat = await line.seat('Li Min', { language: 'en' });
  await seat.sees('Mr Wu');
  seat.press('Ctrl-N');
  await seat.sees('◆ talking');
  seat.press('Alt-C');
  await seat.sees('Sums · Mr Wu', '▸ 2  Prepayment', 'fits the call');
  seat.press('Enter');
  await seat.sees('Prepayment · Mr Wu', 'required, such as 600000', 'what was lent, with the full term');
  seat.types('600000');
  seat.press('Enter');
  seat.types('20');
  seat.press('Tab');
  seat.types('36');
  seat.press('Tab');
  seat.types('200000');
  await seat.sees('528,615.14 yuan', 'Ctrl-Y Into answer');
  seat.press('Ctrl-Y');
  await seat.sees('Prepayment: put into the answer for Mr Wu');
});

describe('every sum', () => {
  const { policy } = parsePolicy(policyText);

  it('opens by its digit, is filled in by its form and gives what the sum says', async () => {
    const line = await Hotline.open({}, figured);
    const seat = await line.seat('李敏', { columns: 120, rows: 40 });
    await seat.sees('没有等待的来电');
    for (const { id, name } of sumForms) {
      seat.press('Alt-C');
      await seat.sees('算一算', '提前提取的代价');
      seat.press(sumDigit(id));
      await seat.sees(`结果 · ${name['zh-CN']}`);
      const typed = asked[id];
      const order = fieldOrder(id);
      const last = order.findLastIndex((field) => field in typed);
      for (const field of order.slice(0, last + 1)) {
        // The reason stands there already.
        if (field !== 'reason') seat.types(typed[field] ?? '');
        seat.press('Tab');
      }
      await seat.sees('Ctrl-Y 复制结果');
      seat.press('Ctrl-Y');
      await seat.sees(`已复制${name['zh-CN']}的结果`);
      const outcome = runSum(id, typed, { policy, today: dayOf(Date.now()) });
      expect(outcome.ok && copied(seat), id).toBe(outcome.ok && outcome.result.said['zh-CN']);
      expect(seat.screen.overran(), id).toBe(false);
      seat.press('Esc');
      await seat.seesNo('结果 · ');
    }
  });

  it.each([
    ['tqhk', 'sum-prepay'],
    ['dkyg', 'sum-loan'],
    ['利率调整', 'sum-rate-change'],
    ['kedaiedu', 'sum-max-loan'],
    ['zhjx', 'sum-interest'],
    ['sys', 'sums'],
  ])('is found in the palette by %s', async (query, id) => {
    const model = { ...emptyModel('zh-CN', 'hub'), loaded: true };
    expect(findOffers(model, { typed: query, say: sayIn('zh-CN'), read: await loadReadSounds() })[0]?.id).toBe(id);
  });

  it('opens from the palette', async () => {
    const line = await Hotline.open({}, figured);
    const seat = await line.seat();
    await seat.sees('没有等待的来电');
    seat.press('Ctrl-K');
    await seat.sees('输入文字');
    seat.types('tqhk');
    await until(
      () => /▸ 提前还款 .*命令 Alt-C Alt-2/.test(seat.text()),
      () => seat.text(),
    );
    seat.press('Enter');
    await seat.sees('结果 · 提前还款', '▸ 贷款本金（原来或剩余）');
  });
});
