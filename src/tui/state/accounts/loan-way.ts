import type { LoanApplicationView } from '../../../contract/shapes/account.ts';
import type { Code } from '../../../domain/fund/codes.ts';

type LoanStep = Code<'loanStep'>;

/** The steps of an application that goes its way. */
const way: readonly LoanStep[] = ['created', 'reviewing', 'signing', 'disbursing', 'disbursed', 'completed'];
const endedEarly: readonly LoanStep[] = ['rejected', 'void'];

export interface WayStep {
  readonly step: LoanStep;
  readonly state: 'done' | 'now' | 'stopped' | 'coming';
  /** Undefined: it has not come, or the fund does not say when it was. */
  readonly since: string | undefined;
}

/** Where an application stands, is over, or what is still to come. A step that was gone through twice counts since the last time. */
export const loanWay = ({ step, steps }: LoanApplicationView): readonly WayStep[] => {
  const sinceOf = (name: LoanStep): string | undefined => steps.findLast((known) => known.step === name)?.since;
  if (endedEarly.includes(step)) {
    const gone = steps.filter((known) => known.step !== step);
    return [
      ...gone.map(({ step: name, since }): WayStep => ({ step: name, state: 'done', since })),
      { step, state: 'stopped', since: sinceOf(step) },
    ];
  }
  const at = way.indexOf(step);
  return way.map((name, place): WayStep => {
    if (place > at) return { step: name, state: 'coming', since: undefined };
    const done = place < at || name === 'completed';
    return { step: name, state: done ? 'done' : 'now', since: sinceOf(name) };
  });
};

/** Since when it stands where it stands. */
export const standsSince = ({ steps }: Pick<LoanApplicationView, 'steps'>): string => steps.at(-1)!.since;
