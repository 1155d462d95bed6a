import { type Call, type CallState, seatedStates } from '../call/call.ts';
import { Refusal } from '../refusal.ts';
import { holds, type IdentityCheck, requireUnlocked, type Verified } from './identity-check.ts';
import type { Subject } from './identity-items.ts';

/** What can be asked of the fund, and about whom. */
export const operations = {
  employee: 'person',
  contributions: 'person',
  'loan-progress': 'person',
  loans: 'person',
  repayments: 'person',
  employer: 'employer',
  'employer-contributions': 'employer',
  /** Persons and employers both hand things in on the website. */
  online: 'either',
} as const satisfies Record<string, Subject | 'either'>;
export type Operation = keyof typeof operations;
export const operationNames = Object.keys(operations) as [Operation, ...Operation[]];

/** Why an account is looked into. */
export const purposes = ['consultation', 'progress', 'complaint', 'correction'] as const;
export type Purpose = (typeof purposes)[number];

type Asking = { id: string };

/** Accounts are for the expert who has the call, and end with it. */
const requireInCall = (call: Call, actor: Asking, states: readonly CallState[]): void => {
  if (call.seat !== actor.id) throw new Refusal('account_not_your_call', { call: call.id });
  if (!states.includes(call.state)) throw new Refusal('account_call_over', { call: call.id, state: call.state });
};

/**
 * Identity is checked by the expert who has the call, while the citizen is there.
 * @throws {Refusal} account_not_your_call, account_call_over, identity_locked
 */
export const requireVerifying = (call: Call, check: IdentityCheck, actor: Asking): void => {
  requireThere(call, actor);
  requireUnlocked(check);
};

/**
 * A number in full is for the citizen who is there to be told.
 * @throws {Refusal} account_not_your_call, account_call_over
 */
export const requireThere = (call: Call, actor: Asking): void => requireInCall(call, actor, ['active', 'held']);

/**
 * Whose records this query may read: those of somebody whom this expert has verified in this call, which is at their seat, wrap-up
 * included. Without `person` the one verified last whom the operation fits.
 * @throws {Refusal} account_not_your_call, account_call_over, identity_locked, not_verified, other_person
 */
export const requireVerified = (
  call: Call,
  check: IdentityCheck,
  actor: Asking,
  operation: Operation,
  person?: string,
): Verified => {
  requireInCall(call, actor, seatedStates);
  requireUnlocked(check);
  const own = check.verified.filter((verified) => holds(verified, call));
  const fits = ({ subject }: Verified): boolean =>
    operations[operation] === 'either' || operations[operation] === subject;
  const named = person === undefined ? own.findLast(fits) : own.find(({ id }) => id === person);
  if (own.length === 0) throw new Refusal('not_verified', { call: call.id });
  if (!named || !fits(named)) throw new Refusal('other_person', { call: call.id });
  return named;
};
