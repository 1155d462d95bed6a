import { expect } from 'vitest';
import { Hotline } from '../driver.tsx';
import { FakeConversation } from '../fake-conversation.ts';
import { shelf } from '../shelf.ts';
import type { Shift } from './shift.ts';
import { escapes, inCall, writes } from './steps.ts';

/** A trainee sits down and takes the one call that waits. */
const inPractice = async (question: string, beginning: Parameters<typeof inCall>[1] = {}) => {
  const conversation = new FakeConversation();
  const begun = await inCall(question, { mode: 'practice', conversation, ...beginning });
  return { ...begun, conversation };
};

/** Practice: talking with a simulated citizen. */
export const practiceShifts: readonly Shift[] = [
  {
    title: 'a trainee greets, asks, reads the answer out and closes, at 80×24',
    does: ['take-next', 'talk-say', 'talk-next-pane', 'read-out', 'close', 'form-enter'],
    play: async () => {
      const { line, seat, call, ticket, conversation } = await inPractice('单位刚开通UK代扣结算，凭证在哪里打');
      await seat.sees('练习', '对话', '还没有人说话');
      await writes(seat, '您好，请讲');
      seat.press('Enter');
      await seat.sees('● 我    您好，请讲');
      expect(conversation.told).toEqual([{ call, text: '您好，请讲' }]);
      conversation.speaks(call, '凭证到底在哪里打？', 'anxious');
      await seat.sees('○ 市民  （着急）凭证到底在哪里打？', '市民着急');
      seat.press('Tab');
      await writes(seat, '在网厅「业务凭证」里打印。');
      seat.press('Alt-L');
      await seat.sees('● 我    在网厅「业务凭证」里打印。', '已把答复念给市民听，13 字');
      conversation.speaks(call, '知道了，谢谢', 'calm');
      await seat.sees('（平静）知道了，谢谢');
      seat.press('F9');
      await seat.sees('办结工单 · 刘女士', '练习');
      seat.press('Enter');
      await seat.sees(`工单 ${ticket} 已办结`, '练习');
      expect((await line.ticket(ticket)).ticket.answer).toBe('在网厅「业务凭证」里打印。');
    },
  },
  {
    title: 'a citizen speaks while the trainee looks something up: is seen above, and answered',
    does: ['show-knowledge', 'talk', 'talk-say'],
    play: async () => {
      const { seat, call, conversation } = await inPractice('租房一年能提几次', { knowledge: shelf });
      await writes(seat, '请您稍等');
      seat.press('F4');
      await seat.sees('知识库');
      conversation.speaks(call, '还要等多久？', 'annoyed');
      await seat.sees('刘女士：还要等多久？', '1 句没看 · Alt-T 对话');
      seat.press('Alt-T');
      await seat.sees('○ 市民  （不耐烦）还要等多久？', '请您稍等');
      await seat.seesNo('句没看');
      seat.types('，就好');
      await seat.sees('请您稍等，就好');
      seat.press('Enter');
      await seat.sees('● 我    请您稍等，就好');
      expect(conversation.told).toEqual([{ call, text: '请您稍等，就好' }]);
    },
  },
  {
    title: 'looks back over a long conversation, and new words do not pull it away',
    does: ['talk-up', 'talk-down', 'talk-page-up', 'talk-page-down'],
    play: async () => {
      const { seat, call, conversation } = await inPractice('租房一年能提几次');
      for (let at = 1; at <= 30; at++) conversation.speaks(call, `第${at}句话`);
      await seat.sees('第30句话');
      seat.press('Up');
      await seat.sees('第24句话');
      await seat.seesNo('第30句话');
      seat.press('PgUp', 'PgUp', 'PgUp', 'PgUp', 'PgUp');
      await seat.sees('第1句话');
      conversation.speaks(call, '又说了一句');
      await seat.sees('第1句话', '刘女士：又说了一句', '1 句没看');
      seat.press('PgDn', 'PgDn', 'PgDn', 'PgDn', 'PgDn');
      await seat.sees('又说了一句');
      await seat.seesNo('句没看');
      seat.press('Up');
      await seat.sees('↑24 ↓1 行');
      seat.press('Down');
      await seat.sees('↑25 ↓0 行');
    },
  },
  {
    title: 'moves about the panes in two columns, and comes back to the half sentence',
    does: ['talk-previous-pane', 'talk-next-pane', 'talk-leave', 'talk', 'call-pane-back'],
    play: async () => {
      const { seat } = await inPractice('租房一年能提几次', { columns: 120, rows: 36 });
      await writes(seat, '半句');
      seat.press('Shift-Tab');
      await seat.sees('┏┅ 来电');
      seat.press('Shift-Tab', 'Shift-Tab', 'Shift-Tab');
      await seat.sees('┏┅ 对话');
      await escapes(seat, '┏┅ 对话');
      await seat.sees('┏┅ 答复');
      await writes(seat, '答复一句');
      seat.press('Alt-T');
      await seat.sees('┏┅ 对话', '半句', '答复一句');
      seat.types('话');
      await seat.sees('半句话');
      seat.press('Ctrl-Z');
      await seat.seesNo('半句话');
      seat.press('Tab');
      await seat.sees('┏┅ 答复');
    },
  },
  {
    title: 'on hold nothing is heard, and the seat says why; in three columns',
    does: ['hold', 'talk-say'],
    play: async () => {
      const { seat, call, conversation } = await inPractice('提前还款', { columns: 160, rows: 50 });
      seat.press('Ctrl-T');
      await seat.sees('‖ 保持中', '通话保持中，市民听不到：Ctrl-T 恢复');
      await writes(seat, '喂？');
      // Nothing is said, and the words stay.
      seat.press('Enter');
      await seat.sees('通话保持中，市民听不到：先恢复（Ctrl-T）');
      expect(conversation.told).toEqual([]);
      seat.press('Ctrl-T');
      await seat.sees('◆ 通话中');
      seat.press('Enter');
      await seat.sees('● 我    喂？');
      expect(conversation.told).toEqual([{ call, text: '喂？' }]);
    },
  },
  {
    title: 'the citizen hangs up in the middle of a sentence: the trainee writes up, and the seat closes when told to',
    does: ['end', 'confirm-yes', 'close', 'finish-practice'],
    play: async () => {
      const { seat, call, ticket, conversation } = await inPractice('贷款三周没消息');
      await writes(seat, '您先别急');
      conversation.hangsUp(call);
      await seat.sees('· 市民挂断', '市民已挂断：Ctrl-D 结束通话', '您先别急', 'Ctrl-D 结束');
      seat.press('Enter');
      await seat.sees('市民已挂断，听不到了');
      seat.press('Ctrl-D', 'Enter');
      await seat.sees('◇ 整理中', '通话已结束', '┏┅ 答复');
      await writes(seat, '市民中途挂断');
      seat.press('Alt-J');
      await seat.sees('练习还没有结束');
      seat.press('F9');
      await seat.sees('办结工单');
      seat.press('Ctrl-G');
      await seat.sees(`工单 ${ticket} 已办结`);
      conversation.over.update(() => '这一轮结束了');
      await seat.sees('这一轮结束了：', '秒后自动离开', 'Alt-J 现在离开');
      seat.press('Alt-J');
      expect(await seat.leaves()).toBe(0);
    },
  },
  {
    title: 'with nothing to say, nobody to say it to, and nothing written, is told so',
    does: ['talk'],
    play: async () => {
      const line = await Hotline.open();
      const conversation = new FakeConversation();
      const seat = await line.seat('李敏', { mode: 'practice', conversation });
      await seat.sees('没有等待的来电', '练习');
      seat.press('Alt-T');
      await seat.sees('现在没有通话：按 Ctrl-N 接听下一个来电');
      await line.calls('刘女士', '租房提取');
      await seat.sees('刘女士');
      seat.press('Ctrl-N');
      await seat.sees('◆', '还没有人说话');
      seat.press('Enter');
      await seat.sees('先打字，再说');
      seat.press('Alt-L');
      await seat.sees('还没有写答复，没有可念的');
      seat.press('F2');
      await seat.sees('来电预览');
      seat.press('Alt-T');
      await seat.sees('┏┅ 对话');
    },
  },
];
