import { expect, it, onTestFinished } from 'vitest';
import { DeskStore } from '../../src/client/desk/desk-store.ts';
import type { OutboxEntry, Posting } from '../../src/client/desk/outbox-entry.ts';
import { HubError } from '../../src/client/hub-error.ts';
import { createClock } from '../../src/tui/state/clock.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { Outbox } from '../../src/tui/state/outbox/outbox.ts';
import { createStore } from '../../src/tui/state/store.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { temporaryDir } from '../support/stores.ts';

const posting = (more: Partial<Posting> = {}): Posting => ({
  route: 'calls.return',
  params: { id: 'call-1' },
  body: { note: '请告知市民' },
  about: '刘女士',
  subject: 'call-1',
  ticket: 'JN20261123-000001',
  dueAt: 0,
  ...more,
});

const refused = { code: 'call_state' as const, text: '来电已转走', at: 5 };

const orEnded = (answer: Promise<unknown>, signal: AbortSignal): Promise<unknown> =>
  Promise.race([answer, new Promise((_, end) => signal.addEventListener('abort', () => end(new Error('ended'))))]);

/** A window of 'li' at a hub that answers as `call` does. */
const window = (dir: string, call: () => Promise<unknown>) => {
  const desk = new DeskStore(dir);
  onTestFinished(() => desk.close());
  const store = createStore({ ...emptyModel('zh-CN', 'hub'), connection: { state: 'connected' as const } });
  const told: OutboxEntry[] = [];
  const outbox = new Outbox(desk, store, createClock(), sayIn('zh-CN'), {
    client: () => ({ call: (_: unknown, { signal }: { signal: AbortSignal }) => orEnded(call(), signal) }) as never,
    arrived: () => undefined,
    refused: (entry) => told.push(entry),
    signedOut: () => undefined,
  });
  onTestFinished(() => outbox.close());
  outbox.begin('li');
  return { desk, outbox, told };
};

const never = (): Promise<unknown> => new Promise(() => undefined);
const aTurn = (): Promise<unknown> => new Promise((turn) => setTimeout(turn, 20));

it('the text of a refusal that nobody looked after is put by when the same is done anew', async () => {
  const { desk, outbox } = window(await temporaryDir(), never);
  const first = outbox.post(posting({ body: { note: '第一次写的' } }))!;
  desk.outbox.refuse('li', first, refused);
  outbox.post(posting({ body: { note: '第二次写的' } }));
  expect(desk.outbox.of('li').map(({ body }) => body.note)).toEqual(['第二次写的']);
  expect(desk.others.of('li', 'call-1').map(({ paper }) => paper.text)).toEqual(['第一次写的']);
});

it('a refusal that another window has taken down, and somebody looked after, is no news', async () => {
  const dir = await temporaryDir();
  const answer = Promise.withResolvers<unknown>();
  const one = window(dir, () => answer.promise);
  const entry = one.outbox.post(posting())!;
  await aTurn();
  one.outbox.kick();
  await aTurn();
  const two = window(dir, never);
  expect(two.desk.outbox.refuse('li', entry, refused)).toBe(true);
  two.desk.outbox.settle(entry.key);
  answer.reject(new HubError({ error: { code: 'call_state', message: '来电已转走' } }));
  await aTurn();
  expect(one.told).toEqual([]);
});
