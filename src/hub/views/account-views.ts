import type {
  ContributionView,
  EmployeeView,
  EmployerContributionView,
  EmployerView,
  LoanApplicationView,
  LoanView,
  OnlineApplicationView,
} from '../../contract/shapes/account.ts';
import type { IdentityView } from '../../contract/shapes/identity.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import {
  holds,
  type IdentityCheck,
  isLocked,
  mostFailures,
  type Verified,
} from '../../domain/account/identity-check.ts';
import type { Call } from '../../domain/call/call.ts';
import type {
  Contribution,
  Employee,
  Employer,
  EmployerContribution,
  Loan,
  LoanApplication,
  OnlineApplication,
} from '../../domain/fund/records.ts';
import { maskAccount, maskAddress, maskIdNumber, maskName, maskNumbers, maskPhone } from '../../domain/text/mask.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Stored } from '../store/rows.ts';
import type { Sealer } from '../store/sealer.ts';
import type { Names } from './names.ts';

/** Records as a seat may see them: every number and name masked, what is for the hub alone left out. */

/** Words of the fund's: harmless, and without the numbers that a clerk may have typed into them. */
const words = (text: string): string => maskNumbers(plainText(text, { multiline: false })) || '—';
const wordsOf = <T extends { reason: string | null; missing: string[] }>(record: T): T => ({
  ...record,
  reason: masked(record.reason, words),
  missing: record.missing.map(words),
});

const masked = (text: string | null, mask: (text: string) => string): string | null =>
  text === null ? null : mask(text);

export const verifiedView = (verified: Verified, names: Names): IdentityView['verified'][number] => ({
  id: verified.id,
  subject: verified.subject,
  name: verified.shownName,
  by: names.of(verified.expert),
  authorisation: verified.authorisation?.kind ?? null,
  at: toInstant(verified.at),
});

/** Only what still holds for the call as it is. Needs the experts' names loaded. */
export const identityView = (check: Stored<IdentityCheck>, call: Call, names: Names): IdentityView => ({
  call: check.call,
  failures: check.failures,
  left: Math.max(0, mostFailures - check.failures),
  locked: isLocked(check),
  verified: check.verified.filter((one) => holds(one, call)).map((verified) => verifiedView(verified, names)),
  revision: check.revision,
});

export const namesInIdentity = (check: IdentityCheck): string[] => check.verified.map(({ expert }) => expert);

export const employeeView = (employee: Employee, inARow: EmployeeView['inARow']): EmployeeView => ({
  ...employee,
  account: maskAccount(employee.account),
  name: maskName(employee.name),
  idNumber: maskIdNumber(employee.idNumber),
  phone: masked(employee.phone, maskPhone),
  bankAccount: masked(employee.bankAccount, maskAccount),
  bank: masked(employee.bank, words),
  employer: employee.employer && { name: words(employee.employer.name) },
  inARow,
});

export const contributionView = ({ serial: _, ...entry }: Contribution): ContributionView => entry;

export const employerView = (employer: Employer): EmployerView => ({
  ...employer,
  name: words(employer.name),
  address: masked(employer.address, words),
  bank: masked(employer.bank, words),
  clerk: { name: maskName(employer.clerk.name), phone: masked(employer.clerk.phone, maskPhone) },
});

export const employerContributionView = ({ serial: _, ...entry }: EmployerContribution): EmployerContributionView =>
  entry;

export const loanApplicationView = ({ contract: _, ...application }: LoanApplication): LoanApplicationView => ({
  ...wordsOf(application),
  bank: masked(application.bank, words),
});

export const onlineApplicationView = (application: OnlineApplication): OnlineApplicationView => wordsOf(application);

/** By what a loan is named outside, without its number. */
export const loanRef = (sealer: Sealer, loanAccount: string): string => `L-${sealer.pseudonym(`loan ${loanAccount}`)}`;

/** `account`: of the person who was verified. */
export const loanView = (loan: Loan, account: string, sealer: Sealer): LoanView => ({
  ...loan,
  ref: loanRef(sealer, loan.account),
  account: maskAccount(loan.account),
  contract: maskAccount(loan.contract),
  own: loan.borrower.account === account,
  borrower: { name: maskName(loan.borrower.name) },
  coBorrowers: loan.coBorrowers.map(({ name }) => ({ name: maskName(name) })),
  property: loan.property && { ...loan.property, address: maskAddress(words(loan.property.address)) },
  bank: masked(loan.bank, words),
  repaymentAccount: masked(loan.repaymentAccount, maskAccount),
});
