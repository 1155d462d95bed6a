import type { Code } from '../../domain/fund/codes.ts';
import type { LoanApplication } from '../../domain/fund/records.ts';
import { type DayNumber, dayText } from '../calendar/day.ts';
import { workdaysAfter, workdaysBefore } from '../calendar/workday.ts';
import type { LoanFate } from '../people/life.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { LoanFacts } from './loan-facts.ts';

type Step = Code<'loanStep'>;

const path: readonly Step[] = ['created', 'reviewing', 'signing', 'disbursing', 'disbursed', 'completed'];
const upTo = (step: Step): Step[] => path.slice(0, path.indexOf(step) + 1);

/** The steps of an application whose loan was not, or has only just been, paid out. All others are completed. */
const steps: Partial<Record<LoanFate, readonly Step[]>> = {
  created: upTo('created'),
  reviewing: upTo('reviewing'),
  rejected: [...upTo('reviewing'), 'rejected'],
  'given-up': [...upTo('reviewing'), 'void'],
  signing: upTo('signing'),
  disbursing: upTo('disbursing'),
  cancelled: [...upTo('signing'), 'void'],
  'just-disbursed': upTo('disbursed'),
};

/** For how many working days an application stands in a step before the next. A centre decides within 15 days (条例第二十六条). */
const lasts: Partial<Record<Step, readonly [least: number, most: number]>> = {
  created: [0, 1],
  reviewing: [3, 9],
  signing: [1, 6],
  disbursing: [3, 12],
  disbursed: [5, 15],
};

/** How many working days ago the last step was reached: what is over longer than what is under way. */
const reachedAgo = (step: Step, draws: Draws): number => {
  if (step === 'rejected' || step === 'void') return draws.between(15, 150);
  return step === 'created' ? draws.below(2) : draws.between(1, 5);
};

const spend = (step: Step, draws: Draws): number => draws.between(...(lasts[step] ?? [1, 1]));

/** The steps of an application with their days, in order; all on working days, none after today. */
export const loanSteps = (world: World, { life, disbursedOn }: LoanFacts, index: number): LoanApplication['steps'] => {
  const draws = new Draws(world.seed, 'loan steps', index);
  const taken = steps[life.fate] ?? path;
  const last = disbursedOn === undefined ? taken.length - 1 : taken.indexOf('disbursed');
  const days: DayNumber[] = [];
  days[last] = disbursedOn ?? workdaysBefore(world.today, reachedAgo(taken[last]!, draws));
  for (let at = last - 1; at >= 0; at--) days[at] = workdaysBefore(days[at + 1]!, spend(taken[at]!, draws));
  for (let at = last + 1; at < taken.length; at++)
    days[at] = workdaysAfter(days[at - 1]!, spend(taken[at - 1]!, draws));
  return taken.map((step, at) => ({ step, since: dayText(days[at]!) }));
};
