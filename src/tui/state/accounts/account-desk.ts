import type { IdentityView } from '../../../contract/shapes/identity.ts';
import type { RevealField } from '../../../domain/account/disclosure.ts';
import type { Answer, Tab } from './tabs.ts';

/** One question to the fund. */
export type Query =
  /** `since`: local clock. `token` tells this asking from an earlier one whose answer nobody wants any more. */
  | { readonly state: 'asking'; readonly since: number; readonly token: symbol }
  | { readonly state: 'shown'; readonly answer: Answer }
  /** The fund answered that there is no such thing, which is no fault: a plan of somebody without a loan. */
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly refusal: Refusal };

/** Why there is nothing, and what may be said to the citizen. */
export interface Refusal {
  readonly text: string;
  /** Empty: nothing beyond that. */
  readonly tell: string;
}

/** A field in full for a short while. */
export interface RevealedField {
  readonly field: RevealField;
  readonly value: string;
  /** Local clock. */
  readonly until: number;
}

/** What is known of accounts in one call. Kept in memory alone, and only as long as the call is at this seat. */
export interface AccountDesk {
  /** Undefined: the hub has not said. */
  readonly identity: IdentityView | undefined;
  /** Which of the verified; the one verified last until another is chosen. */
  readonly person: string | undefined;
  /** Somebody else is to be verified beside who is already. */
  readonly another: boolean;
  /** Why the last check did not pass, and what may be said; stays until the next one. */
  readonly refusal: Refusal | undefined;
  /** A check is under way since. Local clock. */
  readonly checking: number | undefined;
  readonly tab: Tab;
  /** Which loan's terms; the one disbursed last until another is chosen. */
  readonly loan: string | undefined;
  /** By `queryKey`. */
  readonly queries: ReadonlyMap<string, Query>;
  /** First line shown, by `queryKey`; where the present is in the middle until somebody scrolls. */
  readonly scrolls: ReadonlyMap<string, number>;
  readonly reveal: RevealedField | undefined;
}

export const emptyDesk: AccountDesk = {
  identity: undefined,
  person: undefined,
  another: false,
  refusal: undefined,
  checking: undefined,
  tab: 'overview',
  loan: undefined,
  queries: new Map(),
  scrolls: new Map(),
  reveal: undefined,
};

/** Names a question in its call: whose account, and what of it. */
export const queryKey = (person: string, tab: Tab): string => `${person} ${tab}`;
