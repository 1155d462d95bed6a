import type { Language } from '../../contract/language.ts';
import { problemWords } from '../../contract/problem-words.ts';
import type { Operation, Purpose } from '../../domain/account/query-rules.ts';
import { gapsIn, monthsInARow, paidMonths } from '../../domain/fund/months.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type AccountAsked, type Answered, queryAccount } from '../accounts/query.ts';
import { pageOf, wholeList } from '../accounts/whole-list.ts';
import { RequestError } from '../request-error.ts';
import type { ReadHandlers, ReadName, Services } from '../services.ts';
import {
  contributionView,
  employeeView,
  employerContributionView,
  employerView,
  loanApplicationView,
  loanRef,
  loanView,
  onlineApplicationView,
} from '../views/account-views.ts';

type AccountRead = Exclude<Extract<ReadName, `accounts.${string}`>, 'accounts.log'>;

interface Asked {
  services: Services;
  user: AccountAsked['user'];
  params: { id: string };
  query: { person?: string | undefined; purpose?: Purpose | undefined };
  language: Language;
}

const about = ({ services, user, params, query }: Asked, operation: Operation): AccountAsked => ({
  services,
  user,
  call: params.id,
  operation,
  person: query.person,
  purpose: query.purpose,
});

/** The fund has no such record of somebody whom it knew a moment ago. */
const present = <T>(record: T | undefined, operation: Operation): T => {
  if (record === undefined) throw new Refusal('not_found', { what: `fund.${operation}` });
  return record;
};

const monthOf = (services: Services): string => new Date(services.clock() + 8 * 3_600_000).toISOString().slice(0, 7);

/** How far back months in a row are counted. */
const longestRow = 120;
/** Of which years a list is given when none are named. */
const usualYears = 3;

const yearsBefore = (month: string, years: number): string => `${Number(month.slice(0, 4)) - years}${month.slice(4)}`;

/** The months that are asked for. @throws {RequestError} invalid_input when the first is after the last */
const monthRange = (
  { services, language }: Pick<Asked, 'services' | 'language'>,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } => {
  const last = to ?? monthOf(services);
  const first = from ?? yearsBefore(last, usualYears);
  if (first <= last) return { from: first, to: last };
  const problem = problemWords('the last month is before the first', language);
  throw new RequestError('invalid_input', { problems: [{ field: 'from', problem }] });
};

/** Months between the first and the last paid one for which nothing came. */
const gapsOf = (paid: ReadonlySet<string>): string[] => {
  const months = [...paid].sort();
  return months.length === 0 ? [] : gapsIn(paid, months[0]!, months.at(-1)!);
};

const told = <T, V>({ query, data }: Answered<T>, view: (data: T) => V): V & { query: Answered<T>['query'] } => ({
  query,
  ...view(data),
});

/** What a fund has on record of whom an expert has verified in a call. */
export const accountReads: ReadHandlers<AccountRead> = {
  'accounts.employee': async (asked) => {
    const answer = await queryAccount(about(asked, 'employee'), async (fund, { account }, request) => {
      const employee = present(await fund.employee(account, request), 'employee');
      const last = employee.paidUpTo;
      if (last === null) return { employee, inARow: { months: 0, orMore: false } };
      const range = { from: yearsBefore(last, longestRow / 12), to: last };
      const entries = await wholeList((page, size) => fund.contributions(account, { ...range, page, size }, request));
      const months = monthsInARow(paidMonths(entries), last);
      return { employee, inARow: { months, orMore: months > longestRow } };
    });
    return told(answer, ({ employee, inARow }) => ({ employee: employeeView(employee, inARow) }));
  },

  'accounts.contributions': async (asked) => {
    const range = monthRange(asked, asked.query);
    const answer = await queryAccount(about(asked, 'contributions'), (fund, { account }, request) =>
      wholeList((page, size) => fund.contributions(account, { ...range, page, size }, request)),
    );
    return told(answer, (entries) => {
      const { entries: shown, ...page } = pageOf(entries, asked.query);
      return { contributions: shown.map(contributionView), gaps: gapsOf(paidMonths(entries)), ...page };
    });
  },

  'accounts.employer': async (asked) => {
    const answer = await queryAccount(about(asked, 'employer'), async (fund, { account }, request) =>
      present(await fund.employer(account, request), 'employer'),
    );
    return told(answer, (employer) => ({ employer: employerView(employer) }));
  },

  'accounts.employer-contributions': async (asked) => {
    const range = monthRange(asked, asked.query);
    const answer = await queryAccount(about(asked, 'employer-contributions'), (fund, { account }, request) =>
      wholeList((page, size) => fund.employerContributions(account, { ...range, page, size }, request)),
    );
    return told(answer, (entries) => {
      const { entries: shown, ...page } = pageOf(entries, asked.query);
      return { contributions: shown.map(employerContributionView), gaps: gapsOf(paidMonths(entries)), ...page };
    });
  },

  'accounts.loan-progress': async (asked) => {
    const answer = await queryAccount(about(asked, 'loan-progress'), (fund, { account }, request) =>
      fund.loanProgress(account, request),
    );
    return told(answer, (applications) => ({ applications: applications.map(loanApplicationView) }));
  },

  'accounts.loans': async (asked) => {
    const { sealer } = asked.services.engine;
    const answer = await queryAccount(about(asked, 'loans'), async (fund, { account }, request) => ({
      account,
      loans: await fund.loans(account, request),
    }));
    return told(answer, ({ account, loans }) => ({ loans: loans.map((loan) => loanView(loan, account, sealer)) }));
  },

  'accounts.repayments': async (asked) => {
    const { sealer } = asked.services.engine;
    const { loan: ref } = asked.query;
    const answer = await queryAccount(about(asked, 'repayments'), async (fund, { account }, request) => {
      const loans = await fund.loans(account, request);
      const loan = ref === undefined ? loans[0] : loans.find((one) => loanRef(sealer, one.account) === ref);
      // A loan that is not among theirs is somebody else's.
      if (!loan && ref !== undefined) throw new Refusal('other_person', { call: asked.params.id });
      const known = present(loan, 'repayments');
      const { plan, made } = present(await fund.repayments(known.account, request), 'repayments');
      return { account, loan: known, plan, made };
    });
    return told(answer, ({ account, loan, plan, made }) => ({
      loan: loanView(loan, account, sealer),
      plan,
      made: made.map(({ serial: _, ...entry }) => entry),
    }));
  },

  'accounts.online': async (asked) => {
    const answer = await queryAccount(about(asked, 'online'), (fund, { account }, request) =>
      fund.onlineApplications(account, request),
    );
    return told(answer, (applications) => ({ applications: applications.map(onlineApplicationView) }));
  },
};
