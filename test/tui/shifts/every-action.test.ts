import { expect, it } from 'vitest';
import { actions } from '../../../src/tui/actions/table.ts';
import { queueShifts } from './queue.ts';

const shifts = [...queueShifts];

it('every action of the table has a shift in which it is done', () => {
  const shown = new Set(shifts.flatMap(({ does }) => does));
  expect(actions.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

it('no shift speaks of an action that there is not', () => {
  const known = new Set(actions.map(({ id }) => id));
  expect(shifts.flatMap(({ does }) => does).filter((id) => !known.has(id))).toEqual([]);
});

it('there are sixty shifts or more, each with a title of its own', () => {
  expect(new Set(shifts.map(({ title }) => title)).size).toBe(shifts.length);
  expect(shifts.length).toBeGreaterThanOrEqual(60);
});
