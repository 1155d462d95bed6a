import { describe, expect, it, onTestFinished } from 'vitest';
import type * as z from 'zod';
import * as records from '../../src/domain/fund/records.ts';
import { type FundPort, type FundRequest, FundUnavailable, type MonthRange } from '../../src/hub/ports/fund.ts';

/** Whom the fund under test knows, and whom it does not. */
export interface KnownAccounts {
  /** Persons; among them some with contributions of more than a year, with loans, and with loan applications. */
  readonly people: readonly { readonly idNumber: string; readonly account: string }[];
  readonly employer: string;
  /** In the form of the numbers above, and nobody's. */
  readonly nobody: { readonly idNumber: string; readonly account: string };
}

export interface FundUnderTest {
  readonly fund: FundPort;
  readonly known: KnownAccounts;
}

const request: FundRequest = { id: '019ab0c2-0000-7000-8000-000000000001' };
const ever = { from: '1990-01', to: '2099-12' };

type Entry = records.Contribution | records.EmployerContribution;
type Ask = (range: MonthRange) => Promise<{ entries: Entry[]; total: number; page: number; pages: number }>;

const shownIn = ({ month, bookedOn }: Entry): string => month ?? bookedOn.slice(0, 7);

/** All pages, one after another. */
const allEntries = async (ask: Ask, range: Pick<MonthRange, 'from' | 'to'>, size: number): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (let page = 1; ; page++) {
    const answer = await ask({ ...range, page, size });
    expect(answer.page).toBe(page);
    expect(answer.pages).toBe(Math.ceil(answer.total / size));
    expect(answer.entries.length).toBeLessThanOrEqual(size);
    entries.push(...answer.entries);
    if (page >= answer.pages) {
      expect(entries.length).toBe(answer.total);
      return entries;
    }
  }
};

const inShape = (shape: z.ZodType, record: unknown): void => expect(shape.parse(record)).toStrictEqual(record);

const isSorted = (days: readonly string[], direction: 1 | -1): boolean =>
  days.every((day, at) => at === 0 || direction * day.localeCompare(days[at - 1]!) >= 0);

/** What every fund port must keep (hub/ports/fund.ts), whatever is behind it. `open` may be called for each test anew. */
export const fundContract = (label: string, open: () => Promise<FundUnderTest>): void => {
  const opened = async (): Promise<FundUnderTest> => {
    const under = await open();
    onTestFinished(() => under.fund.close());
    return under;
  };

  describe(`the contract of a fund: ${label}`, () => {
    it('has a name', async () => expect((await opened()).fund.name).not.toBe(''));

    it('finds the person of a citizen number, and that person’s account', async () => {
      const { fund, known } = await opened();
      for (const { idNumber, account } of known.people) {
        const identity = await fund.identity(idNumber, request);
        inShape(records.PersonIdentity, identity);
        expect(identity).toMatchObject({ idNumber, account });
        const employee = await fund.employee(account, request);
        inShape(records.Employee, employee);
        const { name, idType, phone, employer } = identity!;
        expect(employee).toMatchObject({ account, name, idType, idNumber, phone, employer });
        expect(employee!.carriedOver + employee!.thisYear).toBe(employee!.balance);
      }
    });

    it('finds an employer and its clerk', async () => {
      const { fund, known } = await opened();
      const identity = await fund.employerIdentity(known.employer, request);
      const employer = await fund.employer(known.employer, request);
      inShape(records.EmployerIdentity, identity);
      inShape(records.Employer, employer);
      expect(identity!.account).toBe(known.employer);
      expect(employer).toMatchObject({
        account: known.employer,
        name: identity!.name,
        clerk: { name: identity!.clerk.name },
      });
    });

    it('what is not there is undefined, or an empty list', async () => {
      const { fund, known } = await opened();
      for (const account of [known.nobody.account, known.employer]) {
        expect(await fund.employee(account, request)).toBeUndefined();
        expect(await fund.loans(account, request)).toEqual([]);
        expect(await fund.loanProgress(account, request)).toEqual([]);
        expect(await fund.repayments(account, request)).toBeUndefined();
        const page = await fund.contributions(account, { ...ever, page: 3, size: 10 }, request);
        expect(page).toEqual({ entries: [], total: 0, page: 3, pages: 0 });
      }
      const { account, idNumber } = known.nobody;
      expect(await fund.identity(idNumber, request)).toBeUndefined();
      expect(await fund.employerIdentity(account, request)).toBeUndefined();
      expect(await fund.employer(account, request)).toBeUndefined();
      expect(await fund.onlineApplications(account, request)).toEqual([]);
      const page = await fund.employerContributions(account, { ...ever, page: 1, size: 10 }, request);
      expect(page).toEqual({ entries: [], total: 0, page: 1, pages: 0 });
    });

    it.each(['', ' ', '../employee', '12345678901234567890123456789012', 'Ⅻ①', "1' or '1'='1"])(
      'a number that cannot be one (%j) is not there',
      async (account) => {
        const { fund } = await opened();
        expect(await fund.employee(account, request)).toBeUndefined();
        expect(await fund.identity(account, request)).toBeUndefined();
        expect(await fund.loans(account, request)).toEqual([]);
      },
    );

    const lists = (fund: FundPort, known: KnownAccounts): [z.ZodType, Ask][] => [
      [records.EmployerContribution, (range) => fund.employerContributions(known.employer, range, request)],
      ...known.people.map(({ account }): [z.ZodType, Ask] => [
        records.Contribution,
        (range) => fund.contributions(account, range, request),
      ]),
    ];

    it.each([1, 7, 500])('pages of %i cover all entries once, the oldest first', async (size) => {
      const { fund, known } = await opened();
      // Pages of one are many questions: for the first two lists they must do.
      for (const [shape, ask] of lists(fund, known).slice(0, size === 1 ? 2 : undefined)) {
        const { entries: whole } = await ask({ ...ever, page: 1, size: 500 });
        const entries = await allEntries(ask, ever, size);
        for (const entry of entries) inShape(shape, entry);
        expect(entries.slice(0, 500)).toEqual(whole);
        expect(new Set(entries.map(({ serial }) => serial)).size).toBe(entries.length);
        expect(
          isSorted(
            entries.map(({ bookedOn }) => bookedOn),
            1,
          ),
        ).toBe(true);
      }
    });

    it('has contributions, loans and applications to look at', async () => {
      const { fund, known } = await opened();
      const most = { contributions: 0, loans: 0, applications: 0 };
      for (const { account } of known.people) {
        const { total } = await fund.contributions(account, { ...ever, page: 1, size: 1 }, request);
        most.contributions = Math.max(most.contributions, total);
        most.loans += (await fund.loans(account, request)).length;
        most.applications += (await fund.loanProgress(account, request)).length;
      }
      expect(most.contributions).toBeGreaterThan(12);
      expect(most.loans).toBeGreaterThan(0);
      expect(most.applications).toBeGreaterThan(0);
    });

    it('a range of months has the entries of these months and no others', async () => {
      const { fund, known } = await opened();
      for (const [, ask] of lists(fund, known)) {
        const all = await allEntries(ask, ever, 500);
        const months = [...new Set(all.map(shownIn))].toSorted();
        const from = months[Math.floor(months.length / 3)] ?? '2026-01';
        const to = months[Math.floor((2 * months.length) / 3)] ?? '2026-01';
        const within = all.filter((entry) => from <= shownIn(entry) && shownIn(entry) <= to);
        expect(await allEntries(ask, { from, to }, 500)).toEqual(within);
        expect(await allEntries(ask, { from: '1950-01', to: '1950-12' }, 10)).toEqual([]);
      }
    });

    it('a page after the last is empty, and says how many there are', async () => {
      const { fund, known } = await opened();
      for (const [, ask] of lists(fund, known)) {
        const { total, pages } = await ask({ ...ever, page: 1, size: 10 });
        expect(await ask({ ...ever, page: pages + 1, size: 10 })).toEqual({
          entries: [],
          total,
          page: pages + 1,
          pages,
        });
      }
    });

    it('loans are those of the person, the newest first, each with its plan', async () => {
      const { fund, known } = await opened();
      for (const { account } of known.people) {
        const loans = await fund.loans(account, request);
        for (const loan of loans) {
          inShape(records.Loan, loan);
          const parties = [loan.borrower, ...loan.coBorrowers].map((party) => party.account);
          expect(parties).toContain(account);
          const repayments = await fund.repayments(loan.account, request);
          inShape(records.Repayments, repayments);
          expect(repayments!.account).toBe(loan.account);
          expect(
            isSorted(
              repayments!.plan.map(({ dueOn }) => dueOn),
              1,
            ),
          ).toBe(true);
        }
        expect(
          isSorted(
            loans.map(({ signedOn, disbursedOn }) => signedOn ?? disbursedOn ?? '9999'),
            -1,
          ),
        ).toBe(true);
      }
    });

    it('applications come the newest first, each at the last of its steps', async () => {
      const { fund, known } = await opened();
      for (const { account } of [...known.people, { account: known.employer }]) {
        const applications = await fund.loanProgress(account, request);
        for (const one of applications) {
          inShape(records.LoanApplication, one);
          expect(one.steps.at(-1)!.step).toBe(one.step);
        }
        expect(
          isSorted(
            applications.map(({ appliedOn }) => appliedOn),
            -1,
          ),
        ).toBe(true);
        const online = await fund.onlineApplications(account, request);
        for (const one of online) {
          inShape(records.OnlineApplication, one);
          expect(one.steps.at(-1)!.step).toBe(one.state);
        }
        expect(
          isSorted(
            online.map(({ submittedOn }) => submittedOn),
            -1,
          ),
        ).toBe(true);
      }
    });

    it('questions at once get each its own answer', async () => {
      const { fund, known } = await opened();
      const people = Array.from({ length: 20 }, (_, at) => known.people[at % known.people.length]!);
      const answers = await Promise.all(people.map(({ account }) => fund.employee(account, request)));
      expect(answers.map((answer) => answer?.account)).toEqual(people.map(({ account }) => account));
    });

    it('a question that nobody waits for ends, and is no fault of the fund', async () => {
      const { fund, known } = await opened();
      const { account } = known.people[0]!;
      const leaving = new AbortController();
      const asked = fund.employee(account, { ...request, signal: leaving.signal });
      leaving.abort();
      const gone = fund.employee(account, { ...request, signal: AbortSignal.abort() });
      for (const outcome of await Promise.allSettled([asked, gone])) {
        if (outcome.status === 'rejected') expect(outcome.reason).not.toBeInstanceOf(FundUnavailable);
      }
      expect(await fund.employee(account, request)).toMatchObject({ account });
    });

    it('may be closed twice', async () => {
      const { fund } = await open();
      await fund.close();
      await fund.close();
    });
  });
};
