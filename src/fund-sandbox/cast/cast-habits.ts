import { employersACommunity, type Habit, habits } from '../employers/habits.ts';

/** The first employers of every sandbox have one habit each, so that each is to be found. */
export const castHabit = (employerId: number): Habit | undefined =>
  employerId < employersACommunity ? habits[employerId] : undefined;
