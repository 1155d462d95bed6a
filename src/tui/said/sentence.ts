import type { Answer, ReplyFor, Tab } from '../state/accounts/tabs.ts';
import { contributionsSaid } from './contributions.ts';
import { employerSaid } from './employer.ts';
import { loansSaid } from './loans.ts';
import { onlineSaid } from './online.ts';
import { overviewSaid } from './overview.ts';
import { progressSaid } from './progress.ts';
import { remittancesSaid } from './remittances.ts';
import { repaymentsSaid } from './repayments.ts';
import type { Sayer, Saying } from './saying.ts';

const sayers: { readonly [T in Tab]: Sayer<ReplyFor<T>> } = {
  overview: overviewSaid,
  contributions: contributionsSaid,
  progress: progressSaid,
  loans: loansSaid,
  repayments: repaymentsSaid,
  employer: employerSaid,
  remittances: remittancesSaid,
  online: onlineSaid,
};

/** What an answer of the fund says, as an expert would say it to the citizen. */
export const sentenceOf = ({ tab, reply }: Answer, saying: Saying): string =>
  // An answer's reply is that of its tab, which the compiler cannot follow through the table.
  (sayers[tab] as Sayer<typeof reply>)(reply, saying);
