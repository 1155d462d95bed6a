import { describe, expect, it } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import type { Paper } from '../../src/contract/shapes/draft.ts';
import { toInstant } from '../../src/contract/shapes/text.ts';
import { type Line, refusalOf, startLine, transferOf } from '../support/line.ts';
import { rawStream } from '../support/raw-stream.ts';
import { handsIn } from '../support/rows.ts';
import { keptKinds, storeKinds } from '../support/stores.ts';

const paper = (text: string): Paper => ({
  text,
  caret: text.length,
  articles: ['gjj-0021'],
  forms: { close: { category: { type: 'choice', value: '咨询' } } },
});

const taken = async (line: Line, expert: HubClient): Promise<{ id: string; number: string }> => {
  const { call, ticket } = await line.admin.call('calls.transfer', { body: transferOf() });
  await expert.call('calls.take', { params: { id: call.id }, body: {} });
  return { id: call.id, number: ticket.number };
};

const put = (expert: HubClient, id: string, text: string, base: number, screen = 'one', at = Date.now()) =>
  expert.call('drafts.put', { params: { id }, body: { base, at: toInstant(at), screen, paper: paper(text) } });

const textsOf = async (expert: HubClient): Promise<string[]> =>
  (await expert.call('drafts.list', {})).drafts.map((held) => held.paper.text);

describe.each(storeKinds)('drafts on %s', (kind) => {
  it('are the same at every screen of a seat and at every hub, and nobody else’s', async () => {
    const line = await startLine(kind, { hubs: kind === 'postgres' ? 2 : 1 });
    const expert = await line.person('expert', { hub: line.hubs.length - 1 });
    const other = await line.person('expert');
    const { id } = await taken(line, expert);
    const { version, replaced } = await put(expert, id, '登录单位网厅', 0);
    expect(replaced).toBeUndefined();
    const { drafts } = await expert.call('drafts.list', {});
    expect(drafts).toEqual([
      { call: id, version, passedOver: 0, at: drafts[0]!.at, screen: 'one', paper: paper('登录单位网厅') },
    ]);
    expect(await textsOf(other)).toEqual([]);
    expect(await refusalOf(put(other, id, '抢写', 0))).toBe('not_your_call');
  });

  it('give back what another screen wrote in between', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const { id } = await taken(line, expert);
    const first = await put(expert, id, '甲', 0, 'one');
    const second = await put(expert, id, '甲乙', first.version, 'two');
    expect(second.replaced).toBeUndefined();
    const third = await put(expert, id, '甲丙', first.version, 'one');
    expect(third.replaced).toMatchObject({ screen: 'two', version: second.version, paper: { text: '甲乙' } });
    expect(third.version).toBeGreaterThan(second.version);
    const { drafts } = await expert.call('drafts.list', {});
    expect(drafts[0]!.passedOver).toBe(second.version);
    expect(await textsOf(expert)).toEqual(['甲丙']);
  });

  it('of two that did not see each other, keep the one that was written later, in whichever order they come', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const { id } = await taken(line, expert);
    const now = Date.now();
    const first = await put(expert, id, '开头', 0, 'one', now - 9000);
    const later = await put(expert, id, '后写的', first.version, 'two', now - 1000);
    const earlier = await put(expert, id, '先写的', first.version, 'one', now - 5000);
    expect(earlier).toMatchObject({ version: later.version, newer: { screen: 'two', paper: { text: '后写的' } } });
    expect(earlier.replaced).toBeUndefined();
    expect(await textsOf(expert)).toEqual(['后写的']);
    // A clock that is ahead does not win for ever.
    const ahead = await put(expert, id, '钟快的', first.version, 'three', now + 86_400_000);
    expect(ahead.replaced?.paper.text).toBe('后写的');
    const next = await put(expert, id, '之后写的', first.version, 'two', Date.now() + 5);
    expect(next.replaced?.paper.text).toBe('钟快的');
  });

  it('are gone when the ticket is closed or dispatched, when the seat gives the call away, and refused then', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const ends: ((call: { id: string; number: string }) => Promise<unknown>)[] = [
      ({ number }) =>
        expert.call('tickets.close', { params: { number }, body: { category: '咨询', answer: '答', keepCall: true } }),
      ({ number }) =>
        expert.call('tickets.dispatch', { params: { number }, body: { unit: '贷款管理处', reason: '核查' } }),
      ({ id }) => expert.call('calls.return', { params: { id }, body: { note: '请告知' } }),
      ({ id }) => expert.call('calls.move', { params: { id }, body: { domain: 'shebao' } }),
    ];
    for (const [at, end] of ends.entries()) {
      const call = await taken(line, expert);
      await put(expert, call.id, '写到一半', 0);
      await end(call);
      expect(await textsOf(expert)).toEqual([]);
      const code = ['ticket_state', 'ticket_state', undefined, 'not_your_call'][at];
      if (code) expect(await refusalOf(put(expert, call.id, '晚到', 0))).toBe(code);
      if (at === 0) await expert.call('calls.end', { params: { id: call.id }, body: {} });
    }
  });

  it('stay with who wrote them when a supervisor moves the call away', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const { id } = await taken(line, expert);
    await put(expert, id, '写到一半', 0);
    await line.admin.call('calls.move', { params: { id }, body: { domain: 'shebao' } });
    expect(await textsOf(expert)).toEqual(['写到一半']);
    // Nothing more can be written; it can be thrown away.
    expect(await refusalOf(put(expert, id, '接着写', 0))).toBe('not_your_call');
    const empty = { text: '', caret: 0, articles: [], forms: {} };
    const body = { base: 0, at: toInstant(Date.now()), screen: 'one', paper: empty };
    await expert.call('drafts.put', { params: { id }, body });
    expect(await textsOf(expert)).toEqual(['']);
    const other = await line.person('expert');
    expect(await refusalOf(other.call('drafts.put', { params: { id }, body }))).toBe('not_your_call');
  });

  it('are told to the other screens of the same seat, once they are there to be read', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const other = await line.person('expert');
    const [mine, theirs] = await Promise.all(
      [expert, other].map((one) => rawStream(line.hubs[0]!.url, one.options.token!, { seat: true })),
    );
    await Promise.all([mine!, theirs!].map((stream) => stream.frame(({ event }) => event === 'hello')));
    const { id } = await taken(line, expert);
    await put(expert, id, '甲', 0, 'one');
    const told = await mine!.frame(({ event }) => event === 'paper');
    expect(JSON.parse(told.data ?? '')).toEqual({ call: id, screen: 'one' });
    // The seat's next news is that of its call, so nothing was told in between.
    await expert.call('calls.hold', { params: { id }, body: {} });
    await theirs!.frame(({ data }) => data?.includes('call.held') ?? false);
    expect(theirs!.frames().some(({ event }) => event === 'paper')).toBe(false);
  });
});

describe.each(keptKinds)('drafts on %s', (kind) => {
  it('lie sealed in the store, have no event, and the chain stands', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const { id } = await taken(line, expert);
    const before = await line.admin.call('audit.verify', {});
    await put(expert, id, '市民的私事', 0);
    expect(await line.admin.call('audit.verify', {})).toEqual(before);
    const [row] = await (await handsIn(line))('select paper from drafts');
    expect(String(row!.paper)).toMatch(/^sealed:1:/);
    expect(JSON.stringify(row)).not.toContain('私事');
  });
});

it('makes what was typed harmless for a terminal, and keeps it as it was typed else', async () => {
  const line = await startLine('sqlite');
  const expert = await line.person('expert');
  const { id } = await taken(line, expert);
  await put(expert, id, '  第一行\n\u001b[31m第二行 \u202e', 0);
  expect(await textsOf(expert)).toEqual(['  第一行\n第二行 ']);
});
