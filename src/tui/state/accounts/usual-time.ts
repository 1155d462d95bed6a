import type { Code } from '../../../domain/fund/codes.ts';
import { type Policy, type PolicyEntry, policyOn } from '../../../kb/policy.ts';

/** The figure of the knowledge base that says how long a step may take. Of the other steps nothing is known, so nothing is said. */
const figures: Partial<Readonly<Record<Code<'loanStep'>, string>>> = { reviewing: 'loan.decide.days' };

/** How long a step may take, as a rule that holds on a day says it. */
export const usualTime = (step: Code<'loanStep'>, policy: Policy | undefined, day: string): PolicyEntry | undefined => {
  const name = figures[step];
  return name === undefined || policy === undefined ? undefined : policyOn(policy, name, day);
};
