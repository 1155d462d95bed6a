import type { ReplyOf } from '../../../contract/routes.ts';
import type { Subject } from '../../../domain/account/identity-items.ts';

/** What can be looked at of an account, and the hub's route for it. */
export const tabRoutes = {
  overview: 'accounts.employee',
  contributions: 'accounts.contributions',
  progress: 'accounts.loan-progress',
  loans: 'accounts.loans',
  repayments: 'accounts.repayments',
  employer: 'accounts.employer',
  remittances: 'accounts.employer-contributions',
  online: 'accounts.online',
} as const;

export type Tab = keyof typeof tabRoutes;
export type ReplyFor<T extends Tab> = ReplyOf<(typeof tabRoutes)[T]>;
/** What the hub answered, and to which of the questions. */
export type Answer = { [T in Tab]: { readonly tab: T; readonly reply: ReplyFor<T> } }[Tab];

const tabs: Readonly<Record<Subject, readonly Tab[]>> = {
  person: ['overview', 'contributions', 'progress', 'loans', 'repayments', 'online'],
  employer: ['employer', 'remittances', 'online'],
};

export const tabsOf = (subject: Subject): readonly Tab[] => tabs[subject];

/** What a call about a topic is asked first; a loan's day-to-day before its application, for only the former say so by name. */
const firstTabs: readonly (readonly [topic: RegExp, person: Tab, employer: Tab])[] = [
  [/^gjj\.ln\.(?:prepay|method|change-term|overdue|rate|rate-adjust|account-change)$/, 'repayments', 'employer'],
  [/^gjj\.(?:wd\.loan-offset|ch\.loan-detail)$/, 'repayments', 'employer'],
  [/^gjj\.ln\.(?:settle|divorce)$/, 'loans', 'employer'],
  // Whether it can be had hangs on the months without a gap; how much, on the balance.
  [/^gjj\.ln\.(?:conditions|othercity|othercity-proof)$/, 'contributions', 'employer'],
  [/^gjj\.ln\.(?:max|special)$/, 'overview', 'employer'],
  [/^gjj\.ln\./, 'progress', 'employer'],
  [/^gjj\.wd\.(?:arrival|online)$/, 'online', 'online'],
  [/^gjj\.wd\.frequency$/, 'contributions', 'remittances'],
  [/^gjj\.ch\.audit-progress$/, 'online', 'online'],
  [/^gjj\.dep\.(?:transfer-cross|employer-register|employer-change|employer-close|defer)$/, 'online', 'online'],
  [
    /^gjj\.dep\.(?:not-paid|makeup|remit|seal|unseal|transfer-in-city|merge|probation|interest|flexible|proof|tax)$/,
    'contributions',
    'remittances',
  ],
  [/^gjj\.(?:dep\.ukey(?:-lost)?|ch\.detail|ch\.employer-detail)$/, 'contributions', 'remittances'],
];

/** The tab that a call's topic suggests. */
export const firstTab = (subject: Subject, topic: string | null): Tab => {
  const found = firstTabs.find(([pattern]) => topic !== null && pattern.test(topic));
  if (subject === 'employer') return found?.[2] ?? 'employer';
  return found?.[1] ?? 'overview';
};
