import { employersACommunity } from '../employers/habits.ts';
import {
  type Life,
  type LoanFate,
  loanFates,
  type OnlineLife,
  openOnlineStates,
  openTransferStates,
} from '../people/life.ts';
import type { Role } from './roles.ts';

/** A person of the cast: their index, their role if they have one, and their life. */
interface Part {
  readonly index: number;
  readonly role?: Role;
  readonly life: Life;
}

const plain: Life = { standing: 'contributing', rents: false };
const steady: Life = { ...plain, steady: 'punctual' };
const borrower = (fate: LoanFate, method: '01' | '02' = '01', fromAccount = false): Life => ({
  ...steady,
  loan: { fate, method, fromAccount },
});
const applicant = (online: OnlineLife): Life => ({ ...steady, online });

/** The first indexes are the employers' clerks, the one of the first employer is the role. Couples are (even, odd). */
const named: readonly (readonly [Role, Life])[] = [
  ['employee', { ...steady, rents: true }],
  ['namesake', steady],
  ['loan-equal-instalment', borrower('running')],
  ['spouse', steady],
  ['loan-equal-principal', borrower('running', '02')],
  ['sealed', { ...plain, standing: 'sealed' }],
  ['loan-overdue', borrower('overdue')],
  ['gap', { ...plain, steady: 'gaps' }],
  ['loan-settled', borrower('settled')],
  ['back-paid', { ...plain, steady: 'back-paying' }],
  ['loan-reviewing', borrower('reviewing')],
  ['deferred', { ...plain, steady: 'deferring' }],
  ['loan-rejected', borrower('rejected')],
  ['just-opened', { ...plain, standing: 'just-opened' }],
  ['loan-from-account', borrower('running', '01', true)],
  ['frozen', { ...steady, standing: 'frozen' }],
  ['loan-prepaid', borrower('prepaid', '02')],
  ['retired', { ...steady, standing: 'retired' }],
  ['loan-bad', borrower('bad')],
  ['moved-away', { ...steady, standing: 'moved-away' }],
  ['loan-signing', borrower('signing')],
  ['transfer-in', applicant({ kind: 'transfer-in', state: 'paying' })],
  ['loan-disbursing', borrower('disbursing')],
  ['transfer-out', applicant({ kind: 'transfer-out', state: 'negotiating' })],
  ['withdrawal-returned', applicant({ kind: 'withdrawal', state: 'returned' })],
];

/** One of each that nobody above is, so that there is everything to be found in every sandbox. */
const others: readonly Life[] = [
  ...loanFates.map((fate, at) => borrower(fate, at % 2 === 0 ? '01' : '02')),
  ...openOnlineStates.map((state) => applicant({ kind: 'withdrawal', state })),
  ...openOnlineStates.map((state) => ({ ...borrower('running'), online: { kind: 'prepayment', state } as const })),
  ...openTransferStates.map((state) => applicant({ kind: 'transfer-in', state })),
  ...openTransferStates.map((state) => applicant({ kind: 'transfer-out', state })),
  { ...steady, broughtMoney: 'smoothly' },
  { ...steady, broughtMoney: 'after-clarification' },
];

const first = employersACommunity;
const parts: readonly Part[] = [
  { index: 0, role: 'clerk', life: steady },
  ...named.map(([role, life], at) => ({ index: first + at, role, life })),
  ...others.map((life, at) => ({ index: first + named.length + at, life })),
];

const byIndex = new Map(parts.map((part) => [part.index, part]));
const byRole = new Map(parts.map(({ role, index }) => [role, index]));

/** The life of a person of the cast. */
export const castLife = (index: number): Life | undefined => byIndex.get(index)?.life;

export const indexOfRole = (role: Role): number => byRole.get(role)!;

/** Who bears the name of whom. */
export const namesakes: ReadonlyMap<number, number> = new Map([[indexOfRole('namesake'), indexOfRole('employee')]]);
/** Whether a person's place in the cast leaves their marriage to the lots. */
export const isCast = (index: number): boolean => byIndex.has(index);

/** The first of the couple that every sandbox has: a borrower, and after them their co-borrower. */
export const castBorrower = indexOfRole('loan-equal-instalment');
