import { expect, it } from 'vitest';
import type { Action } from '../../../src/tui/actions/action.ts';
import { actions } from '../../../src/tui/actions/table.ts';
import { Seat } from '../driver.tsx';

/** A little story of one to thirty keys, with what the expert sees. */
export interface Shift {
  readonly title: string;
  /** Ids of the actions that it shows at work; others may be done along the way. */
  readonly does: readonly string[];
  play(): Promise<void>;
}

const mostKeys = 30;
const done = new Set<string>();
let keys = 0;

const watchActions = (): void => {
  for (const action of actions as readonly { run: Action['run']; readonly id: string }[]) {
    const { run } = action;
    action.run = (session) => {
      done.add(action.id);
      return run(session);
    };
  }
};

const countKeys = (): void => {
  const { press } = Seat.prototype;
  Seat.prototype.press = function (...names: readonly string[]) {
    keys += names.length;
    press.call(this, ...names);
  };
};

/** Plays shifts as tests: each must do what it says it does, in so many keys. */
export const playShifts = (shifts: readonly Shift[]): void => {
  watchActions();
  countKeys();
  for (const { title, does, play } of shifts)
    it(title, async () => {
      done.clear();
      keys = 0;
      await play();
      expect(does.filter((id) => !done.has(id))).toEqual([]);
      expect(keys).toBeGreaterThanOrEqual(1);
      expect(keys).toBeLessThanOrEqual(mostKeys);
    });
};
