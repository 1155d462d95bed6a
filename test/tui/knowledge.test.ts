import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { publishText } from '../support/knowledge.ts';
import { temporaryDir } from '../support/stores.ts';
import { Hotline, type Seat, until } from './driver.tsx';
import { articleOf, rentAnswerRead, shelf } from './shelf.ts';

/** What the program handed to the terminal's clipboard last. */
const copied = (seat: Seat): string => {
  const found = [...seat.screen.raw.matchAll(/\x1b\]52;c;([A-Za-z0-9+/=]*)\x07/g)].at(-1);
  return found ? Buffer.from(found[1]!, 'base64').toString() : '';
};

const rowOf = (seat: Seat, text: string): number => seat.screen.lines().findIndex((line) => line.includes(text));

it('suggests on taking a call, searches by characters and pinyin, reads, inserts, and closes with what was cited', async () => {
  const line = await Hotline.open({}, shelf);
  const { ticket } = await line.calls('王先生', '没房子，租房公积金一年能提几次', { topic: 'gjj.wd.rent' });
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  // Nothing was typed: the question and its topic have searched by themselves, and the short answer is to be read.
  await seat.sees('◆ 通话中', '知识库 · 建议', '▸ 未核实 租房提取住房公积金', '简答  租房可以提取', '已同步');
  seat.types('您好，');
  await seat.sees('您好，');
  seat.press('Ctrl-Y');
  await seat.sees('已把简答插入王先生的答复，并引用 gjj-0001', '引用 gjj-0001');
  // It stands on a line of its own.
  expect(seat.text()).toMatch(/您好， *┃\n┃ 租房可以提取/);
  // What is typed goes on behind it: the answer has the keys.
  seat.types('再见。');
  await seat.sees('1500元。再见。');

  seat.press('Ctrl-F');
  await seat.sees('Esc 回答复');
  seat.types('离职');
  await seat.sees('▸ 离职后账户封存怎样提取', '账户封存满六个月');
  expect(seat.text()).not.toContain('UK');
  seat.press('Ctrl-U');
  seat.types('uk pingzheng');
  await seat.sees('▸ 单位用UK做汇缴登记和缴交结算');
  seat.press('Enter');
  await seat.sees('文章 gjj-0003', '[1 简答]', '「业务凭证」里打印');
  seat.press('Tab', 'Tab', 'Tab');
  await seat.sees('[4 流程]', '▸ 流程');
  seat.press('Enter');
  await seat.sees('已把流程插入王先生的答复', '1. 登录网上业务系统', '引用 gjj-0001 gjj-0003');
  // The list begins on a line of its own.
  expect(seat.text()).toMatch(/再见。 *┃\n┃ 1\. 登录/);

  seat.press('F9');
  await seat.sees('办结工单 · 王先生', '引用：gjj-0001 租房提取住房公积金、gjj-0003 单位用UK');
  seat.press('Enter', 'Enter');
  await seat.sees(`工单 ${ticket.number} 已办结`);
  const done = (await line.ticket(ticket.number)).ticket;
  expect(done.articles).toEqual(['gjj-0001', 'gjj-0003']);
  expect(done.answer).toBe(
    `您好，\n${rentAnswerRead}再见。\n1. 登录网上业务系统，或者到服务窗口。\n2. 提交申请，等候审核。\n3. 审核通过后到账。`,
  );
  seat.press('F6');
  await seat.sees('gjj-0003 单位用UK做汇缴登记和缴交结算');
});

it('puts nothing into an answer that has no room for all of it', async () => {
  const line = await Hotline.open({}, shelf);
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '▸ 未核实 租房提取住房公积金');
  seat.pastes('长'.repeat(4990));
  await seat.sees('4990 字');
  seat.press('Ctrl-Y');
  await seat.sees('放不下这一部分，没有插入');
  expect(seat.text()).toContain('4990 字');
  expect(seat.text()).not.toContain('引用 gjj-0001');
});

it('cites, takes back, copies, previews the SMS text and goes to a related article and back, all from the menu', async () => {
  const line = await Hotline.open({}, shelf);
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-O');
  await seat.sees('文章操作在通话画面或知识库画面可用');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '▸ 未核实 租房提取住房公积金');
  seat.press('Ctrl-O');
  await seat.sees('文章操作 gjj-0001', '先打开文章（Enter），选一个部分');
  seat.press('Down', 'Down', 'Enter');
  await seat.sees('已在王先生的工单上引用 gjj-0001', '引用 gjj-0001');
  seat.press('Ctrl-O', 'c');
  await seat.sees('已从王先生的工单上取消引用 gjj-0001');
  await until(
    () => !/━ .*引用 gjj-0001/.test(seat.text()),
    () => seat.text(),
  );
  seat.press('F4');
  await seat.sees('公积金 · 提取');
  seat.types('zftq');
  await seat.sees('首字母', '▸ 未核实 租房提取住房公积金');
  seat.press('Enter');
  await seat.sees('文章 gjj-0001');
  seat.press('2', 'Y');
  await seat.sees('已复制要点');
  expect(copied(seat)).toContain('- 每次不超过1500元，济南市内不超过2000元。');
  seat.press('y');
  await seat.sees('已复制简答');
  expect(copied(seat)).toBe(rentAnswerRead);
  seat.press('s');
  await seat.sees('短信 · 租房提取住房公积金', '90 字，2 条短信', '每次不超过1500元');
  seat.press('Enter');
  await seat.sees('已复制短信');
  expect(copied(seat)).toMatch(/^租房提取请在.*谢谢您的配合与支持。$/);
  seat.press('Esc');
  await seat.seesNo('2 条短信');
  seat.press('r');
  await seat.sees('相关文章', '▸ gjj-0004', 'gjj-0005', '已失效', 'gjj-0002');
  seat.press('Enter');
  await seat.sees('文章 gjj-0004', '账户封存满六个月');
  seat.press('Left');
  await seat.sees('文章 gjj-0001');
  seat.press('Left');
  await seat.sees('前面没有文章了');
  seat.press('Right');
  await seat.sees('文章 gjj-0004');
  seat.press('Ctrl-Y');
  await seat.sees('已把简答插入王先生的答复，并引用 gjj-0004');
  seat.press('Esc');
  await seat.sees('搜索 zftq');
});

it('says of every figure since when it holds and whether it is confirmed', async () => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat('李敏', { columns: 120, rows: 50 });
  await seat.sees('没有等待的来电');
  seat.press('F4');
  seat.types('gjj0001');
  // Beside the list the article is there without a key.
  await seat.sees(
    '每次不超过1500元[1]，济南市内不超过2000元[2]',
    '[1] 1500元  2026-09-20 起 · 关于租房提取的通知',
    '建金〔2026〕5',
    '[2] 2000元  2026-07-01 起',
    '本地未核实，以公布为准',
    '国务院令第844号',
    '2026-11-20 核对',
  );
});

it('puts what has expired last, says so unmistakably, and warns when it goes into an answer', async () => {
  const line = await Hotline.open({}, shelf);
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('F4');
  await seat.sees('公积金 · 提取');
  seat.types('租房提取');
  await seat.sees('已失效 租房提取的旧办法', '▸ 未核实 租房提取住房公积金');
  const rows = seat.screen.lines().filter((text) => /gjj-000\d/.test(text));
  expect(rows.at(-1)).toContain('gjj-0002');
  seat.press(...new Array(6).fill('Down'), 'Enter');
  await seat.sees('文章 gjj-0002', '已失效：只用到 2026-09-19，不要念给市民');
  seat.press('Ctrl-Y');
  // It was done, so it does not look like what failed.
  await seat.sees('! 已把简答插入王先生的答复', '注意：这篇已失效');
  seat.press('F3', 'F9');
  await seat.sees('引用：gjj-0002 租房提取的旧办法（已失效）');
  seat.press('Esc');
  await seat.seesNo('办结工单 ·');
  // The first brings back the article as it was left, the second the search.
  seat.press('F4', 'F4');
  seat.types('首套');
  await seat.sees('▸ 未生效 首套住房');
  seat.press('Ctrl-Y', 'F3', 'F9');
  await seat.sees('gjj-0005 首套住房公积金贷款能贷多', '少（未生效）');
});

it('acts on no article that is not on the screen, and shows it with Ctrl-F', async () => {
  const line = await Hotline.open({}, shelf);
  await line.calls('王先生', '租房提取');
  const seat = await line.seat('李敏', { columns: 60, rows: 20, mode: 'demo' });
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '在这里写给市民的答复');
  seat.press('F4');
  await seat.sees('租房提取住房公积金');
  seat.press('F3');
  await seat.sees('在这里写给市民的答复');
  expect(seat.text()).not.toContain('租房提取住房公积金');
  expect(seat.keys()).not.toContain('Ctrl-Y');
  for (const key of ['Ctrl-Y', 'Ctrl-O']) {
    seat.press(key);
    await seat.sees('知识库不在画面上，按 Ctrl-F 查看', '在这里写给市民的答复');
    seat.press('F4', 'F3');
    await seat.seesNo('知识库不在画面上');
  }
  seat.press('Ctrl-F');
  await seat.sees('▸ 未核实 租房提取住房公积金', '简答  租房可以提取');
  seat.press('Ctrl-Y');
  await seat.sees('已把简答插入', '引用 gjj-0001');
  // With more room it is there all the time.
  seat.screen.resize(60, 24);
  await seat.sees('▸ 未核实 租房提取住房公积金', 'Ctrl-Y');
});

it('puts an insertion on lines of its own, also inside a text, between two sentences', async () => {
  const line = await Hotline.open({}, shelf);
  const { ticket } = await line.calls('王先生', '封存怎么提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '▸ 离职后账户封存怎样提取');
  seat.types('前。后');
  await seat.sees('前。后');
  seat.press('Left', 'Ctrl-Y');
  await seat.sees('已把简答插入');
  seat.press('F9');
  await seat.sees('办结工单');
  seat.press('Enter', 'Enter');
  await seat.sees('已办结');
  const { answer } = (await line.ticket(ticket.number)).ticket;
  expect(answer).toBe('前。\n账户封存满六个月，没有继续缴存的，可以申请提取余额。\n后');
});

it('begins a new search with F4 and Ctrl-F, and keeps the old one until something is typed', async () => {
  const line = await Hotline.open({}, shelf);
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('F4');
  seat.types('离职');
  await seat.sees('▸ 离职后账户封存怎样提取');
  seat.press('F2', 'F4');
  await seat.sees('搜索 离职', '▸ 离职后账户封存怎样提取');
  seat.types('医保');
  await seat.sees('搜索 医保', '▸ 医保异地就医备案');
  seat.press('F4');
  seat.types('首套');
  await seat.sees('搜索 首套', '首套住房公积金贷款');
  // From the article too: the list has the keys again.
  seat.press('Enter');
  await seat.sees('文章 gjj-0005');
  seat.press('F4');
  await seat.sees('搜索 首套');
  // Who goes on with what stands there moves in it first.
  seat.press('End');
  seat.types('贷');
  await seat.sees('搜索 首套贷');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-F');
  seat.types('离职');
  await seat.sees('搜索 离职');
  seat.press('Ctrl-F', 'Ctrl-F');
  seat.types('医保');
  await seat.sees('搜索 医保');
});

it('asks about the part being read, unless a correction was begun', async () => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  seat.types('离职');
  await seat.sees('▸ 离职后');
  seat.press('Enter');
  await seat.sees('文章 gjj-0004');
  const ask = async (part: string, chosen: string): Promise<void> => {
    seat.press(part, 'e');
    await seat.sees('文章纠错', `[${chosen}]`);
  };
  const leave = async (): Promise<void> => {
    seat.press('Esc');
    await seat.seesNo('文章纠错');
  };
  await ask('3', '材料');
  await leave();
  await ask('5', '时限');
  seat.types('时限不对');
  await seat.sees('时限不对');
  await leave();
  await ask('2', '时限');
  await seat.sees('时限不对');
});

it('offers the nearest topics when nothing is found, and lists their articles', async () => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  await seat.sees('租房提取住房公积金');
  seat.types('今天天气');
  await seat.sees('没有这样的文章，看看相近的主题', '▸ 主题 缴存 · 单位缴交结算', '主题 提取 · 租房提取', '2 篇');
  seat.press('Down', 'Enter');
  await seat.sees('知识库 · 租房提取', '租房提取住房公积金', '租房提取的旧办法');
  await seat.seesNo('医保异地就医备案');
  seat.press('Esc');
  await seat.sees('医保异地就医备案');
});

it('answers at the first letter, and keeps the cursor where the input method needs it', async () => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  seat.types('离');
  await seat.sees('▸ 离职后账户封存怎样提取');
  const row = rowOf(seat, '搜索 离');
  await until(
    () => seat.screen.cursor().y === row && seat.screen.cursor().x === 8 + 2,
    () => `${JSON.stringify(seat.screen.cursor())}\n${seat.text()}`,
  );
});

it('keeps what is pinned and read last, by person, also over a restart', async () => {
  const line = await Hotline.open({}, shelf);
  const [dir, token] = [await temporaryDir(), await line.tokenFor('李敏')];
  const open = (): Seat =>
    line.seatOf({
      client: line.clientOf(token),
      language: 'zh-CN',
      mode: 'hub',
      color: false,
      knowledge: line.knowledgeIn(dir),
    });
  const seat = open();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  await seat.sees('租房提取住房公积金');
  seat.types('医保');
  await seat.sees('▸ 医保异地就医备案');
  seat.press('Enter');
  await seat.sees('文章 sb-0001');
  seat.press('p');
  await seat.sees('sb-0001 已置顶', '★ 置顶');
  seat.press('Ctrl-F', 'Ctrl-U');
  seat.types('离职');
  await seat.sees('▸ 离职后');
  seat.press('Enter');
  await seat.sees('文章 gjj-0004');
  seat.press('Ctrl-C', 'Ctrl-C');
  await seat.leaves();

  const again = open();
  await again.sees('没有等待的来电');
  again.press('F4');
  await again.sees('★ 置顶', '★ 医保异地就医备案', '最近');
  const at = (text: string): number => rowOf(again, text);
  expect(at('★ 置顶')).toBeLessThan(at('医保异地就医备案'));
  expect(at('最近')).toBeLessThan(at('离职后账户封存怎样提取'));
  expect(at('离职后账户封存怎样提取')).toBeLessThan(at('公积金 · 缴存'));

  const other = line.seatOf({
    client: line.clientOf(await line.tokenFor('张强')),
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    knowledge: line.knowledgeIn(dir),
  });
  await other.sees('没有等待的来电', '张强');
  other.press('F4');
  await other.sees('公积金 · 缴存');
  await other.seesNo('★ 置顶');
});

it('files a correction, and hears the answer, at once and after having been away', async () => {
  const line = await Hotline.open({}, shelf);
  const centre = await line.person('中心编辑', 'centre');
  const [dir, token] = [await temporaryDir(), await line.tokenFor('李敏')];
  const open = (): Seat =>
    line.seatOf({
      client: line.clientOf(token),
      language: 'zh-CN',
      mode: 'hub',
      color: false,
      knowledge: line.knowledgeIn(dir),
    });
  const correct = async (seat: Seat, note: string): Promise<string> => {
    seat.press('e');
    await seat.sees('文章纠错', 'gjj-0004 离职后账户封存怎样提取');
    seat.types(note);
    seat.press('Tab', 'Enter');
    await seat.sees('gjj-0004 的纠错已送到中心');
    const { corrections } = await centre.call('kb.corrections', { query: { state: 'open' } });
    expect(corrections[0]).toMatchObject({ document: 'gjj-0004', note, part: '材料', filedBy: { name: '李敏' } });
    return corrections[0]!.id;
  };
  const answer = (correction: string, state: 'accepted' | 'declined', text: string): Promise<unknown> =>
    centre.call('kb.answer', { params: { correction }, body: { state, answer: text } });

  const seat = open();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  seat.types('离职');
  await seat.sees('▸ 离职后');
  seat.press('Enter');
  await seat.sees('文章 gjj-0004');
  seat.press('3');
  await seat.sees('[3 材料]');
  const first = await correct(seat, '材料缺离职证明');
  await answer(first, 'accepted', '已补上');
  await seat.sees('您对 gjj-0004 的纠错已采纳：已补上');
  seat.press('End');
  await seat.sees('我的纠错', '已采纳', '材料缺离职证明', '答复：已补上');
  seat.press('3');
  const second = await correct(seat, '窗口地址变了');
  seat.press('Ctrl-C', 'Ctrl-C');
  await seat.leaves();

  await answer(second, 'declined', '地址没有变');
  const again = open();
  await again.sees('您对 gjj-0004 的纠错未采纳：地址没有变');
  again.press('Ctrl-C', 'Ctrl-C');
  await again.leaves();
  // Once is enough.
  const third = open();
  await third.sees('没有等待的来电');
  third.press('F4');
  await third.sees('最近');
  expect(third.screen.raw).not.toContain('的纠错');
});

it('goes on without the hub, says how old it is, and keeps a correction that cannot be sent', async () => {
  const line = await Hotline.open({}, shelf);
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '已同步');
  await line.goesAway();
  await seat.sees('连不上中心', '离线，截至');
  seat.press('Ctrl-F');
  seat.types('lizhi');
  await seat.sees('▸ 离职后账户封存怎样提取');
  seat.press('Enter');
  await seat.sees('文章 gjj-0004', '账户封存满六个月');
  seat.press('y');
  await seat.sees('已复制简答');
  expect(copied(seat)).toContain('账户封存满六个月');
  seat.press('e');
  await seat.sees('连不上中心：写好可以先留着');
  seat.types('材料不全');
  seat.press('Tab', 'Enter');
  await seat.sees('纠错（gjj-0004）已存好', '1 项待送');
  await seat.seesNo('文章纠错');
  seat.press('Ctrl-Y');
  await seat.sees('已把简答插入王先生的答复，并引用 gjj-0004');
  await line.comesBack();
  await seat.sees('● 已连接', '已同步');
  await seat.sees('gjj-0004 的纠错已送到中心');
  await seat.seesNo('待送');
});

it('works from memory when the folder takes nothing, and says so', async () => {
  const line = await Hotline.open({}, shelf);
  const file = path.join(await temporaryDir(), 'file');
  await writeFile(file, '');
  const seat = line.seatOf({
    client: line.clientOf(await line.tokenFor('李敏')),
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    // No folder can be made below a file, not even by root.
    knowledge: line.knowledgeIn(path.join(file, 'knowledge')),
  });
  await seat.sees('知识库只保存在内存里，退出后不保留');
  seat.press('F4');
  await seat.sees('6 篇 · 已同步', '租房提取住房公积金');
});

it('works when the hub was never there', async () => {
  const line = await Hotline.open({}, shelf);
  const client = line.clientOf(await line.tokenFor('李敏'));
  await line.goesAway();
  const seat = line.seatOf({
    client,
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    knowledge: line.knowledgeIn(await temporaryDir()),
  });
  await seat.sees('重连');
  seat.press('F4');
  await seat.sees('6 篇 · 离线，随程序附带', '租房提取住房公积金');
  seat.types('医保');
  await seat.sees('▸ 医保异地就医备案');
  seat.press('Enter');
  await seat.sees('先在国家医保服务平台备案');
});

it('shows an article that was published a moment ago, and says that one was retired while it is read', async () => {
  const line = await Hotline.open({}, shelf);
  const author = await line.person('编辑', 'centre');
  const approver = await line.person('主任', 'supervisor');
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  await seat.sees('6 篇 · 已同步');
  seat.types('烟花燃放');
  await seat.sees('没有这样的文章');
  const fresh = articleOf({
    id: 'gjj-0009',
    title: '城区烟花燃放的规定',
    topic: 'gjj.dep.settle',
    questions: ['城区能燃放烟花吗', '过年哪里可以放烟花', '烟花燃放要不要批准'],
    keywords: ['烟花', '燃放', '鞭炮'],
    answer: '城区全年禁止燃放烟花，举办活动要先批准。',
  });
  await publishText(author, approver, 'gjj-0009', fresh.text);
  await seat.sees('▸ 城区烟花燃放的规定', '7 篇');
  seat.press('Enter');
  await seat.sees('文章 gjj-0009', '城区全年禁止燃放烟花');
  await approver.call('kb.retire', { params: { document: 'gjj-0009' }, body: { note: '政策取消' } });
  await seat.sees('gjj-0009 已下线');
  seat.press('Esc');
  await seat.sees('没有这样的文章', '6 篇');
});

it('has articles in the palette, by characters, pinyin, initials and id', async () => {
  const line = await Hotline.open({}, shelf);
  const seat = await line.seat();
  await seat.sees('没有等待的来电');
  seat.press('F4');
  await seat.sees('租房提取住房公积金');
  seat.press('F2', 'Ctrl-K');
  await seat.sees('命令');
  for (const query of ['异地就医', 'yidijiuyi', 'ydjy', 'sb-0001']) {
    seat.press('Ctrl-U');
    seat.types(query);
    await seat.sees('▸ 医保异地就医备案', '文章');
  }
  seat.press('Enter');
  await seat.sees('文章 sb-0001', '先在国家医保服务平台备案');
});

it('keeps hostile text of an article off the terminal', async () => {
  const hostile = articleOf({
    id: 'gjj-0666',
    title: '有害\x1b]52;c;aGk=\x07的标题',
    topic: 'gjj.wd.rent',
    questions: ['一', '二', '三'],
    keywords: ['一', '二', '三'],
    answer: '\x1b[31m红\u202e色',
  });
  const line = await Hotline.open({}, shelf);
  const client = line.clientOf(await line.tokenFor('李敏'));
  await line.goesAway();
  const seat = line.seatOf({
    client,
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    // As if someone had put it into the folder of the seat.
    knowledge: { dir: await temporaryDir(), shipped: async () => [...shelf, hostile] },
  });
  await seat.sees('重连');
  seat.press('F4');
  await seat.sees('租房提取住房公积金');
  seat.types('有害');
  await seat.sees('搜索 有害');
  expect(seat.screen.raw).not.toMatch(/\x1b\]52|\x1b\[31m|\u202e/);
});

it('is drawn at every size, in a call and alone', async () => {
  const line = await Hotline.open({}, shelf);
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '建议');
  const sizes = [
    [60, 15],
    [80, 24],
    [109, 24],
    [110, 24],
    [120, 36],
    [149, 40],
    [150, 40],
    [200, 60],
    [20, 5],
    [80, 24],
  ] as const;
  const atEverySize = async (...texts: string[]): Promise<void> => {
    for (const [columns, rows] of sizes) {
      seat.screen.resize(columns, rows);
      if (columns < 60) await seat.sees('窗口太小');
      else await seat.sees(...texts, '专家坐席');
      expect(seat.screen.overran(), `${columns}×${rows}`).toBe(false);
    }
  };
  await atEverySize('◆ 通话中');
  seat.press('Ctrl-F');
  seat.types('租房');
  await atEverySize('搜索 租房', '租房提取住房公积金', '◆ 通话中');
  seat.press('Enter');
  await atEverySize('文章 gjj-0001', '简答', '◆ 通话中');
  seat.press('F4');
  seat.types('租房');
  await atEverySize('搜索 租房', '租房提取住房公积金');
  seat.press('Enter');
  await atEverySize('文章 gjj-0001', '简答');
  seat.press('Ctrl-O');
  await atEverySize('文章操作 gjj-0001', '插入简答');
});
