import { employersACommunity } from '../employers/habits.ts';
import type { PersonBook } from '../people/person-book.ts';
import { communityOf, employersOf, peopleOf } from '../people/population.ts';
import type { Sandbox } from '../sandbox.ts';
import { checkAccount } from './check-account.ts';
import { checkLoanApplication, checkOnlineApplication } from './check-application.ts';
import { checkEmployer } from './check-employer.ts';
import { checkLoan, checkPaidFromAccount } from './check-loan.ts';
import type { Problem, Report } from './problem.ts';

const checkPerson = (sandbox: Sandbox, book: PersonBook, today: string, problems: Problem[]): void => {
  const about =
    (account: string): Report =>
    (problem) => {
      problems.push({ account, problem });
    };
  const { employee, contributions, loan, repayments, loanApplications, onlineApplications } = book;
  checkAccount(book, today, sandbox.world.policy, about(employee.account));
  if (loan && repayments) checkLoan(loan, repayments, today, about(loan.account));
  const taken = contributions.filter(({ kind, reason }) => kind === '11' && reason === '06');
  checkPaidFromAccount(repayments?.made ?? [], taken, about(employee.account));
  for (const one of loanApplications) checkLoanApplication(one, today, about(one.number));
  for (const one of onlineApplications) checkOnlineApplication(one, today, about(one.number));
};

/** Walks the books of one community: its people, and its employers against them. */
const checkCommunity = (sandbox: Sandbox, community: number, today: string, problems: Problem[]): void => {
  const { from, to } = peopleOf(sandbox.world, community);
  const people = Array.from({ length: to - from }, (_, at) => sandbox.person(from + at));
  for (const book of people) checkPerson(sandbox, book, today, problems);
  for (let slot = 0; slot < employersOf(sandbox.world, community); slot++) {
    const book = sandbox.employerBook(community * employersACommunity + slot);
    const about = (account: string) => (problem: string) => void problems.push({ account, problem });
    checkEmployer(book, slot, people, today, about(book.employer.account));
    for (const one of book.onlineApplications) checkOnlineApplication(one, today, about(one.number));
  }
};

/** Walks all the books of a sandbox, and says what does not balance. */
export const checkBooks = (sandbox: Sandbox): Problem[] => {
  const { today } = sandbox;
  const problems: Problem[] = [];
  for (let community = 0; community <= communityOf(sandbox.people - 1); community++)
    checkCommunity(sandbox, community, today, problems);
  return problems;
};
