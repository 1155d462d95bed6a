import type { Role } from '../../fund-sandbox/cast/roles.ts';
import type { PersonBook } from '../../fund-sandbox/people/person-book.ts';
import type { Sandbox } from '../../fund-sandbox/sandbox.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Who rings: how they are addressed, from which number, and what they can say of themselves. */
export interface Caller {
  readonly address: string;
  readonly phone: string;
  /** What placeholders in the scenario's texts stand for: `{name}` and the like. */
  readonly facts: Readonly<Record<string, string>>;
}

/** The fields of a person that a text may name. `other.` before one names the person whose account they speak of. */
export const factNames = ['name', 'idNumber', 'account', 'phone', 'employer', 'employerAccount', 'address'] as const;

/** The last digit of a citizen number's order is odd for men (GB 11643-1999). */
const addressOf = (name: string, idNumber: string): string =>
  `${[...name][0]}${Number(idNumber[16]) % 2 === 1 ? '先生' : '女士'}`;

/** What a person of the fund can say of themselves. */
export const factsOf = ({ identity }: PersonBook): Readonly<Record<string, string>> => {
  const { name, idNumber, account, phone, employer } = identity;
  return {
    name,
    idNumber,
    account,
    ...(phone !== null && { phone }),
    ...(employer && { employer: employer.name, employerAccount: employer.account }),
    address: addressOf(name, idNumber),
  };
};

const personOf = (sandbox: Sandbox, role: Role): PersonBook => {
  const person = sandbox.personOf(role);
  if (!person) throw new RangeError(`the sandbox fund has nobody in the role ${role}`);
  return person;
};

/** A number of 138 0000, which is nobody's. */
const strangersPhone = (seed: number): string => `1380000${String(1000 + (seed % 9000))}`;

/** The caller of a scenario in a fund. The same seed and fund give the same caller. */
export const callerOf = ({ citizen }: Scenario, sandbox: Sandbox, seed: number): Caller => {
  const own = citizen.role === undefined ? {} : factsOf(personOf(sandbox, citizen.role));
  const other = citizen.other === undefined ? {} : factsOf(personOf(sandbox, citizen.other));
  const phone = own.phone ?? strangersPhone(seed);
  const address = own.address ?? citizen.name ?? '市民';
  const facts = {
    ...own,
    phone,
    address,
    ...Object.fromEntries(Object.entries(other).map(([name, value]) => [`other.${name}`, value])),
  };
  return { address, phone, facts };
};

/** A text with the caller's facts in it; undefined when it names one that is not known of them. */
export const filledIn = (text: string, { facts }: Pick<Caller, 'facts'>): string | undefined => {
  let known = true;
  const filled = text.replace(/\{([A-Za-z.]+)\}/g, (_, name: string) => {
    if (facts[name] === undefined) known = false;
    return facts[name] ?? '';
  });
  return known ? filled : undefined;
};
