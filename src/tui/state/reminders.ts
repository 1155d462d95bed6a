import type { CallView } from '../../contract/shapes/call.ts';
import { duration } from '../text/time.ts';
import type { Say } from '../words/words.ts';
import type { SeatModel } from './model.ts';
import { myCalls } from './selectors.ts';

/** What a person may have forgotten over something else. */
export interface Reminder {
  readonly text: string;
  /** There is none after it: it is heard as well as seen. */
  readonly last: boolean;
}

/** The moments at which a call is brought to mind, the earliest first. The hub's clock. */
const momentsOf = (call: CallView, { settings }: SeatModel): readonly number[] => {
  const since = Date.parse(call.stateSince);
  if (call.state === 'wrap-up') {
    const limit = settings.wrapUpSeconds * 1000;
    return [since + limit - limit / 4, since + limit - limit / 12];
  }
  if (call.state === 'held') {
    const limit = settings.holdReminderSeconds * 1000;
    return [since + limit, since + 2 * limit];
  }
  return [];
};

const textOf = (call: CallView, { settings }: SeatModel, now: number, say: Say): string => {
  const lasts = now - Date.parse(call.stateSince);
  if (call.state === 'held') return say('remind.held', { about: call.name, time: duration(lasts) });
  const left = settings.wrapUpSeconds * 1000 - lasts;
  return say('remind.wrap-up', { about: call.name, seconds: Math.max(0, Math.ceil(left / 1000)) });
};

/** Brings the calls of this seat to mind, each once at each of its moments. */
export class Reminders {
  /** How many moments of a call in its present state have been told. */
  private told = new Map<string, number>();

  /** What is to be said now, `now` by the hub's clock; of several the one that has gone furthest. What it gives counts as told. */
  due(model: SeatModel, now: number, say: Say): Reminder | undefined {
    const told = new Map<string, number>();
    let found: { key: string; call: CallView; passed: number; last: boolean } | undefined;
    for (const call of myCalls(model)) {
      const moments = momentsOf(call, model);
      if (moments.length === 0) continue;
      const key = `${call.id} ${call.stateSince}`;
      const before = this.told.get(key) ?? 0;
      told.set(key, before);
      const passed = moments.filter((moment) => moment <= now).length;
      if (passed > before && passed > (found?.passed ?? 0))
        found = { key, call, passed, last: passed === moments.length };
    }
    this.told = told;
    if (!found) return undefined;
    told.set(found.key, found.passed);
    return { text: textOf(found.call, model, now, say), last: found.last };
  }
}
