import { expect, it } from 'vitest';
import { actions } from '../../../src/tui/actions/table.ts';
import { accountShifts } from './accounts.ts';
import { answerShifts } from './answer.ts';
import { callShifts } from './call.ts';
import { formShifts } from './forms.ts';
import { knowledgeShifts } from './knowledge.ts';
import { practiceShifts } from './practice.ts';
import { queueShifts } from './queue.ts';
import { readerShifts } from './reader.ts';
import { safeShifts } from './safe.ts';
import { seatShifts } from './seat.ts';
import { sumShifts } from './sums.ts';
import { ticketShifts } from './tickets.ts';
import { windowShifts } from './windows.ts';

const shifts = [
  ...queueShifts,
  ...callShifts,
  ...formShifts,
  ...answerShifts,
  ...safeShifts,
  ...knowledgeShifts,
  ...readerShifts,
  ...accountShifts,
  ...sumShifts,
  ...ticketShifts,
  ...seatShifts,
  ...windowShifts,
  ...practiceShifts,
];

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
