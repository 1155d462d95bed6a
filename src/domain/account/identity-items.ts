import { foldCitizenNumber } from '../fund/citizen-number.ts';
import type { EmployerIdentity, PersonIdentity } from '../fund/records.ts';

/** Whose records are asked for: a person's own, or an employer's by its clerk. */
export const subjects = ['person', 'employer'] as const;
export type Subject = (typeof subjects)[number];

/** What a person is asked besides name and citizen number. One that fits the fund's record is enough; none may fail. */
export const personItems = ['phone', 'account', 'bank-card', 'employer', 'loan-contract'] as const;
/** What an employer's clerk is asked besides the employer's account and their name. */
export const clerkItems = ['id-number', 'phone'] as const;
export const identityItems = [...personItems, 'id-number'] as const;
export type IdentityItem = (typeof identityItems)[number];

/** What the caller said, item by item. */
export type SaidItems = Partial<Readonly<Record<IdentityItem, string>>>;

/** Half-width, without spaces and dashes, capital letters. */
const foldNumber = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** Names are compared without spaces, brackets' width and the several dots of transcribed names. */
const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[•‧・∙．]/g, '·')
    .toUpperCase();

const sameNumber = (said: string, record: string | null): boolean =>
  record !== null && foldNumber(said) === foldNumber(record);

/** People read out the end of a card or contract: at least this many characters of it. */
const leastTail: Readonly<Record<'bank-card' | 'loan-contract', number>> = { 'bank-card': 4, 'loan-contract': 6 };

const sameTail = (said: string, record: string | null, least: number): boolean => {
  const [end, whole] = [foldNumber(said), foldNumber(record ?? '')];
  return end.length >= least && whole.endsWith(end);
};

const personItemFits: Readonly<
  Record<(typeof personItems)[number], (said: string, record: PersonIdentity) => boolean>
> = {
  phone: (said, { phone }) => sameNumber(said, phone),
  account: (said, { account }) => sameNumber(said, account),
  'bank-card': (said, { bankAccount }) => sameTail(said, bankAccount, leastTail['bank-card']),
  employer: (said, { employer }) =>
    employer !== null && (foldName(said) === foldName(employer.name) || sameNumber(said, employer.account)),
  'loan-contract': (said, { loanContracts }) =>
    loanContracts.some((contract) => sameTail(said, contract, leastTail['loan-contract'])),
};

const clerkItemFits: Readonly<
  Record<(typeof clerkItems)[number], (said: string, record: EmployerIdentity) => boolean>
> = {
  'id-number': (said, { clerk }) => foldCitizenNumber(said) === foldCitizenNumber(clerk.idNumber),
  phone: (said, { clerk }) => sameNumber(said, clerk.phone),
};

const allFit = <R>(
  said: SaidItems,
  fits: Readonly<Partial<Record<IdentityItem, (said: string, record: R) => boolean>>>,
  record: R,
): boolean => {
  const given = Object.entries(said) as [IdentityItem, string][];
  return given.length > 0 && given.every(([item, value]) => fits[item]?.(value, record) ?? false);
};

/** Whether what was said is what the fund's record says: name, number, and every item, of which there is at least one. */
export const isPerson = (
  said: { name: string; idNumber: string; items: SaidItems },
  record: PersonIdentity | undefined,
): record is PersonIdentity =>
  record !== undefined &&
  foldName(said.name) === foldName(record.name) &&
  foldCitizenNumber(said.idNumber) === foldCitizenNumber(record.idNumber) &&
  allFit(said.items, personItemFits, record);

/** The same for an employer's clerk. */
export const isClerk = (
  said: { employerAccount: string; name: string; items: SaidItems },
  record: EmployerIdentity | undefined,
): record is EmployerIdentity =>
  record !== undefined &&
  foldNumber(said.employerAccount) === foldNumber(record.account) &&
  foldName(said.name) === foldName(record.clerk.name) &&
  allFit(said.items, clerkItemFits, record);
