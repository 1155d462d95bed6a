import type { Answer, ReplyFor, Tab } from '../../state/accounts/tabs.ts';
import { drawContributions } from './contributions.ts';
import { drawEmployer } from './employer.ts';
import { drawLoans } from './loans.ts';
import { drawOnline } from './online.ts';
import { drawOverview } from './overview.ts';
import { drawProgress } from './progress.ts';
import { drawRemittances } from './remittances.ts';
import { drawRepayments } from './repayments.ts';
import type { Drawer, Drawing, TabView } from './tab-view.ts';

const drawers: { readonly [T in Tab]: Drawer<ReplyFor<T>> } = {
  overview: drawOverview,
  contributions: drawContributions,
  progress: drawProgress,
  loans: drawLoans,
  repayments: drawRepayments,
  employer: drawEmployer,
  remittances: drawRemittances,
  online: drawOnline,
};

/** What an answer of the fund looks like. */
export const drawAnswer = ({ tab, reply }: Answer, drawing: Drawing): TabView =>
  // An answer's reply is that of its tab, which the compiler cannot follow through the table.
  (drawers[tab] as Drawer<typeof reply>)(reply, drawing);
