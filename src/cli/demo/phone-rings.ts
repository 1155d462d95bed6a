import { setTimeout as sleep } from 'node:timers/promises';
import type { HubClient } from '../../client/hub-client.ts';
import { arrivals, type Citizen } from './callers.ts';
import { type DemoLine, transferOf } from './demo-line.ts';

/** One call in about this long: enough to watch the queue live, slow enough to write an answer. Milliseconds. */
const meanMs = 20_000;
/** No new caller while so many wait: the demonstration must not drown whoever is reading the help. */
const longestQueue = 8;

/** Lets seeded callers arrive, and hang up when nobody answers, until stopped. */
export const ringPhones = async (
  { sandbox }: DemoLine,
  frontline: HubClient,
  seed: number,
  /** Who calls, by the call's id. */
  citizens: Map<string, Citizen>,
  signal: AbortSignal,
): Promise<void> => {
  for (const { caller, afterMs, patienceMs } of arrivals(seed, meanMs, sandbox)) {
    await sleep(afterMs, undefined, { signal }).catch(() => undefined);
    while (!signal.aborted) {
      const { calls } = await frontline.call('calls.list', { query: { state: 'waiting' } });
      if (calls.length < longestQueue) break;
      await sleep(2000, undefined, { signal }).catch(() => undefined);
    }
    if (signal.aborted) return;
    const { call } = await frontline.call('calls.transfer', { body: transferOf(caller) });
    if (caller.citizen) citizens.set(call.id, caller.citizen);
    const hangUp = setTimeout(() => {
      // Taken in the meantime: then nobody hangs up.
      if (!signal.aborted)
        void frontline.call('calls.abandon', { params: { id: call.id }, body: {} }).catch(() => undefined);
    }, patienceMs);
    hangUp.unref();
  }
};
