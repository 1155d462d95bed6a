import type { Asked } from '../../fund-wire/operations.ts';
import { accountNumber, accountValue } from '../numbers/account-number.ts';
import type { Sandbox } from '../sandbox.ts';

/** The next of so many, from 1, round and round. */
const next = (value: number, count: number): number => (value % count) + 1;

/** The next person with a loan in which this one has no part: an answer of theirs differs in every question. */
const stranger = (sandbox: Sandbox, owner: number): number => {
  const own = accountNumber('person', owner);
  let other = owner;
  do {
    other = next(other, sandbox.people);
    const { loan } = sandbox.person(other - 1);
    if (loan && other !== owner && loan.coBorrowers.every(({ account }) => account !== own)) return other;
  } while (other !== owner);
  return next(owner, sandbox.people);
};

const anothersAccount = (sandbox: Sandbox, account: string): string => {
  const employer = accountValue('employer', account);
  if (employer !== undefined) return accountNumber('employer', next(employer, sandbox.employers));
  for (const kind of ['person', 'loan'] as const) {
    const owner = accountValue(kind, account);
    if (owner !== undefined) return accountNumber(kind, stranger(sandbox, owner));
  }
  return account;
};

const anothersIdNumber = (sandbox: Sandbox, idNumber: string): string => {
  const owner = accountValue('person', sandbox.identity(idNumber)?.account ?? '');
  return owner === undefined ? idNumber : sandbox.person(stranger(sandbox, owner) - 1).identity.idNumber;
};

/** The same question of somebody else. */
export const askedOfAnother = (sandbox: Sandbox, question: Asked): Asked => {
  const { idNumber, account } = question;
  return {
    ...question,
    ...(idNumber !== undefined && { idNumber: anothersIdNumber(sandbox, idNumber) }),
    ...(account !== undefined && { account: anothersAccount(sandbox, account) }),
  };
};
