import * as z from 'zod';
import { revealFields } from '../../domain/account/disclosure.ts';
import { operationNames, purposes } from '../../domain/account/query-rules.ts';
import {
  Contribution,
  Employee,
  Employer,
  EmployerContribution,
  Loan,
  LoanApplication,
  LoanEntry,
  Month,
  OnlineApplication,
  PlannedRepayment,
} from '../../domain/fund/records.ts';
import { EventView } from './audit.ts';
import { Instant, line, Page, reason } from './text.ts';

/** Which of a person's loans, without its number. */
const LoanRef = z.string().regex(/^L-[0-9a-f]{12}$/, 'a loan as `accounts loan` names it');

/** Who is asked about (one verified in this call; else the one verified last) and why. */
const about = { person: z.uuid().optional(), purpose: z.enum(purposes).optional() };

export const AccountQuery = z.strictObject(about);
const AskedMonth = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/, 'a month such as 2026-11');
const months = {
  from: AskedMonth.optional(),
  to: AskedMonth.optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(120),
};
export const MonthsQuery = z
  .strictObject({ ...about, ...months })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    message: 'the last month is before the first',
  });
export const RepaymentsQuery = z.strictObject({ ...about, loan: LoanRef.optional() });

/** Goes with every answer: the query's name in the audit log, when it was answered, and whose records they are. */
const answered = { query: z.object({ id: z.uuid(), at: Instant, person: z.uuid(), name: z.string() }) };

/** How many months in a row were contributed up to the last one; `orMore` when the fund was not asked further back. */
const InARow = z.object({ months: z.int(), orMore: z.boolean() });

/** An account at a glance. Numbers are masked. Money is fen, ratios basis points. */
export const EmployeeView = Employee.extend({
  account: z.string(),
  name: z.string(),
  idNumber: z.string(),
  phone: z.string().nullable(),
  bankAccount: z.string().nullable(),
  employer: z.object({ name: z.string() }).nullable(),
  inARow: InARow,
});
export type EmployeeView = z.infer<typeof EmployeeView>;
export const EmployeeAnswer = z.object({ ...answered, employee: EmployeeView });

export const ContributionView = Contribution.omit({ serial: true });
export type ContributionView = z.infer<typeof ContributionView>;
/** `gaps`: months without contribution or back payment between the first and the last asked for. */
export const ContributionsAnswer = z.object({
  ...answered,
  contributions: z.array(ContributionView),
  gaps: z.array(Month),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});

export const EmployerView = Employer.extend({
  clerk: z.object({ name: z.string(), phone: z.string().nullable() }),
});
export type EmployerView = z.infer<typeof EmployerView>;
export const EmployerAnswer = z.object({ ...answered, employer: EmployerView });

export const EmployerContributionView = EmployerContribution.omit({ serial: true });
export type EmployerContributionView = z.infer<typeof EmployerContributionView>;
export const EmployerContributionsAnswer = z.object({
  ...answered,
  contributions: z.array(EmployerContributionView),
  gaps: z.array(Month),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});

export const LoanApplicationView = LoanApplication.omit({ contract: true });
export type LoanApplicationView = z.infer<typeof LoanApplicationView>;
export const LoanProgressAnswer = z.object({ ...answered, applications: z.array(LoanApplicationView) });

export const LoanView = Loan.omit({ repaymentAccount: true }).extend({
  ref: LoanRef,
  account: z.string(),
  contract: z.string(),
  /** Whether the verified person is the borrower, or else a co-borrower. */
  own: z.boolean(),
  borrower: z.object({ name: z.string() }),
  coBorrowers: z.array(z.object({ name: z.string() })),
  repaymentAccount: z.string().nullable(),
});
export type LoanView = z.infer<typeof LoanView>;
export const LoansAnswer = z.object({ ...answered, loans: z.array(LoanView) });

export const RepaymentsAnswer = z.object({
  ...answered,
  loan: LoanView,
  plan: z.array(PlannedRepayment),
  made: z.array(LoanEntry.omit({ serial: true })),
});
export type RepaymentsAnswer = z.infer<typeof RepaymentsAnswer>;

export type OnlineApplicationView = z.infer<typeof OnlineApplication>;
export const OnlineAnswer = z.object({ ...answered, applications: z.array(OnlineApplication) });

/** One field in full, for a reason that goes into the audit log. `loan`: of which loan, for the fields of loans. */
export const RevealField = z.strictObject({
  person: z.uuid().optional(),
  field: z.enum(revealFields),
  loan: LoanRef.optional(),
  purpose: z.enum(purposes).optional(),
  reason,
});
export const RevealedField = z.object({ ...answered, value: z.string(), seconds: z.int() });

/** What the log tells of: queries, checks of identity, and numbers shown in full. */
export const loggedOperations = [...operationNames, 'verify', 'reveal'] as const;

/** Every look into accounts, and every check of identity. */
export const LogQuery = z.strictObject({
  /** A user, by id or name. */
  expert: line(40).optional(),
  call: z.uuid().optional(),
  operation: z.enum(loggedOperations).optional(),
  /** Only what was unusual. */
  alerts: z.union([z.boolean(), z.stringbool()]).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
  ...Page,
  after: z.coerce.number().int().min(0).optional(),
});
export const LogAnswer = z.object({ events: z.array(EventView), next: z.string().optional() });
