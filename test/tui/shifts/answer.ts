import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { PersonalSnippets } from '../../../src/client/personal-snippets.ts';
import type { KnowledgeDocument } from '../../../src/domain/knowledge/document.ts';
import { temporaryDir } from '../../support/stores.ts';
import { expectStraight, Hotline } from '../driver.tsx';
import type { Shift } from './shift.ts';
import { escapes, inCall, selects, writes } from './steps.ts';

const fillers = Array.from({ length: 20 }, (_, at) => `  - {id: s${at}, name: 备用${at + 1}, text: "备用${at + 1}。"}`);

const knowledge: readonly KnowledgeDocument[] = [
  { id: 'topics', kind: 'topics', text: 'topic\tdomain\tgroup\tname\ngjj.wd.rent\tgongjijin\t提取\t租房提取\n' },
  {
    id: 'snippets',
    kind: 'snippets',
    text: `snippets:
  - {id: bye, name: 结束语, text: "感谢您的来电，{称呼}再见。"}
  - {id: back, name: 承诺回电, text: "{?日期}前由{?谁}答复您，工单{工单号}。"}
${fillers.join('\n')}
`,
  },
  {
    id: 'plain-words',
    kind: 'plain-words',
    text: 'words:\n  - {word: 汇缴, plain: 每月交公积金}\n  - {word: 启封, plain: 恢复缴存}\n',
  },
];

/** Writing the answer: snippets, places to fill in, plain words, an editor of one’s own. */
export const answerShifts: readonly Shift[] = [
  {
    title: 'promises to call back: a snippet by its initials, filled in place by place',
    does: ['snippets', 'snippets-insert', 'next-place', 'close'],
    play: async () => {
      const { line, seat, ticket } = await inCall('贷款三周没有消息', { knowledge });
      await writes(seat, '您好。');
      seat.press('Alt-S');
      await seat.sees('常用语', '输入文字、拼音或拼音首字母');
      seat.types('cnhd');
      await seat.sees('▸ 承诺回电', `工单${ticket}`);
      seat.press('Enter');
      await seat.sees(`您好。{日期}前由{谁}答复您，工单${ticket}。`, '待填 2 处');
      seat.types('周五');
      await seat.sees('周五前由{谁}', '待填 1 处');
      seat.press('F9');
      await seat.sees('答复里还有没填的「谁」：按 Alt-N 填好');
      seat.press('Alt-N');
      seat.types('我');
      await seat.sees('周五前由我答复您');
      await seat.seesNo('待填');
      seat.press('F9', 'Ctrl-G');
      await seat.sees(`工单 ${ticket} 已办结`);
      expect((await line.ticket(ticket)).ticket.answer).toBe(`您好。周五前由我答复您，工单${ticket}。`);
    },
  },
  {
    title: 'looks through all that is said again and again, and leaves without any of it',
    does: ['snippets', 'snippets-down', 'snippets-up', 'snippets-page-down', 'snippets-page-up', 'snippets-cancel'],
    play: async () => {
      const { seat } = await inCall('租房提取', { knowledge, columns: 120, rows: 36 });
      seat.press('Alt-S');
      await selects(seat, '结束语');
      seat.press('Down', 'Alt-S');
      await selects(seat, '备用1');
      seat.press('PgDn');
      await selects(seat, '备用9');
      seat.press('PgUp', 'Up');
      await selects(seat, '承诺回电');
      expectStraight(seat);
      await escapes(seat, '输入文字、拼音或拼音首字母');
      await writes(seat, '自己写');
    },
  },
  {
    title: 'says two words of the trade as citizens say them',
    does: ['say-plainly', 'close'],
    play: async () => {
      const { line, seat, ticket } = await inCall('单位停缴了怎么办', { knowledge });
      await writes(seat, '先办汇缴，再启封。');
      await seat.sees('「汇缴」可说成“每月交公积金”');
      seat.press('Alt-H', 'Alt-H');
      await seat.sees('先办每月交公积金，再启封。', '「启封」可说成“恢复缴存”');
      seat.press('Alt-H', 'Alt-H');
      await seat.sees('再恢复缴存。');
      await seat.seesNo('可说成');
      seat.press('F9', 'Ctrl-G');
      await seat.sees('已办结');
      expect((await line.ticket(ticket)).ticket.answer).toBe('先办每月交公积金，再恢复缴存。');
    },
  },
  {
    title: 'keeps a good answer for the next caller, and never a number in it',
    does: ['keep-snippet', 'form-send', 'form-cancel', 'snippets', 'snippets-insert'],
    play: async () => {
      const line = await Hotline.open({}, knowledge);
      await line.calls('刘女士', '租房怎么提取');
      const file = path.join(await temporaryDir(), 'snippets.yaml');
      const seat = line.seatOf({
        client: line.clientOf(await line.tokenFor('李敏')),
        language: 'zh-CN',
        mode: 'hub',
        color: false,
        knowledge: line.knowledgeIn(await temporaryDir()),
        personalSnippets: async () => new PersonalSnippets(file),
      });
      await seat.sees('刘女士');
      seat.press('Ctrl-N');
      await seat.sees('◆ 通话中');
      await writes(seat, '刘女士您好，回电13800001000。');
      seat.press('Ctrl-X', 'Ctrl-N');
      await seat.sees('存为我的常用语', '{称呼}您好');
      seat.types('问好');
      seat.press('Ctrl-G');
      await seat.sees('里面有电话、证件或账户号码');
      await escapes(seat, '存为我的常用语');
      seat.press(...new Array<string>(14).fill('Backspace'));
      await writes(seat, '请看短信。');
      seat.press('Ctrl-X', 'Ctrl-N');
      await seat.sees('存为我的常用语');
      seat.types('问好');
      seat.press('Ctrl-G');
      await seat.sees('已存为我的常用语：问好');
      expect(readFileSync(file, 'utf8')).not.toContain('13800001000');
      seat.press('Alt-S');
      seat.types('wenhao');
      await seat.sees('▸ 问好', '我的');
      seat.press('Tab');
      await seat.sees('请看短信。刘女士您好，请看短信。');
    },
  },
  {
    title: 'turns a long answer over in an editor of one’s own, and goes on here',
    does: ['edit-outside', 'close'],
    play: async () => {
      const dir = await temporaryDir();
      const editor = path.join(dir, 'editor');
      writeFileSync(editor, '#!/bin/sh\necho 在编辑器里改好的答复 > "$1"\n');
      chmodSync(editor, 0o700);
      const runtime = path.join(dir, 'run');
      mkdirSync(runtime, { mode: 0o700 });
      vi.stubEnv('VISUAL', editor);
      vi.stubEnv('XDG_RUNTIME_DIR', runtime);
      const { line, seat, ticket } = await inCall('租房怎么提取');
      await writes(seat, '写得太长');
      seat.press('Ctrl-X', 'Ctrl-E');
      await seat.sees('在编辑器里改好的答复', '已写入在编辑器里改好的答复，10 字');
      vi.unstubAllEnvs();
      seat.press('F9', 'Ctrl-G');
      await seat.sees(`工单 ${ticket} 已办结`);
      expect((await line.ticket(ticket)).ticket.answer).toBe('在编辑器里改好的答复');
    },
  },
  {
    title: 'pages back in an answer that is longer than its field',
    does: ['call-page-up', 'call-page-down'],
    play: async () => {
      const { seat } = await inCall('租房怎么提取');
      seat.pastes(Array.from({ length: 40 }, (_, at) => `第${at + 1}行`).join('\n'));
      await seat.sees('第40行');
      seat.press('PgUp', 'PgUp', 'PgUp');
      await seat.seesNo('第40行');
      seat.press('PgDn', 'PgDn', 'PgDn', 'PgDn');
      await seat.sees('第40行');
      await writes(seat, '到此为止');
    },
  },
];
