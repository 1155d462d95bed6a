import { describe, expect, it } from 'vitest';
import { refusalOf, startLine, transferOf, until } from '../support/line.ts';
import { storeKinds } from '../support/stores.ts';

describe.each(storeKinds)('a call on %s', (kind) => {
  it('goes from the front line to one expert and is closed; all of it can be read back and verified', async () => {
    const line = await startLine(kind);
    const frontline = await line.person('frontline');
    const expert = await line.person('expert', { skills: ['gongjijin'] });
    const { call, ticket } = await frontline.call('calls.transfer', { body: transferOf() });
    expect(ticket.number).toMatch(/^JN\d{8}-000001$/);
    const taken = await expert.call('calls.take-next', { body: {} });
    expect(taken.call).toMatchObject({ id: call.id, state: 'active', phone: '138****1000' });
    const closed = await expert.call('tickets.close', {
      params: { number: ticket.number },
      body: { category: '咨询', answer: '已指导', articles: ['gjj-0001'] },
    });
    expect(closed.ticket).toMatchObject({ state: 'closed', category: '咨询', articles: ['gjj-0001'] });
    const shown = await expert.call('tickets.show', { params: { number: ticket.number } });
    expect(shown.history.map((event) => event.type)).toEqual([
      'call.transferred',
      'ticket.opened',
      'call.taken',
      'ticket.closed',
      'call.ended',
    ]);
    expect((await expert.call('calls.show', { params: { id: call.id } })).call.state).toBe('ended');
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('is taken in the order of the rules, and only with the skill for it', async () => {
    const line = await startLine(kind, { settings: { urgentHeadStartSeconds: 300 } });
    const expert = await line.person('expert', { skills: ['gongjijin'] });
    const first = await line.admin.call('calls.transfer', { body: transferOf() });
    const social = await line.admin.call('calls.transfer', { body: transferOf({ domain: 'shebao' }) });
    const urgent = await line.admin.call('calls.transfer', { body: transferOf({ priority: 'urgent' }) });
    const waiting = await line.admin.call('calls.list', { query: { state: 'waiting' } });
    expect(waiting.calls.map(({ id }) => id)).toEqual([urgent.call.id, first.call.id, social.call.id]);
    expect(await refusalOf(expert.call('calls.take', { params: { id: social.call.id }, body: {} }))).toBe(
      'skill_missing',
    );
    expect((await expert.call('calls.take-next', { body: {} })).call.id).toBe(urgent.call.id);
    // One active call; a taking that is asked again is the same one.
    expect((await expert.call('calls.take-next', { body: {} })).call.id).toBe(urgent.call.id);
    expect(await refusalOf(expert.call('calls.take', { params: { id: first.call.id }, body: {} }))).toBe('seat_busy');
    await expert.call('calls.hold', { params: { id: urgent.call.id }, body: {} });
    expect((await expert.call('calls.take-next', { body: {} })).call.id).toBe(first.call.id);
    expect(await refusalOf(expert.call('calls.resume', { params: { id: urgent.call.id }, body: {} }))).toBe(
      'seat_busy',
    );
    await expert.call('calls.end', { params: { id: first.call.id }, body: {} });
    expect((await expert.call('calls.resume', { params: { id: urgent.call.id }, body: {} })).call.state).toBe('active');
  });

  it('keeps the page order when listed in pages', async () => {
    const line = await startLine(kind);
    for (let place = 0; place < 7; place++) {
      await line.admin.call('calls.transfer', { body: transferOf({ priority: place % 3 ? 'normal' : 'urgent' }) });
    }
    const whole = await line.admin.call('calls.list', { query: {} });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await line.admin.call('calls.list', { query: { limit: 2, ...(after && { after }) } });
      seen.push(...page.calls.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(whole.calls.map(({ id }) => id));
    const tickets: string[] = [];
    do {
      const page = await line.admin.call('tickets.list', { query: { limit: 3, ...(after && { after }) } });
      tickets.push(...page.tickets.map(({ number }) => number));
      after = page.next;
    } while (after);
    expect(tickets).toHaveLength(7);
    expect([...tickets].sort().reverse()).toEqual(tickets);
  });

  it('lists own tickets in pages: those that were at the seat and those that were handled, each once', async () => {
    const line = await startLine(kind);
    const [one, other] = [await line.person('expert'), await line.person('expert')];
    const supervisor = await line.person('supervisor');
    const own: string[] = [];
    const handled: string[] = [];
    for (let place = 0; place < 9; place++) {
      const { call, ticket } = await line.admin.call('calls.transfer', { body: transferOf() });
      const taker = place % 3 === 0 ? other : one;
      await taker.call('calls.take', { params: { id: call.id }, body: {} });
      // Now and then the supervisor finishes what is at a seat.
      const closer = place % 4 === 1 ? supervisor : taker;
      const body = { category: '咨询' as const, answer: '已指导' };
      await closer.call('tickets.close', { params: { number: ticket.number }, body });
      if (taker === one) own.push(ticket.number);
      if (closer === supervisor) handled.push(ticket.number);
    }
    const pages = async (client: typeof one, query: { order: 'newest' | 'oldest'; since?: string }) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await client.call('tickets.list', { query: { ...query, mine: true, limit: 2, after } });
        expect(page.tickets.length).toBeLessThanOrEqual(2);
        seen.push(...page.tickets.map(({ number }) => number));
        after = page.next;
      } while (after);
      return seen;
    };
    expect(await pages(one, { order: 'oldest' })).toEqual(own);
    expect(await pages(one, { order: 'newest' })).toEqual([...own].reverse());
    expect(await pages(supervisor, { order: 'oldest' })).toEqual(handled);
    const { ticket } = await one.call('tickets.show', { params: { number: own[3]! } });
    expect(await pages(one, { order: 'oldest', since: ticket.openedAt })).toEqual(own.slice(3));
    expect((await one.call('tickets.list', { query: { mine: true, state: 'open' } })).tickets).toEqual([]);
  });

  it('goes back to the front line, to another domain, or is abandoned', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const a = await line.admin.call('calls.transfer', { body: transferOf() });
    await expert.call('calls.take', { params: { id: a.call.id }, body: {} });
    const returned = await expert.call('calls.return', { params: { id: a.call.id }, body: { note: '请转税务' } });
    expect(returned.call).toMatchObject({ state: 'returned', notes: [{ kind: 'returned', text: '请转税务' }] });
    // The matter is the front line's now, open or done, and no work of who gave it back.
    const own = async () => (await expert.call('tickets.list', { query: { mine: true } })).tickets;
    expect(await own()).toEqual([]);
    const body = { category: '咨询' as const, answer: '已告知找税务' };
    await line.admin.call('tickets.close', { params: { number: a.ticket.number }, body });
    expect(await own()).toEqual([]);
    const b = await line.admin.call('calls.transfer', { body: transferOf() });
    await expert.call('calls.take', { params: { id: b.call.id }, body: {} });
    const moved = await expert.call('calls.move', { params: { id: b.call.id }, body: { domain: 'shebao' } });
    expect(moved.call).toMatchObject({ state: 'waiting', domain: 'shebao', queuedAt: b.call.queuedAt, seat: null });
    const gone = await line.admin.call('calls.abandon', { params: { id: b.call.id }, body: {} });
    expect(gone.call.state).toBe('abandoned');
    expect(await refusalOf(expert.call('calls.take', { params: { id: b.call.id }, body: {} }))).toBe('call_state');
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('lapses to the front of its queue with a note when its seat is lost', async () => {
    const line = await startLine(kind, { settings: { callLeaseSeconds: 1 } });
    const [expert, other] = [await line.person('expert'), await line.person('expert')];
    const lost = await line.admin.call('calls.transfer', { body: transferOf() });
    await line.admin.call('calls.transfer', { body: transferOf({ priority: 'urgent' }) });
    await expert.call('calls.take', { params: { id: lost.call.id }, body: {} });
    expect(await refusalOf(other.call('calls.take', { params: { id: lost.call.id }, body: {} }))).toBe('call_taken');
    const back = await until(
      () => line.admin.call('calls.show', { params: { id: lost.call.id } }),
      ({ call }) => call.state === 'waiting',
    );
    expect(back.call).toMatchObject({ front: true, seat: null, notes: [{ kind: 'lapsed', by: 'system' }] });
    expect((await other.call('calls.take-next', { body: {} })).call.id).toBe(lost.call.id);
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('rings at the longest-idle ready seat, then at the next', async () => {
    const line = await startLine(kind, { settings: { distribution: 'push', offerSeconds: 1 } });
    const [first, second] = [await line.person('expert'), await line.person('expert')];
    await first.call('seat.change', { body: { state: 'ready' } });
    await second.call('seat.change', { body: { state: 'ready' } });
    const { call } = await line.admin.call('calls.transfer', { body: transferOf() });
    const me = await first.call('me', {});
    const you = await second.call('me', {});
    const shown = () => line.admin.call('calls.show', { params: { id: call.id } });
    const ringing = await until(shown, (seen) => seen.call.state === 'offered');
    expect(ringing.call.seat?.id).toBe(me.user.id);
    expect(await refusalOf(second.call('calls.take', { params: { id: call.id }, body: {} }))).toBe(
      'call_offered_elsewhere',
    );
    await until(shown, (seen) => seen.call.seat?.id === you.user.id);
    expect((await first.call('seat.show', {})).seat).toMatchObject({ state: 'not-ready', reason: 'missed-offer' });
    expect((await second.call('calls.take-next', { body: {} })).call.id).toBe(call.id);
  });

  it('rings at the seat that is idle longest, which one that has just moved a call is not', async () => {
    const line = await startLine(kind, { settings: { distribution: 'push' } });
    const [first, second] = await Promise.all([
      line.person('expert', { skills: ['gongjijin'] }),
      line.person('expert', { skills: ['gongjijin'] }),
    ]);
    await first.call('seat.change', { body: { state: 'ready' } });
    await second.call('seat.change', { body: { state: 'ready' } });
    const ringsAt = async (id: string): Promise<string | undefined> =>
      (
        await until(
          () => line.admin.call('calls.show', { params: { id } }),
          (seen) => seen.call.state === 'offered',
        )
      ).call.seat?.id;
    const handOver = async () => (await line.admin.call('calls.transfer', { body: transferOf() })).call.id;
    const moved = await handOver();
    expect(await ringsAt(moved)).toBe((await first.call('me', {})).user.id);
    await first.call('calls.take-next', { body: {} });
    const { seat: before } = await first.call('seat.show', {});
    await first.call('calls.move', { params: { id: moved }, body: { domain: 'shebao' } });
    const { seat: after } = await first.call('seat.show', {});
    expect([after.state, Date.parse(after.since) > Date.parse(before.since)]).toEqual(['ready', true]);
    expect(await ringsAt(await handOver())).toBe((await second.call('me', {})).user.id);
  });

  it('ends its wrap-up by itself at the limit, and the ticket stays with the expert', async () => {
    const line = await startLine(kind, { settings: { wrapUpSeconds: 1 } });
    const expert = await line.person('expert');
    const { call, ticket } = await line.admin.call('calls.transfer', { body: transferOf() });
    await expert.call('calls.take-next', { body: {} });
    const ended = await expert.call('calls.end', { params: { id: call.id }, body: {} });
    expect(ended.call.state).toBe('wrap-up');
    await until(
      () => expert.call('calls.show', { params: { id: call.id } }),
      (seen) => seen.call.state === 'ended',
    );
    const mine = await expert.call('tickets.list', { query: { mine: true, state: 'open' } });
    expect(mine.tickets.map(({ number }) => number)).toEqual([ticket.number]);
    const body = { category: '咨询' as const, answer: '补写' };
    await expert.call('tickets.close', { params: { number: ticket.number }, body });
  });

  it('gives the same reply for the same key, also to a refusal and after a restart, and refuses the key for anything else', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const idempotencyKey = 'the-same-intent';
    const one = await line.admin.call('calls.transfer', { body: transferOf(), idempotencyKey });
    const again = await line.admin.call('calls.transfer', { body: transferOf(), idempotencyKey });
    expect(again).toEqual(one);
    const other = line.admin.call('calls.transfer', { body: transferOf({ name: '王先生' }), idempotencyKey });
    expect(await refusalOf(other)).toBe('idempotency_conflict');
    await expert.call('calls.take-next', { body: {} });
    await expert.call('calls.hold', { params: { id: one.call.id }, body: {} });
    const key = 'nothing-waits';
    expect(await refusalOf(expert.call('calls.take-next', { body: {}, idempotencyKey: key }))).toBe('nothing_waiting');
    await line.admin.call('calls.transfer', { body: transferOf() });
    expect(await refusalOf(expert.call('calls.take-next', { body: {}, idempotencyKey: key }))).toBe('nothing_waiting');
  });
});
