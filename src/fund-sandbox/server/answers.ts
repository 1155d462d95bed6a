import type { Answer, OperationName, Question } from '../../fund-wire/operations.ts';
import type { Sandbox } from '../sandbox.ts';

/** What the sandbox answers to each question. */
export const answers: { [N in OperationName]: (sandbox: Sandbox, question: Question<N>) => Answer<N> } = {
  identity: (sandbox, { idNumber }) => sandbox.identity(idNumber),
  'employer-identity': (sandbox, { account }) => sandbox.employerIdentity(account),
  employee: (sandbox, { account }) => sandbox.employee(account),
  contributions: (sandbox, { account, ...range }) => sandbox.contributions(account, range),
  employer: (sandbox, { account }) => sandbox.employer(account),
  'employer-contributions': (sandbox, { account, ...range }) => sandbox.employerContributions(account, range),
  'loan-progress': (sandbox, { account }) => sandbox.loanProgress(account),
  loans: (sandbox, { account }) => sandbox.loans(account),
  repayments: (sandbox, { account }) => sandbox.repayments(account),
  'online-applications': (sandbox, { account }) => sandbox.onlineApplications(account),
};
