import { describe, expect, it } from 'vitest';
import { isCitizenNumber } from '../../src/domain/fund/citizen-number.ts';
import { isCreditCode } from '../../src/domain/fund/credit-code.ts';
import { accountNumber, accountValue, type NumberKind } from '../../src/fund-sandbox/numbers/account-number.ts';
import { luhnDigit } from '../../src/fund-sandbox/numbers/luhn.ts';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';

const sandbox = new Sandbox({ seed: 7, people: 1200, today: '2026-11-23' });
const people = Array.from({ length: sandbox.people }, (_, index) => sandbox.person(index));
const employers = Array.from({ length: sandbox.employers }, (_, id) => sandbox.employerBook(id));

/** Luhn as everybody writes it: from the right, every second digit doubled. */
const isLuhn = (text: string): boolean => {
  const sum = [...text].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

describe('check digits', () => {
  it('Luhn is that of ISO/IEC 7812-1: 7992739871 has 3', () => expect(luhnDigit(7992739871)).toBe(3));

  it('one wrong figure, or two neighbours changed over, is another number', () => {
    const right = accountNumber('person', 1234);
    expect(accountValue('person', right)).toBe(1234);
    for (let at = 3; at < right.length; at++) {
      const wrong = `${right.slice(0, at)}${(Number(right[at]) + 1) % 10}${right.slice(at + 1)}`;
      expect(accountValue('person', wrong)).toBeUndefined();
    }
    expect(accountValue('person', right.replace('12', '21'))).toBeUndefined();
  });

  it.each(['person', 'employer', 'loan', 'contract'] satisfies NumberKind[])(
    'a %s number is of no other kind',
    (kind) => {
      const number = accountNumber(kind, 77);
      expect(accountValue(kind, number)).toBe(77);
      for (const other of ['person', 'employer', 'loan', 'contract'] as const)
        if (other !== kind) expect(accountValue(other, number)).toBeUndefined();
    },
  );
});

describe('the numbers of people and employers', () => {
  it('are valid, of series that are nobody’s, and each person’s own', () => {
    for (const { identity } of people) {
      expect(isCitizenNumber(identity.idNumber)).toBe(true);
      expect(identity.idNumber).toMatch(/^379900/);
      expect(identity.phone).toMatch(/^154\d{8}$/);
      expect(identity.bankAccount).toMatch(/^9000\d{12}$/);
      expect(isLuhn(identity.bankAccount!)).toBe(true);
      expect(identity.account).toMatch(/^SXG\d{8}$/);
      expect(isLuhn(identity.account.slice(3))).toBe(true);
    }
    for (const of of ['idNumber', 'phone', 'bankAccount', 'account'] as const)
      expect(new Set(people.map(({ identity }) => identity[of])).size).toBe(people.length);
    for (const { employer } of employers) {
      expect(isCreditCode(employer.creditCode)).toBe(true);
      expect(employer.creditCode).toMatch(/^91379900/);
      expect(employer.account).toMatch(/^SXD\d{8}$/);
    }
    expect(new Set(employers.map(({ employer }) => employer.creditCode)).size).toBe(employers.length);
  });

  it('a citizen number ends in an odd sequence for men, in an even one for women', () => {
    const spouses = people.flatMap(({ loan }) =>
      loan?.coBorrowers.length ? [[loan.borrower.account, loan.coBorrowers[0]!.account!]] : [],
    );
    expect(spouses.length).toBeGreaterThan(10);
    const odd = (account: string): boolean => Number(sandbox.employee(account)!.idNumber[16]) % 2 === 1;
    for (const [one, other] of spouses) expect(odd(one!)).not.toBe(odd(other!));
  });

  it('serial numbers have a check digit and are given out once', () => {
    const serials = [
      ...people.flatMap(({ contributions, repayments }) => [...contributions, ...(repayments?.made ?? [])]),
      ...employers.flatMap(({ entries }) => entries),
    ].map(({ serial }) => serial);
    expect(new Set(serials).size).toBe(serials.length);
    for (const serial of serials.filter((_, at) => at % 97 === 0)) expect(isLuhn(serial.slice(3))).toBe(true);
  });

  it('lead back to their owners, and those of others to nobody', () => {
    for (const { identity } of people.filter((_, at) => at % 7 === 0)) {
      expect(sandbox.identity(identity.idNumber)).toEqual(identity);
      expect(sandbox.employee(identity.account)!.account).toBe(identity.account);
    }
    const first = people[0]!.identity.idNumber;
    expect(sandbox.identity(first.slice(0, 17))).toBeUndefined();
    expect(sandbox.identity('37010019900101001X')).toBeUndefined();
    expect(sandbox.employee(accountNumber('person', sandbox.people + 1))).toBeUndefined();
    expect(sandbox.employee(accountNumber('person', 0))).toBeUndefined();
    expect(sandbox.employer(accountNumber('employer', sandbox.employers + 1))).toBeUndefined();
  });
});
