import { expect } from 'vitest';
import { expectStraight, Hotline, until } from '../driver.tsx';
import type { Shift } from './shift.ts';
import { escapes, inCall, writes } from './steps.ts';

const longQuestion = Array.from({ length: 40 }, (_, at) => `第${at + 1}次去窗口，材料又退了。`).join('');

/** A conversation from taking to its end. */
export const callShifts: readonly Shift[] = [
  {
    title: 'a clerk asks where the vouchers are printed: answers and closes',
    does: ['take-next', 'close', 'form-enter'],
    play: async () => {
      const { line, seat, call, ticket } = await inCall('单位刚开通UK代扣结算，凭证在哪里打', {
        more: { from: '受理员101', tried: '告知需登录网厅' },
      });
      await seat.sees('受理员101 转接', '告知需登录网厅');
      seat.press('F9');
      await seat.sees('先写答复，再办结');
      await writes(seat, '登录单位网厅，在「业务凭证」里打印。');
      seat.press('F9');
      await seat.sees('办结工单 · 刘女士', '[咨询]', 'Enter 办结');
      seat.press('Enter');
      await seat.sees(`工单 ${ticket} 已办结`, '没有等待的来电');
      expect((await line.ticket(ticket)).ticket).toMatchObject({
        state: 'closed',
        category: '咨询',
        answer: '登录单位网厅，在「业务凭证」里打印。',
      });
      expect((await line.call(call)).call.state).toBe('ended');
    },
  },
  {
    title: 'a loan has not moved for three weeks: dispatches it to the fund, with the deadline in view',
    does: ['dispatch', 'form-previous', 'choice-right', 'form-enter', 'show-tickets', 'ticket-show'],
    play: async () => {
      const { line, seat, ticket } = await inCall('贷款材料交了三周没消息', { name: '王先生' });
      seat.press('F10');
      await seat.sees('转派工单 · 王先生', '[济南住房公积金中心]', '[一般]', '现在转派，期限');
      await writes(seat, '材料三周没有进度，市民要求答复');
      seat.press('Tab', 'Right');
      await seat.sees('[紧急]');
      seat.press('Shift-Tab');
      await seat.sees('▸ 原因');
      await writes(seat, '，请速办');
      seat.press('Tab', 'Enter');
      await seat.sees('已转派给济南住房公积金中心，期限');
      expect((await line.ticket(ticket)).ticket).toMatchObject({
        state: 'dispatched',
        unit: '济南住房公积金中心',
        urgency: 'urgent',
        reason: '材料三周没有进度，市民要求答复，请速办',
      });
      seat.press('F6', 'Enter');
      await seat.sees('→ 已转派', '期限', '经过');
    },
  },
  {
    title: 'a developer presses for money: F12 dispatches where a terminal keeps F10 for itself',
    does: ['dispatch', 'form-send'],
    play: async () => {
      const { line, seat, ticket } = await inCall('开发商催放款', { columns: 120, rows: 36 });
      await writes(seat, '已向市民说明');
      seat.press('F12');
      await seat.sees('转派工单 · 刘女士', '已写的答复会一并转去');
      await writes(seat, '请贷款处核实放款');
      seat.press('Ctrl-G');
      await seat.sees('已转派给');
      expect((await line.ticket(ticket)).ticket).toMatchObject({ state: 'dispatched', reason: '请贷款处核实放款' });
      expectStraight(seat);
    },
  },
  {
    title: 'holds a caller who looks for a paper, takes another, and goes back',
    does: ['hold', 'take-next', 'show-call', 'close'],
    play: async () => {
      const { line, seat, call } = await inCall('缴交结算怎么做');
      const second = await line.calls('王先生', '租房提取一年几次');
      await writes(seat, '先查一下');
      seat.press('Ctrl-N');
      await seat.sees('正在与刘女士通话：先保持（Ctrl-T）');
      seat.press('Ctrl-T');
      await seat.sees('‖ 保持中', '已保持，市民在听音乐', 'Ctrl-T 恢复');
      seat.press('Ctrl-N');
      await seat.sees('租房提取一年几次', '▸ 王先生 通话中', '刘女士 保持中');
      await writes(seat, '一年一次');
      seat.press('F3');
      await seat.sees('▸ 刘女士 保持中', '先查一下');
      seat.press('Ctrl-T');
      await seat.sees('正在与王先生通话');
      seat.press('F3', 'F9');
      await seat.sees('办结工单 · 王先生');
      seat.press('Enter', 'Enter');
      await seat.sees(`工单 ${second.ticket.number} 已办结`, '先查一下');
      seat.press('Ctrl-T');
      await seat.sees('◆ 通话中', '已恢复通话');
      expect((await line.call(call)).call.state).toBe('active');
    },
  },
  {
    title: 'the matter is none of an expert’s: gives the call back with what was answered',
    does: ['return', 'form-cancel', 'form-send'],
    play: async () => {
      const { line, seat, call } = await inCall('小区停水了');
      await writes(seat, '停水请找供水热线');
      seat.press('Ctrl-R');
      await seat.sees('退回前台 · 刘女士', '[附在说明后]');
      await writes(seat, '请转供水集团');
      await escapes(seat, '退回前台 · 刘女士');
      // What was begun is there again.
      seat.press('Ctrl-R');
      await seat.sees('请转供水集团');
      seat.press('Ctrl-G');
      await seat.sees('已把刘女士退回前台', '等待接听');
      const { state, notes } = (await line.call(call)).call;
      expect([state, notes[0]?.text]).toEqual(['returned', '请转供水集团\n已写的答复：停水请找供水热线']);
      // It is the front line's matter now, and no open work here.
      seat.press('F6');
      await seat.sees('我的工单');
      await seat.seesNo('刘女士  ');
    },
  },
  {
    title: 'asks about medical insurance at the fund’s desk: moves the call to that domain',
    does: ['move', 'choice-right', 'choice-left', 'form-next'],
    play: async () => {
      const { line, seat, call } = await inCall('异地住院怎么报销', { name: '王先生' });
      seat.press('Ctrl-X', 'Ctrl-D');
      await seat.sees('转到其他领域 · 王先生', '[社保医保]');
      seat.press('Right');
      await seat.seesNo('[社保医保]');
      seat.press('Left', 'Tab');
      await writes(seat, '问的是医保');
      seat.press('Enter');
      await seat.sees('已把王先生转到社保医保');
      expect((await line.call(call)).call).toMatchObject({ state: 'waiting', domain: 'shebao' });
    },
  },
  {
    title: 'presses Ctrl-X, forgets the rest, and is told which keys follow',
    does: ['move'],
    play: async () => {
      const { seat } = await inCall('异地住院怎么报销');
      seat.press('Ctrl-X');
      await seat.sees('Ctrl-X … 再按一个键');
      seat.press('F1');
      await seat.sees('Ctrl-D 转领域');
      seat.press('Ctrl-D');
      await seat.sees('转到其他领域 · 刘女士');
      await seat.seesNo('再按一个键');
    },
  },
  {
    title: 'the line is bad: shows the number with a reason, notes it down, and masks it again',
    does: ['reveal', 'form-enter'],
    play: async () => {
      const { line, seat, ticket } = await inCall('缴交结算怎么做');
      await seat.sees('138****1000');
      seat.press('Ctrl-P');
      await seat.sees('显示号码', '原因会记入审计');
      await writes(seat, '线路不清，需要回拨');
      seat.press('Enter');
      await seat.sees('13800001000', '秒后遮挡');
      seat.press('Ctrl-P');
      await seat.seesNo('13800001000');
      await seat.sees('138****1000');
      expect((await line.ticket(ticket)).history.map(({ type }) => type)).toContain('call.phone-revealed');
    },
  },
  {
    title: 'the caller has hung up: ends, writes up in peace, and ends the wrap-up without an answer',
    does: ['end', 'confirm-no', 'confirm-yes'],
    play: async () => {
      const { line, seat, call, ticket } = await inCall('缴交结算怎么做');
      seat.press('Ctrl-D');
      await seat.sees('结束与刘女士的通话？', '秒整理时间', 'Enter 确认 · Esc 返回');
      await escapes(seat, '结束与刘女士的通话？');
      seat.press('Ctrl-D', 'Enter');
      await seat.sees('◇ 整理中', '整理还剩', '通话已结束，请办结或转派');
      seat.press('Ctrl-D');
      await seat.sees('结束刘女士的整理？工单还没有办结');
      seat.press('Enter');
      await seat.sees('✓ 已结束');
      expect((await line.call(call)).call.state).toBe('ended');
      expect((await line.ticket(ticket)).ticket.state).toBe('open');
    },
  },
  {
    title: 'comes too late in wrap-up, and goes on with the ticket from the list',
    does: ['end', 'show-tickets', 'ticket-show', 'ticket-go-on', 'close'],
    play: async () => {
      const { line, seat, ticket } = await inCall('缴交结算怎么做', { settings: { wrapUpSeconds: 1 } });
      await writes(seat, '答复写到一半');
      seat.press('Ctrl-D', 'Enter');
      await seat.sees('整理时间已到，工单未办结', '答复写到一半');
      seat.press('F6');
      await seat.sees('○ 未办结', '未办结 1');
      seat.press('Enter');
      await seat.sees('Enter 继续办理', '通话结束，开始整理');
      seat.press('Enter');
      await seat.sees('答复写到一半');
      seat.press('F9', 'Ctrl-G');
      await seat.sees(`工单 ${ticket} 已办结`);
      expect((await line.ticket(ticket)).ticket.answer).toBe('答复写到一半');
    },
  },
  {
    title: 'a caller told a long story: reads it line by line and page by page beside the answer',
    does: [
      'call-pane',
      'call-pane-back',
      'question-down',
      'question-up',
      'question-first',
      'question-last',
      'question-back',
      'call-page-up',
      'call-page-down',
    ],
    play: async () => {
      const { seat } = await inCall(longQuestion, { name: '孙先生' });
      await seat.sees('第1次');
      seat.press('PgDn');
      await seat.seesNo('第1次');
      seat.press('PgUp');
      await seat.sees('第1次');
      seat.press('Shift-Tab', 'End');
      await seat.sees('已尝试', '前台没有写');
      seat.press('Home');
      await seat.sees('第1次');
      seat.press('Down', 'Down');
      await seat.seesNo('第1次');
      seat.press('Up', 'Up');
      await seat.sees('第1次');
      seat.press('Enter');
      await writes(seat, '慢慢说');
      seat.press('Tab', 'Tab', 'End');
      await seat.sees('已尝试', '慢慢说');
    },
  },
  {
    title: 'writes in lines, strikes out what was too much, and takes a word back',
    does: ['close'],
    play: async () => {
      const { line, seat, ticket } = await inCall('缴交结算怎么做', { columns: 160, rows: 50 });
      seat.types('一、登录');
      seat.press('Enter');
      seat.types('二、缴交');
      seat.pastes('\n三、打印凭证');
      await seat.sees('一、登录', '二、缴交', '三、打印凭证');
      seat.press('Backspace', 'Backspace');
      await seat.seesNo('凭证');
      seat.press('Ctrl-Z');
      await seat.sees('三、打印凭证');
      seat.press('F9', 'Ctrl-G');
      await seat.sees(`工单 ${ticket} 已办结`);
      expect((await line.ticket(ticket)).ticket.answer).toBe('一、登录\n二、缴交\n三、打印凭证');
      expectStraight(seat);
    },
  },
  {
    title: 'closes in English what a caller asked in Chinese',
    does: ['close', 'choice-right', 'form-enter'],
    play: async () => {
      const { line, seat, ticket } = await inCall('凭证在哪里打', {
        name: 'Mr Wu',
        language: 'en',
        columns: 120,
        rows: 36,
      });
      await seat.sees('◆ talking', 'Write the answer');
      await writes(seat, '在网厅打印');
      seat.press('F9');
      await seat.sees('Close the ticket · Mr Wu', '[enquiry]');
      seat.press('Right');
      await seat.sees('[help]');
      seat.press('Enter');
      await seat.sees(`Ticket ${ticket} is closed`, 'No call is waiting');
      expect((await line.ticket(ticket)).ticket.category).toBe('求助');
      expectStraight(seat);
    },
  },
  {
    title: 'a supervisor takes the call away: the half sentence is not put under another',
    does: ['hold', 'take-next', 'show-call'],
    play: async () => {
      const { line, seat } = await inCall('缴交结算怎么做');
      const second = await line.calls('王先生', '租房提取');
      seat.press('Ctrl-T');
      await seat.sees('‖ 保持中');
      seat.press('Ctrl-N');
      await seat.sees('▸ 王先生');
      await writes(seat, '前半句');
      await line.moves(second.call.id, 'shebao');
      await seat.sees('王先生的来电已不在您的坐席', '草稿还在', '前半句');
      seat.press('F3');
      await seat.sees('‖ 保持中', '缴交结算怎么做');
      expect(seat.text()).not.toContain('前半句');
    },
  },
  {
    title: 'presses a key of the call where no call is, and is told where it belongs',
    does: ['show-call', 'show-queue'],
    play: async () => {
      const line = await Hotline.open();
      const seat = await line.seat();
      await seat.sees('没有等待的来电');
      seat.press('F9');
      await seat.sees('办结在通话画面可用：先按 F3');
      seat.press('F3');
      await seat.sees('现在没有通话', 'Ctrl-N 接听下一个来电，F2 看队列');
      seat.press('F9');
      await seat.sees('没有选中您坐席上的通话');
      seat.press('F2');
      await until(
        () => seat.text().includes('等待接听') && !seat.text().includes('没有选中'),
        () => seat.text(),
      );
    },
  },
];
