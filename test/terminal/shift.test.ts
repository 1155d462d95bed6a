import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CallAndTicket, handOver, signedInAs, startServe, type TestHub } from '../cli/support/hub.ts';
import { endAfterTest, freshFolder, run } from '../cli/support/program.ts';
import { holdingProxy } from '../support/holding-proxy.ts';
import { until } from '../support/line.ts';
import { Screen } from './terminal.ts';

const TicketShown = z.object({
  ticket: z.object({
    state: z.string(),
    answer: z.string().nullable(),
    unit: z.string().nullable(),
    deadline: z.string().nullable(),
    category: z.string().nullable(),
  }),
});

const serve = async (args: string[] = []): Promise<TestHub> => {
  const hub = await startServe({ args });
  endAfterTest(hub.running);
  return hub;
};

/** An expert's seat at a hub, in a terminal of its own. */
const seatAt = async (
  hub: TestHub,
  name: string,
  columns = 80,
  rows = 24,
): Promise<{ seat: Screen; env: Record<string, string> }> => {
  const env = { EXPERT_SEAT_HUB: hub.url, ...(await signedInAs(hub, name, 'expert')) };
  const seat = new Screen([], env, columns, rows);
  await seat.sees('已连接');
  return { seat, env };
};

const ticketOf = async (hub: TestHub, number: string) =>
  (await hub.json(TicketShown, ['tickets', 'show', number])).ticket;

const settled = (hub: TestHub, number: string, state: string) =>
  until(
    () => ticketOf(hub, number),
    (ticket) => ticket.state === state,
  );

describe.each([
  [80, 24],
  [120, 36],
  [160, 50],
])('a shift in a terminal of %i×%i', (columns, rows) => {
  it('takes a call, types Chinese, closes; takes another, dispatches', async () => {
    const hub = await serve();
    const { seat } = await seatAt(hub, '李敏', columns, rows);
    const first = await handOver(hub);
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('答复 ━');
    seat.type('已指导市民用UK登录,');
    seat.type('在业务凭证里打印');
    await seat.sees('在业务凭证里打印');
    seat.press('F9');
    await seat.sees('办结工单');
    seat.press('Ctrl-G');
    const closed = await settled(hub, first.ticket.number, 'closed');
    expect(closed).toMatchObject({ category: '咨询', answer: '已指导市民用UK登录,在业务凭证里打印' });

    const second = await handOver(hub, ['--priority', 'urgent']);
    await seat.sees('加急');
    seat.press('F2', 'Enter');
    await seat.sees('答复 ━');
    seat.press('F10');
    await seat.sees('转派工单');
    // The unit that works on such topics stands there already.
    await seat.sees('[济南住房公积金中心]');
    seat.type('超过承诺时限,请核实');
    seat.press('Ctrl-G');
    const dispatched = await settled(hub, second.ticket.number, 'dispatched');
    expect(dispatched).toMatchObject({ unit: '济南住房公积金中心' });
    expect(dispatched.deadline).toMatch(/\+08:00$/);
    expect(seat.lines().every((line) => !line.includes('undefined'))).toBe(true);
  });
});

const Cast = z.object({
  people: z.array(z.object({ role: z.string(), name: z.string(), idNumber: z.string(), phone: z.string() })),
});

describe.each([
  [80, 24],
  [120, 36],
  [160, 50],
])('a call on loan progress in a terminal of %i×%i', (columns, rows) => {
  it('is verified, read out and closed by keyboard alone; nothing of the account stays behind', async () => {
    const listed = await run(['fund-sandbox', 'people', '--json']);
    const citizen = Cast.parse(JSON.parse(listed.stdout)).people.find(({ role }) => role === 'loan-reviewing')!;
    const hub = await serve(['--fund', 'sandbox']);
    const { seat } = await seatAt(hub, '李敏', columns, rows);
    const question = ['--topic', 'gjj.ln.progress', '--question', '贷款材料交了三周了，卡在哪一步'];
    const transfer = ['calls', 'transfer', '--phone', citizen.phone, '--name', '张女士', '--domain', 'gongjijin'];
    const { ticket } = await hub.json(CallAndTicket, [...transfer, ...question]);
    await seat.sees('张女士');
    seat.press('Ctrl-N');
    await seat.sees('答复 ━');
    seat.press('F5');
    await seat.sees('核验身份');
    await seat.sees('姓名');
    // A wrong key and a wrong name first: the form says so, keeps what was typed, and counts.
    seat.type('张');
    seat.press('Enter');
    seat.type(citizen.idNumber);
    seat.press('F5');
    await seat.sees('核验未通过');
    await seat.sees('2 次');
    seat.press('Up', 'Ctrl-U');
    // Only while it has the focus can the number be read.
    await seat.seesNot(citizen.idNumber);
    seat.type(citizen.name);
    seat.press('Ctrl-G');
    await seat.sees('已核验');
    await seat.sees('贷款进度');
    await seat.sees('待审核');
    seat.press('Ctrl-Y');
    await seat.sees('写入张女士的答复');
    seat.press('F9');
    await seat.sees('办结工单');
    seat.press('Ctrl-G');
    const closed = await settled(hub, ticket.number, 'closed');
    expect(closed.answer).toMatch(
      /^张女士您好。经核验，您的贷款申请（\d{4}-\d{2}-\d{2} 提交，.*起处于待审核环节。还缺.+，请尽快补齐。/,
    );
    await seat.seesNot('已核验');
    for (const secret of [citizen.idNumber, citizen.phone, citizen.name]) expect(closed.answer).not.toContain(secret);
    expect(await hub.end()).toBe(0);
  });
});

it('whoever has a token sits at the hub of the data folder as themselves', async () => {
  const hub = await serve();
  const { EXPERT_SEAT_TOKEN } = await signedInAs(hub, '李敏', 'expert');
  const seat = new Screen([], { EXPERT_SEAT_DATA: hub.dataDir, EXPERT_SEAT_TOKEN: EXPERT_SEAT_TOKEN! }, 80, 24);
  await seat.sees('专家坐席 李敏');
});

describe('trouble', () => {
  it('a hub that is lost in the middle of an answer and comes back: nothing typed is lost, the ticket is closed', async () => {
    const hub = await serve();
    const { seat } = await seatAt(hub, '李敏');
    const { ticket } = await handOver(hub);
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('答复 ━');
    seat.type('前半句,');
    await seat.sees('前半句');
    hub.running.child.kill('SIGKILL');
    await hub.running.ended;
    await seat.sees('连不上中心');
    seat.type('后半句');
    await seat.sees('后半句');
    const back = await startServe({ dataDir: hub.dataDir, port: new URL(hub.url).port });
    endAfterTest(back.running);
    await seat.sees('已连接');
    seat.press('F9');
    await seat.sees('办结工单');
    seat.press('Ctrl-G');
    expect((await settled(back, ticket.number, 'closed')).answer).toBe('前半句,后半句');
  });

  it('a seat killed in a call: nobody else gets the call before the lease ends, the same expert is in it again', async () => {
    const hub = await serve(['--live-lease', '4']);
    const { seat, env } = await seatAt(hub, '李敏');
    const other = await signedInAs(hub, '张伟', 'expert');
    const { call, ticket } = await handOver(hub);
    await seat.sees('刘女士');
    seat.press('Enter');
    await seat.sees('答复 ━');
    seat.signal('SIGKILL');
    await seat.exit();
    expect((await hub.run(['calls', 'take', call.id], { env: other })).code).toBe(4);
    const mine = await hub.json(
      z.object({ calls: z.array(z.object({ id: z.string() })) }),
      ['calls', 'list', '--mine'],
      env,
    );
    expect(mine.calls.map(({ id }) => id)).toEqual([call.id]);
    // Opens on the call, without a key.
    const again = new Screen([], env, 80, 24);
    await again.sees(ticket.number);
    expect((await hub.run(['calls', 'take', call.id], { env: other })).code).toBe(4);
    again.signal('SIGKILL');
    await again.exit();
    const taken = await until(
      () => hub.run(['calls', 'take', '--json'], { env: other }),
      ({ code }) => code === 0,
    );
    expect(CallAndTicket.parse(JSON.parse(taken.stdout)).call.id).toBe(call.id);
  });

  it('hostile text of a citizen is shown harmlessly', async () => {
    const hub = await serve();
    const { seat } = await seatAt(hub, '李敏');
    const evil = '\x1b]52;c;ZXZpbA==\x07\x1b[2J\x1b]0;owned\x07\u202e反\u202c\u200b\u200b刘女士👩‍👩‍👧‍👦';
    const line = `${JSON.stringify({ phone: '13800001000', name: evil, domain: 'gongjijin', question: `${evil}${'字'.repeat(1500)}`, tried: evil })}\n`;
    await hub.run(['calls', 'transfer', '--file', '-'], { input: line });
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('字字字字');
    expect(seat.raw).not.toContain('\x1b]52');
    expect(seat.raw).not.toContain('\x1b]0;owned');
    expect(seat.raw).not.toContain('\u202e');
    expect(seat.title).not.toContain('owned');
    const lines = seat.lines();
    expect(lines[0]).toContain('李敏');
    expect(lines.at(-1)).toContain('F1');
  });
});

describe('the terminal', () => {
  const left = { alternate: false, bracketedPaste: false, cursorShown: true, mouse: 'none' };

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('is left as it was found on %s', async (signal, code) => {
    const hub = await serve();
    const { seat } = await seatAt(hub, '李敏');
    expect(seat.state()).toMatchObject({ alternate: true });
    seat.signal(signal);
    expect(await seat.exit()).toBe(code);
    expect(seat.state()).toEqual(left);
  });

  it('is left as it was found on SIGTERM while the line is still asked for', async () => {
    const hub = await serve();
    const slow = await holdingProxy(hub.url, '/calls');
    const { seat } = await seatAt({ ...hub, url: slow.url }, '李敏');
    expect(slow.held()).toBe(1);
    seat.signal('SIGTERM');
    expect(await seat.exit()).toBe(143);
    expect(seat.state()).toEqual(left);
  });

  it('is left as it was found when the person quits; one Ctrl-C asks first', async () => {
    const hub = await serve();
    const { seat } = await seatAt(hub, '李敏');
    seat.press('Ctrl-C');
    await seat.sees('退出坐席');
    seat.press('Esc');
    await seat.seesNot('退出坐席');
    seat.press('Ctrl-C');
    await seat.sees('退出坐席');
    seat.press('Ctrl-C');
    expect(await seat.exit()).toBe(0);
    expect(seat.state()).toEqual(left);
  });

  it('may change its size at any time; a paste goes in whole and harmless; the cursor stands at the caret', async () => {
    const hub = await serve();
    const { seat } = await seatAt(hub, '李敏');
    await handOver(hub);
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('答复 ━');
    seat.paste('第一行\r\n第二行\x1b[31m红\x07');
    await seat.sees('第二行');
    for (const [columns, rows] of [
      [160, 50],
      [60, 15],
      [200, 60],
      [40, 10],
      [80, 24],
    ] as const) {
      seat.resize(columns, rows);
      const ready =
        columns >= 60 ? (line: string) => line.includes('F1') : (line: string) => /60\s*×\s*15|60x15/.test(line);
      await until(
        () => seat.lines(),
        (lines) => lines.some(ready),
      );
    }
    await seat.sees('第二行');
    // The row up to the cursor: an input method opens its window right behind what was written.
    await until(
      () => seat.beforeCursor(),
      (before) => before.endsWith('第二行红'),
    );
    seat.press('Backspace');
    await seat.seesNot('第二行红');
  });

  it('the demonstration marks every screen and says what to press first', async () => {
    const seat = new Screen(['demo'], {}, 80, 24);
    await seat.sees('Ctrl-N');
    for (const key of ['F2', 'F6', 'F3'] as const) {
      seat.press(key);
      await seat.sees('演示');
    }
    seat.press('Ctrl-C', 'Ctrl-C');
    expect(await seat.exit()).toBe(0);
  });

  it('alone, without a hub, the seat opens on its own', async () => {
    const seat = new Screen(['--data', freshFolder()], {}, 80, 24);
    await seat.sees('本机');
    seat.press('Ctrl-C', 'Ctrl-C');
    expect(await seat.exit()).toBe(0);
  });
});
