import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PersonalSnippets } from '../../src/client/personal-snippets.ts';
import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import { temporaryDir } from '../support/stores.ts';
import { Hotline, until } from './driver.tsx';
import { cursorAt } from './shifts/steps.ts';

const knowledge: readonly KnowledgeDocument[] = [
  { id: 'topics', kind: 'topics', text: 'topic\tdomain\tgroup\tname\ngjj.wd.rent\tgongjijin\t提取\t租房提取\n' },
  {
    id: 'snippets',
    kind: 'snippets',
    text: `snippets:
  - {id: bye, name: 结束语, text: "感谢您的来电，{称呼}再见。"}
  - {id: back, name: 承诺回电, text: "{?日期}前由{?谁}答复您，工单{工单号}。"}
  - {id: rent, name: 租房说明, text: "租房提取说明。", topics: [gjj.wd.rent]}
  - {id: other, name: 社保说明, text: "社保。", domain: shebao}
`,
  },
  {
    id: 'plain-words',
    kind: 'plain-words',
    text: 'words:\n  - {word: 汇缴, plain: 每月交公积金}\n  - {word: 启封, plain: 恢复缴存}\n',
  },
];

/** An expert in a call whose answer is being written, with snippets of their own in a file. */
const inCall = async (options: { columns?: number; rows?: number; mine?: string } = {}) => {
  const { columns = 80, rows = 24, mine } = options;
  const line = await Hotline.open({}, knowledge);
  const { ticket } = await line.calls('刘女士', '租房怎么提取', { topic: 'gjj.wd.rent' });
  const dir = await temporaryDir();
  const file = path.join(dir, 'config', 'snippets.yaml');
  const own = new PersonalSnippets(file);
  if (mine !== undefined) {
    own.put({ id: 'x', name: '甲', text: '乙' });
    writeFileSync(file, mine);
  }
  const client = line.clientOf(await line.tokenFor('李敏', ['gongjijin']));
  const seat = line.seatOf(
    {
      client,
      language: 'zh-CN',
      mode: 'hub',
      color: false,
      knowledge: line.knowledgeIn(path.join(dir, 'knowledge')),
      personalSnippets: async () => own,
    },
    { columns, rows },
  );
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  return { line, seat, own, file, number: ticket.number };
};

describe('snippets', () => {
  it('are found by pinyin initials, seen as they will be, put in, and filled in place by place', async () => {
    const { seat, line, number } = await inCall();
    seat.types('您好。');
    seat.press('Alt-S');
    await seat.sees('常用语', '▸ 租房说明', '与来电主题相符', '1/3');
    await seat.seesNo('社保说明');
    seat.types('cnhd');
    await seat.sees('▸ 承诺回电', `工单${number}`, '1/1');
    seat.press('Enter');
    await seat.sees(`您好。{日期}前由{谁}答复您，工单${number}。`, '待填 2 处');
    seat.types('周五');
    await seat.sees('您好。周五前由{谁}', '待填 1 处');
    seat.press('F9');
    await seat.sees('答复里还有没填的「谁」');
    seat.press('Tab');
    seat.types('我');
    await seat.sees(`您好。周五前由我答复您，工单${number}。`);
    await seat.seesNo('待填');
    // With nothing left, Tab is the key to the next pane again.
    seat.press('Tab');
    seat.types('再');
    await seat.seesNo('我再答复您');
    seat.press('Shift-Tab', 'Ctrl-Z');
    await seat.sees('由{谁}答复您');
    seat.press('Alt-N');
    seat.types('我');
    seat.press('F9');
    await seat.sees('办结工单');
    seat.press('Ctrl-G');
    await until(
      async () => (await line.ticket(number)).ticket.state === 'closed',
      () => seat.text(),
    );
    expect((await line.ticket(number)).ticket.answer).toBe(`您好。周五前由我答复您，工单${number}。`);
  });

  it('of the person come along, also those written by hand while the seat was open', async () => {
    const { seat, file } = await inCall({ mine: '# 我的\nsnippets:\n  - {id: a, name: 我的话, text: 我说的话}\n' });
    seat.press('Alt-S');
    await seat.sees('我的话', '1/4');
    seat.press('Esc');
    await seat.seesNo('1/4');
    writeFileSync(file, 'snippets:\n  - {id: a, name: 改过的, text: "改{过"}\n  - {id: b, name: 坏的, text: "{谁}"}\n');
    seat.press('Alt-S');
    await seat.sees('改过的', '第 3 行有误', '没有「谁」这个字段');
    seat.types('我');
    seat.press('Enter');
    await seat.sees('没有符合的常用语');
  });

  it('are made of an answer, with the caller as a field, and never with a number', async () => {
    const { seat, own, file } = await inCall();
    seat.types('刘女士您好，请打13800001000。');
    seat.press('Ctrl-X', 'Ctrl-N');
    await seat.sees('存为我的常用语', '{称呼}您好');
    seat.types('问好');
    seat.press('Ctrl-G');
    await seat.sees('不能存成常用语');
    seat.press('Esc');
    await seat.seesNo('存为我的常用语');
    for (let count = 0; count < 12; count++) seat.press('Backspace');
    seat.types('看短信。');
    await seat.sees('请打看短信');
    seat.press('Ctrl-X', 'Ctrl-N');
    await seat.sees('存为我的常用语');
    seat.types('问好');
    seat.press('Ctrl-G');
    await seat.sees('已存为我的常用语：问好');
    expect(own.read()).toMatchObject({
      snippets: [{ id: 'my-1', name: '问好', text: '{称呼}您好，请打看短信。' }],
      faults: [],
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('# 我的常用语');
    seat.press('Alt-S');
    seat.types('wenhao');
    await seat.sees('▸ 问好', '刘女士您好，请打看短信');
  });
});

describe('words that citizens do not know', () => {
  it('are shown below the answer with their plain way, found and replaced by one key', async () => {
    const { seat } = await inCall();
    seat.types('先办汇缴，再启封。');
    await seat.sees('「汇缴」可说成“每月交公积金”');
    seat.press('Alt-H', 'Alt-H');
    await seat.sees('先办每月交公积金，再启封。', '「启封」可说成“恢复缴存”');
    seat.press('Ctrl-Z');
    await seat.sees('先办汇缴，再启封。');
    seat.press('End');
    seat.types('汇缴就是每月交公积金。启封（恢复缴存）');
    await seat.seesNo('可说成');
    seat.press('Alt-H');
    await seat.sees('没有发现市民难懂的词');
  });

  it('the length is told, and how long it takes to read out', async () => {
    const { seat } = await inCall();
    seat.types('好'.repeat(59));
    await seat.sees('59 字');
    await seat.seesNo('念约');
    seat.types('好');
    await seat.sees('60 字，念约 15 秒');
    seat.pastes('好'.repeat(241));
    await seat.sees('301 字，念约 75 秒，电话里偏长');
  });
});

describe('the field of the answer', () => {
  it('cuts and pastes within, and hands what was copied to the terminal', async () => {
    const { seat } = await inCall();
    seat.types('一二三四');
    seat.keyboard.write('\x1b[1;2D\x1b[1;2D');
    seat.press('Alt-X');
    await seat.seesNo('三四');
    seat.press('Home', 'Alt-V');
    await seat.sees('三四一二');
    expect(seat.screen.raw).toContain(`\x1b]52;c;${Buffer.from('三四').toString('base64')}`);
    seat.press('Alt-X');
    await seat.sees('没有选中文字');
    seat.press('Alt-W');
    await seat.sees('已复制 4 字');
  });

  it('is paged through when it is longer than what is seen of it', async () => {
    const { seat } = await inCall();
    seat.pastes(Array.from({ length: 60 }, (_, at) => `第${at}行`).join('\n'));
    await seat.sees('第59行');
    seat.press('PgUp', 'PgUp');
    await seat.seesNo('第59行');
    seat.press(...new Array(30).fill('PgUp'));
    await seat.sees('第0行');
    seat.types('在此');
    await seat.sees('在此第0行');
  });

  it.each([
    [80, 24],
    [120, 36],
    [160, 50],
  ])(
    'has the terminal’s cursor behind what was written at %i×%i, wherever the text wraps and scrolls',
    async (columns, rows) => {
      const { seat } = await inCall({ columns, rows });
      for (const part of [
        '登录“单位网厅”——点击',
        '缴交结算…①再',
        '打印ABC123凭证，',
        '然后就好，'.repeat(20),
        '最后',
      ]) {
        seat.types(part);
        await cursorAt(seat, part.slice(-2));
      }
      seat.press('Enter');
      seat.types('另起𠮷一行é');
      await cursorAt(seat, '一行é');
      seat.pastes('\n行'.repeat(60));
      await cursorAt(seat, '行');
      seat.keyboard.write('\x1b[1;5H');
      await seat.sees('登录“单位网厅”');
      seat.types('起');
      await cursorAt(seat, '起');
      expect(seat.screen.overran()).toBe(false);
    },
  );
});
