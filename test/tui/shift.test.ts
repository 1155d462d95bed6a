import { expect, it } from 'vitest';
import { Hotline, until } from './driver.tsx';

it('takes the next call, answers in Chinese and closes the ticket', async () => {
  const line = await Hotline.open();
  const { ticket } = await line.calls('刘女士', '单位刚开通UK代扣结算,凭证在哪里打', {
    from: '受理员101',
    tried: '告知需登录网厅',
  });
  const seat = await line.seat();
  await seat.sees('刘女士', '138****1000', '受理员101 转接', '告知需登录网厅', '等待 1', '● 已连接');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '已接听 刘女士', 'F10 转派');
  seat.press('F9');
  await seat.sees('先写答复，再办结');
  seat.types('登录单位网厅');
  seat.types('，在「业务凭证」里打印。');
  await seat.sees('登录单位网厅，在「业务凭证」里打印。', 'F9 办结');
  seat.press('F9');
  await seat.sees('办结工单 · 刘女士', '[咨询]');
  seat.press('Right');
  await seat.sees('[求助]', 'Enter 办结');
  seat.press('Enter');
  await seat.sees(`工单 ${ticket.number} 已办结`, '没有等待的来电');
  const done = await line.ticket(ticket.number);
  expect(done.ticket).toMatchObject({
    state: 'closed',
    category: '求助',
    answer: '登录单位网厅，在「业务凭证」里打印。',
  });
  expect((await line.call(done.ticket.call)).call.state).toBe('ended');
});

it('takes the second of the list, dispatches it and sees the deadline', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const { ticket } = await line.calls('王先生', '贷款材料交了三周没消息');
  const seat = await line.seat();
  await seat.sees('王先生');
  seat.press('Down', 'Enter');
  await seat.sees('◆ 通话中', '贷款材料交了三周没消息');
  seat.press('F10');
  await seat.sees('转派工单 · 王先生');
  await seat.sees('[济南住房公积金中心]', '现在转派，期限');
  seat.types('材料三周没有进度，市民要求答复');
  seat.press('Shift-Tab', 'Left');
  await seat.sees('[另填…]', '单位名称');
  seat.press('Tab');
  seat.types('贷款管理处');
  seat.press('Tab', 'Tab', 'Right', 'Enter');
  await seat.sees('已转派给贷款管理处，期限');
  const done = (await line.ticket(ticket.number)).ticket;
  expect(done).toMatchObject({
    state: 'dispatched',
    unit: '贷款管理处',
    urgency: 'urgent',
    reason: '材料三周没有进度，市民要求答复',
  });
  // The same deadline stands in the list of tickets, with what happened in words.
  seat.press('F6', 'Enter');
  await seat.sees('→ 已转派', '期限', '经过', '接听');
  seat.press('PgDn');
  await seat.sees('转派  贷款管理处');
});

it('holds a call, takes another, goes back and forth, and keeps both drafts', async () => {
  const line = await Hotline.open();
  const first = await line.calls('刘女士', '缴交结算怎么做');
  const second = await line.calls('王先生', '租房提取一年几次');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.types('先查一下');
  await seat.sees('先查一下');
  seat.press('Ctrl-N');
  await seat.sees('正在与刘女士通话');
  seat.press('Ctrl-T');
  await seat.sees('‖ 保持中', '保持 1', 'Ctrl-T 恢复');
  seat.press('Ctrl-N');
  await seat.sees('租房提取一年几次', '▸ 王先生 通话中', '刘女士 保持中');
  seat.types('一年一次');
  await seat.sees('一年一次');
  seat.press('F3');
  await seat.sees('▸ 刘女士 保持中', '先查一下');
  seat.press('Ctrl-T');
  await seat.sees('正在与王先生通话');
  seat.press('F3', 'F9');
  await seat.sees('办结工单 · 王先生');
  seat.press('Enter', 'Enter');
  await seat.sees(`工单 ${second.ticket.number} 已办结`, '先查一下', '‖ 保持中');
  seat.press('Ctrl-T');
  await seat.sees('◆ 通话中', '已恢复通话');
  expect((await line.call(first.call.id)).call.state).toBe('active');
});

it('ends the conversation, writes up, and finds the ticket again when the time is over', async () => {
  const line = await Hotline.open({ wrapUpSeconds: 2 });
  const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Enter');
  await seat.sees('◆ 通话中');
  seat.types('答复写到一半');
  seat.press('Ctrl-D');
  await seat.sees('结束与刘女士的通话？', '之后有 2 秒整理时间');
  seat.press('Enter');
  await seat.sees('◇ 整理中', '整理还剩');
  await seat.sees('整理时间已到，工单未办结', '答复写到一半');
  seat.press('F2', 'F6');
  await seat.sees('○ 未办结', '未办结 1');
  seat.press('Enter');
  await seat.sees('Enter 继续办理', '通话结束，开始整理');
  seat.press('Enter');
  await seat.sees('答复写到一半');
  seat.press('F9');
  await seat.sees('办结工单');
  seat.press('Enter');
  await seat.sees(`工单 ${ticket.number} 已办结`);
  expect((await line.ticket(ticket.number)).ticket.answer).toBe('答复写到一半');
});

it('gives a call back to the front line, and moves one to another domain', async () => {
  const line = await Hotline.open();
  const first = await line.calls('刘女士', '社保怎么查');
  const second = await line.calls('王先生', '医保报销');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-R');
  await seat.sees('退回前台 · 刘女士');
  seat.press('Enter');
  await seat.sees('请填写说明');
  seat.types('请告诉市民明天回电');
  seat.press('Esc');
  await seat.seesNo('退回前台 · 刘女士');
  seat.press('Ctrl-R');
  await seat.sees('请告诉市民明天回电');
  seat.press('Enter');
  await seat.sees('已把刘女士退回前台', '等待接听');
  expect((await line.call(first.call.id)).call).toMatchObject({
    state: 'returned',
    notes: [{ text: '请告诉市民明天回电' }],
  });

  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '医保报销');
  seat.press('Ctrl-X', 'Ctrl-D');
  await seat.sees('转到其他领域 · 王先生', '[社保医保]');
  seat.press('Enter');
  seat.types('问医保');
  seat.press('Enter');
  await seat.sees('已把王先生转到社保医保');
  expect((await line.call(second.call.id)).call).toMatchObject({ state: 'waiting', domain: 'shebao' });
});

it('shows the number with a reason and masks it again', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '138****1000');
  expect(seat.text()).not.toContain('13800001000');
  seat.press('Ctrl-P');
  await seat.sees('原因会记入审计');
  seat.types('线路不清，需要回拨');
  seat.press('Enter');
  await seat.sees('13800001000', '秒后遮挡');
  seat.press('Ctrl-P');
  await seat.seesNo('13800001000');
  await seat.sees('138****1000');
});

it('says so when a colleague was faster', async () => {
  const line = await Hotline.open();
  const { call } = await line.calls('刘女士', '缴交结算怎么做');
  await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  const colleague = await line.colleague('张强');
  await seat.sees('▸', '刘女士', '王先生');
  await colleague.call('calls.take', { params: { id: call.id }, body: {} });
  // The selection goes to the call that now has its place.
  await seat.seesNo('刘女士');
  await seat.sees('等待 1', '王先生');
  await until(
    () => /▸.*王先生/.test(seat.text()),
    () => seat.text(),
  );
});

it('finds its call again after it was closed in the middle of it', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const client = line.clientOf(await line.tokenFor('李敏'));
  const options = { client, language: 'zh-CN', mode: 'hub', color: false } as const;
  const seat = line.seatOf(options);
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-C');
  await seat.sees('退出坐席？', '还有 1 个来电在您的坐席：刘女士');
  seat.press('Enter');
  expect(await seat.leaves()).toBe(0);
  const again = line.seatOf(options);
  await again.sees('◆ 通话中', '缴交结算怎么做');
});

it('says so when a supervisor moves the call away, and does not put what is typed into another draft', async () => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const second = await line.calls('王先生', '租房提取');
  const seat = await line.seat();
  await seat.sees('刘女士');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
  seat.press('Ctrl-T');
  await seat.sees('‖ 保持中');
  seat.press('Ctrl-N');
  await seat.sees('▸ 王先生');
  seat.types('前半句');
  await seat.sees('前半句');
  await line.moves(second.call.id, 'shebao');
  await seat.sees('王先生的来电已不在您的坐席', '这个来电已不在您的坐席，草稿还在', '前半句');
  seat.press('F3');
  await seat.sees('‖ 保持中', '缴交结算怎么做');
  expect(seat.text()).not.toContain('前半句');
});
