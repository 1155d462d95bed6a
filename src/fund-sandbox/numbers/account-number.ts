import { luhnCheck, luhnDigit, luhnSum } from './luhn.ts';

/**
 * What the sandbox numbers, and its letter. All begin with SX (沙箱), which no fund's numbers do; the letter says of what kind it is,
 * digits of whom, the last one is a check digit (Luhn). Digits: 7 for who, 3 for which of theirs, 4 for which entry.
 */
const kinds = {
  /** 个人账号 */
  person: { head: 'SXG', digits: 7 },
  /** 单位账号 */
  employer: { head: 'SXD', digits: 7 },
  /** 贷款账号 */
  loan: { head: 'SXK', digits: 7 },
  /** 借款合同编号 */
  contract: { head: 'SXH', digits: 7 },
  /** Numbers of loan applications and of business handed in online. */
  loanApplication: { head: 'SXS', digits: 10 },
  online: { head: 'SXW', digits: 10 },
  employerOnline: { head: 'SXX', digits: 10 },
  /** 业务流水号 of a person's, an employer's, a loan's entries */
  personEntry: { head: 'SXL', digits: 11 },
  employerEntry: { head: 'SXM', digits: 11 },
  loanEntry: { head: 'SXN', digits: 11 },
} as const;
export type NumberKind = keyof typeof kinds;

export const accountNumber = (kind: NumberKind, value: number): string => {
  const { head, digits } = kinds[kind];
  return `${head}${String(value).padStart(digits, '0')}${luhnDigit(value)}`;
};

/** The value behind a number of this kind; undefined for any other text, or when the check digit is wrong. */
export const accountValue = (kind: NumberKind, text: string): number | undefined => {
  const { head, digits } = kinds[kind];
  if (text.length !== head.length + digits + 1 || !text.startsWith(head)) return undefined;
  const figures = text.slice(head.length);
  if (!/^\d+$/.test(figures)) return undefined;
  const value = Number(figures.slice(0, -1));
  return luhnDigit(value) === Number(figures.at(-1)) ? value : undefined;
};

/** The number of one of somebody's things: their value, then which it is. */
export const numberWithin = (kind: 'loanApplication' | 'online' | 'employerOnline', owner: number, which: number) =>
  accountNumber(kind, owner * 1000 + which);

/**
 * The numbers of the entries in one owner's book, from 1. Its part of the check digit is reckoned once: a book has hundreds.
 * Four digits say which entry, so the owner's last digit stands at an even place, as that of a whole number does.
 */
export const serialsOf = (
  kind: 'personEntry' | 'employerEntry' | 'loanEntry',
  owner: number,
): ((which: number) => string) => {
  const { head, digits } = kinds[kind];
  const start = head + String(owner).padStart(digits - 4, '0');
  const ownerSum = luhnSum(owner, 'doubled');
  return (which) => `${start}${String(which).padStart(4, '0')}${luhnCheck(ownerSum + luhnSum(which, 'doubled'))}`;
};
