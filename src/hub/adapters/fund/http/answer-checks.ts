import type { Contribution, EmployerContribution } from '../../../../domain/fund/records.ts';
import {
  type Answer,
  type Asked,
  type OperationName,
  operations,
  type Page,
} from '../../../../fund-wire/operations.ts';
import { WireFault } from '../../../../fund-wire/wire-fault.ts';

type Entry = Pick<Contribution | EmployerContribution, 'month' | 'bookedOn'>;

const pageFault = ({ entries, total, page, pages }: Page<Entry>, asked: Asked): string | undefined => {
  const { page: wanted = 1, size = 1, from = '', to = '' } = asked;
  if (page !== wanted) return 'page';
  if (pages !== Math.ceil(total / size)) return 'pages';
  // A page with fewer entries than it must have would be taken for the whole.
  if (entries.length !== Math.min(size, Math.max(0, total - (page - 1) * size))) return 'entries';
  const outside = entries.findIndex(({ month, bookedOn }) => {
    const shownIn = month ?? bookedOn.slice(0, 7);
    return shownIn < from || shownIn > to;
  });
  return outside < 0 ? undefined : `${outside}.month`;
};

/** The field by which an answer is about something else than was asked. */
const strayField = (name: OperationName, asked: Asked, answer: Answer): string | undefined => {
  if (answer === undefined) return undefined;
  if (operations[name].form === 'page') return pageFault(answer as Page<Entry>, asked);
  if (name === 'identity') return (answer as Answer<'identity'>)?.idNumber === asked.idNumber ? undefined : 'idNumber';
  if (name === 'loans') {
    const at = (answer as Answer<'loans'>).findIndex(
      ({ borrower, coBorrowers }) => ![borrower, ...coBorrowers].some(({ account }) => account === asked.account),
    );
    return at < 0 ? undefined : `${at}.borrower.account`;
  }
  if (Array.isArray(answer)) return undefined;
  return (answer as { account: string }).account === asked.account ? undefined : 'account';
};

/**
 * That an answer is about what was asked. Lists whose records name no account were held against the account when they were read.
 * @throws {WireFault} it is about something else
 */
export const checkAnswer = (name: OperationName, asked: Asked, answer: Answer): void => {
  const field = strayField(name, asked, answer);
  if (field !== undefined) throw new WireFault(name, 'other', field);
};
