import * as z from 'zod';
import { Day } from '../domain/fund/records.ts';
import { type DayNumber, dayNumber, type MonthNumber, monthOf } from './calendar/day.ts';
import { type SandboxPolicy, sandboxPolicy } from './policy.ts';

const yearsKept = 10;

/** The account rate of today holds since 2016-02-21; what is older would need the two rates that were before. */
const firstDay = '2026-03-01';

/** Of what a sandbox is made: everything in it follows from these. */
export const SandboxOptions = z.strictObject({
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  people: z.int().min(1).max(1_000_000).default(2000),
  /** The day up to which the books are kept. */
  today: Day.refine((day) => day >= firstDay && day < '2100-01-01', `a day from ${firstDay} on`),
});
export type SandboxOptions = z.input<typeof SandboxOptions>;

/** A sandbox's ground: its options as the generators use them. */
export interface World {
  readonly seed: number;
  readonly people: number;
  readonly today: DayNumber;
  /** The first month of the books, ten years before `last`. */
  readonly first: MonthNumber;
  /** The month of today. */
  readonly last: MonthNumber;
  readonly policy: SandboxPolicy;
}

/** @throws {z.ZodError} for options that do not hold */
export const worldOf = (options: SandboxOptions, policy: SandboxPolicy = sandboxPolicy): World => {
  const { seed, people, today } = SandboxOptions.parse(options);
  const last = monthOf(dayNumber(today));
  return { seed, people, today: dayNumber(today), first: last - yearsKept * 12, last, policy };
};
