import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CallView } from '../../src/contract/shapes/call.ts';
import { SeatView } from '../../src/contract/shapes/seat.ts';
import { TicketView } from '../../src/contract/shapes/ticket.ts';
import { CallAndTicket, errorOf, handOver, oneCall, signedInAs, startServe, type TestHub } from './support/hub.ts';

const Both = z.object({ call: CallView, ticket: TicketView });
const One = z.object({ call: CallView });
const Calls = z.object({ calls: z.array(CallView), next: z.string().optional() });
const Seat = z.object({ seat: SeatView });

let hub: TestHub;
let expert: Record<string, string>;
let other: Record<string, string>;
let frontline: Record<string, string>;

beforeAll(async () => {
  hub = await startServe();
  [expert, other, frontline] = await Promise.all([
    signedInAs(hub, '李敏', 'expert'),
    signedInAs(hub, '王强', 'expert'),
    signedInAs(hub, '受理员101', 'frontline'),
  ]);
});
afterAll(() => hub.end());

describe('a call by commands', () => {
  it('is handed over, taken, held, resumed, ended', async () => {
    const nothing = await hub.run(['calls', 'take', '--json'], { env: expert });
    expect(nothing.code).toBe(3);
    expect(errorOf(nothing).code).toBe('nothing_waiting');

    const { call, ticket } = await hub.json(
      Both,
      ['calls', 'transfer', ...oneCall, '--tried', '已告知要登录网厅', '--priority', 'urgent', '--from', '受理员101'],
      frontline,
    );
    expect(call).toMatchObject({
      state: 'waiting',
      priority: 'urgent',
      phone: '138****1000',
      from: '受理员101',
      ticket: ticket.number,
    });
    const waiting = await hub.json(Calls, ['calls', 'list', '--waiting'], expert);
    expect(waiting.calls.map(({ id }) => id)).toEqual([call.id]);

    const taken = await hub.json(Both, ['calls', 'take', call.id], expert);
    expect(taken.call).toMatchObject({ id: call.id, state: 'active', seat: { name: '李敏' } });
    const again = await hub.json(Both, ['calls', 'take'], expert);
    expect(again.call.id).toBe(call.id);
    const lost = await hub.run(['calls', 'take', call.id, '--json'], { env: other });
    expect(lost.code).toBe(4);
    expect(errorOf(lost).code).toBe('call_taken');

    expect((await hub.json(One, ['calls', 'hold', call.id], expert)).call.state).toBe('held');
    expect((await hub.json(Calls, ['calls', 'list', '--mine'], expert)).calls[0]?.state).toBe('held');
    expect((await hub.json(One, ['calls', 'resume', call.id], expert)).call.state).toBe('active');
    expect((await hub.json(One, ['calls', 'end', call.id], expert)).call.state).toBe('wrap-up');
    expect((await hub.json(One, ['calls', 'end', call.id], expert)).call.state).toBe('ended');
    const over = await hub.run(['calls', 'end', call.id], { env: expert });
    expect(over.code).toBe(4);
    expect((await hub.json(Both, ['calls', 'show', call.id], expert)).ticket.state).toBe('open');
  });

  it('goes back to the front line, to another domain, or is given up', async () => {
    const [first, second, third] = await Promise.all([handOver(hub), handOver(hub), handOver(hub)]);
    await hub.json(Both, ['calls', 'take', first.call.id], expert);
    const returned = await hub.json(One, ['calls', 'return', first.call.id, '--note', '请补问缴存城市'], expert);
    expect(returned.call).toMatchObject({ state: 'returned', notes: [{ kind: 'returned', text: '请补问缴存城市' }] });

    await hub.json(Both, ['calls', 'take', second.call.id], expert);
    const moved = await hub.json(
      One,
      ['calls', 'move', second.call.id, '--domain', 'shebao', '--note', '问的是医保'],
      expert,
    );
    expect(moved.call).toMatchObject({ state: 'waiting', domain: 'shebao' });

    const abandoned = await hub.json(One, ['calls', 'abandon', third.call.id]);
    expect(abandoned.call.state).toBe('abandoned');
    await hub.json(One, ['calls', 'abandon', second.call.id]);
  });

  it('shows the number only for a reason, and keeps it masked elsewhere', async () => {
    const { call } = await handOver(hub);
    await hub.json(Both, ['calls', 'take', call.id], expert);
    const revealed = await hub.json(
      z.object({ phone: z.string() }),
      ['calls', 'reveal', call.id, '--reason', '回拨'],
      expert,
    );
    expect(revealed.phone).toBe('13800001000');
    const strange = await hub.run(['calls', 'reveal', call.id, '--reason', '好奇'], { env: other });
    expect(strange.code).toBe(4);
    expect(strange.stdout + strange.stderr).not.toContain('13800001000');
    const human = await hub.run(['calls', 'show', call.id], { env: expert });
    expect(human.stdout).toContain('138****1000');
    expect(human.stdout).toContain('刘女士');
    await hub.json(One, ['calls', 'return', call.id, '--note', 'x'], expert);
  });

  it('declares the own seat, and is offered and declined by push', async () => {
    expect((await hub.json(Seat, ['calls', 'seat'], expert)).seat.state).toBe('offline');
    expect((await hub.json(Seat, ['calls', 'seat', 'meal'], expert)).seat).toMatchObject({
      state: 'not-ready',
      reason: 'meal',
    });
    expect((await hub.json(Seat, ['calls', 'seat', 'ready'], expert)).seat.state).toBe('ready');
    await hub.run(['config', 'hub', 'distribution', 'push']);
    const { call } = await handOver(hub);
    await expect.poll(async () => (await hub.json(One, ['calls', 'show', call.id], expert)).call.state).toBe('offered');
    const elsewhere = await hub.run(['calls', 'take', call.id, '--json'], { env: other });
    expect(errorOf(elsewhere).code).toBe('call_offered_elsewhere');
    expect((await hub.json(One, ['calls', 'decline', call.id], expert)).call.state).toBe('waiting');
    expect((await hub.json(Seat, ['calls', 'seat'], expert)).seat.state).toBe('not-ready');
    await hub.run(['config', 'hub', 'distribution', 'pull']);
    await hub.json(One, ['calls', 'abandon', call.id]);
  });

  it('is handed over once, however often the same intent is sent', async () => {
    const args = ['calls', 'transfer', ...oneCall, '--idempotency-key', 'platform-call-77'];
    const [first, second] = await Promise.all([hub.json(CallAndTicket, args), hub.json(CallAndTicket, args)]);
    expect(second).toEqual(first);
    const changed = await hub.run([
      ...args.slice(0, -2),
      '--tried',
      '别的',
      '--idempotency-key',
      'platform-call-77',
      '--json',
    ]);
    expect(changed.code).toBe(4);
    expect(errorOf(changed).code).toBe('idempotency_conflict');
  });

  it('keeps options apart from values that look like options', async () => {
    const { call } = await hub.json(Both, ['calls', 'transfer', ...oneCall.slice(0, -1), '--json', '--lang', 'en']);
    expect(call.question).toBe('--json');
  });

  it('knows who may do what', async () => {
    const byFrontline = await hub.run(['calls', 'take', '--json'], { env: frontline });
    expect(byFrontline.code).toBe(5);
    expect(errorOf(byFrontline).code).toBe('not_allowed');
    const byExpert = await hub.run(['calls', 'transfer', ...oneCall], { env: expert });
    expect(byExpert.code).toBe(5);
  });

  it('is offered to a shell that completes ids, and nothing is said when there is no hub', async () => {
    const { call, ticket } = await handOver(hub);
    const [calls, tickets, gone] = await Promise.all([
      hub.run(['__complete', 'calls'], { env: expert }),
      hub.run(['__complete', 'tickets'], { env: expert }),
      hub.run(['__complete', 'calls'], { env: { EXPERT_SEAT_HUB: 'http://127.0.0.1:9' } }),
    ]);
    expect(calls.stdout).toContain(`${call.id}\t刘女士 怎么提取\n`);
    expect(tickets.stdout).toContain(`${ticket.number}\t`);
    expect(gone).toMatchObject({ stdout: '', stderr: '' });
  });

  it('lists page by page, in columns for people', async () => {
    await Promise.all([handOver(hub), handOver(hub), handOver(hub)]);
    const first = await hub.json(Calls, ['calls', 'list', '--limit', '2'], expert);
    expect(first.calls).toHaveLength(2);
    const second = await hub.json(Calls, ['calls', 'list', '--limit', '2', '--after', first.next ?? ''], expert);
    expect(second.calls.length).toBeGreaterThan(0);
    expect(second.calls.map(({ id }) => id)).not.toContain(first.calls[1]?.id);
    const human = await hub.run(['calls', 'list'], { env: expert });
    const [heading = '', row = ''] = human.stdout.split('\n');
    expect(heading).toMatch(/^来电编号 .*问题$/);
    expect(row).toContain('怎么提取');
  });
});
