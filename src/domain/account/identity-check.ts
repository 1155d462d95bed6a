import type { Call } from '../call/call.ts';
import { Refusal } from '../refusal.ts';
import type { Subject } from './identity-items.ts';

/** Failed checks after which nobody's records can be had in the call any more (DESIGN 5). */
export const mostFailures = 3;

/** By what somebody speaks for another person. A reference is the number of a paper or recording, never a person's. */
export const authorisationKinds = ['holder-on-line', 'power-of-attorney', 'guardianship'] as const;
export type AuthorisationKind = (typeof authorisationKinds)[number];
export interface Authorisation {
  kind: AuthorisationKind;
  reference: string | null;
}

/** Somebody whose identity one expert has verified in one call. It ends with the call. */
export interface Verified {
  id: string;
  /** The user who asked; nobody else may use it. */
  expert: string;
  subject: Subject;
  /** The fund's account of the person or the employer. Leaves the hub only towards the fund. */
  account: string;
  /** 刘** or the employer's name. */
  shownName: string;
  /** The caller is not the account's holder but speaks for them. */
  authorisation: Authorisation | null;
  at: number;
  /** When the call was taken: once it has left the seat, whoever takes it verifies anew. */
  takenAt: number | null;
}

/** What was checked in one call, whoever had it. */
export interface IdentityCheck {
  call: string;
  failures: number;
  verified: Verified[];
  /** The call is over and what was verified is forgotten. */
  over: boolean;
}

export const noCheck = (call: string): IdentityCheck => ({ call, failures: 0, verified: [], over: false });

export const isLocked = (check: IdentityCheck): boolean => check.failures >= mostFailures;

/** @throws {Refusal} identity_locked */
export const requireUnlocked = (check: IdentityCheck): void => {
  if (isLocked(check)) throw new Refusal('identity_locked', { call: check.call, most: mostFailures });
};

export const withFailure = (check: IdentityCheck): IdentityCheck => ({ ...check, failures: check.failures + 1 });

/** The newest stands last; verifying the same person again replaces what was. */
export const withVerified = (check: IdentityCheck, verified: Verified): IdentityCheck => ({
  ...check,
  verified: [
    ...check.verified.filter(({ account, expert }) => account !== verified.account || expert !== verified.expert),
    verified,
  ],
});

/** Whether it holds for the call as it is now: at the seat of who verified, ever since. */
export const holds = (verified: Verified, call: Pick<Call, 'seat' | 'takenAt'>): boolean =>
  verified.expert === call.seat && verified.takenAt === call.takenAt;

/** Verification ends with its call: whose accounts they were is not kept. */
export const forgotten = (check: IdentityCheck): IdentityCheck => ({ ...check, verified: [], over: true });
