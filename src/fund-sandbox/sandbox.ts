import type {
  ContributionPage,
  Employee,
  Employer,
  EmployerContributionPage,
  EmployerIdentity,
  Loan,
  LoanApplication,
  OnlineApplication,
  PersonIdentity,
  Repayments,
} from '../domain/fund/records.ts';
import { type Service, serviceOf } from './accounts/service.ts';
import { dayText } from './calendar/day.ts';
import { indexOfRole } from './cast/cast.ts';
import type { Role } from './cast/roles.ts';
import { type Community, communityIn } from './employers/community.ts';
import { communityOfEmployer, slotOf } from './employers/employer.ts';
import { type EmployerBook, employerBook } from './employers/employer-book.ts';
import { type EntryRange, pageOf } from './entry-pages.ts';
import { accountValue, type NumberKind } from './numbers/account-number.ts';
import { type Identities, identitiesOf } from './people/identities.ts';
import { type PersonBook, personBook } from './people/person-book.ts';
import { communityOf, employersOf, peopleOf, spouseOf } from './people/population.ts';
import type { SandboxPolicy } from './policy.ts';
import { Recent } from './recent.ts';
import { type SandboxOptions, type World, worldOf } from './world.ts';

const peopleKept = 200;
const communitiesKept = 8;

/**
 * A fund that is nobody's: everything in it follows from its options, and is made when it is asked for. The questions are those of
 * a fund's query port; what is not there is undefined, or an empty list.
 */
export class Sandbox {
  readonly world: World;
  readonly #communities: Recent<Community>;
  readonly #services: Recent<Service[]>;
  readonly #people: Recent<PersonBook>;
  #identities: Identities | undefined;

  /** @throws {z.ZodError} for options that do not hold */
  constructor(options: SandboxOptions, policy?: SandboxPolicy) {
    this.world = worldOf(options, policy);
    this.#communities = new Recent(communitiesKept, (number) => communityIn(this.world, number));
    this.#services = new Recent(communitiesKept, (number) => this.#servicesIn(number));
    this.#people = new Recent(peopleKept, (index) =>
      personBook(this.world, this.#communities.get(communityOf(index)), index, this.#known),
    );
  }

  get seed(): number {
    return this.world.seed;
  }

  /** The day up to which the books are kept, `YYYY-MM-DD`. */
  get today(): string {
    return dayText(this.world.today);
  }

  get people(): number {
    return this.world.people;
  }

  get employers(): number {
    const last = communityOf(this.people - 1);
    return last * employersOf(this.world, 0) + employersOf(this.world, last);
  }

  /** All that is kept of a person. @param index below `people` */
  person(index: number): PersonBook {
    if (!(index >= 0 && index < this.people)) throw new RangeError(`sandbox: no person ${index}`);
    return this.#people.get(index);
  }

  /** All that is kept of an employer. @param id below `employers` */
  employerBook(id: number): EmployerBook {
    if (!(id >= 0 && id < this.employers)) throw new RangeError(`sandbox: no employer ${id}`);
    const community = this.#communities.get(communityOfEmployer(id));
    const facts = community.employers[slotOf(id)]!;
    return employerBook(this.world, community, facts, this.#services.get(community.number), this.#known);
  }

  /** The person who plays a role; with fewer than 200 people some are missing. */
  personOf(role: Role): PersonBook | undefined {
    const index = indexOfRole(role);
    return index < this.people ? this.person(index) : undefined;
  }

  identity(idNumber: string): PersonIdentity | undefined {
    const index = this.#known.indexOf(idNumber);
    return index === undefined ? undefined : this.person(index).identity;
  }

  employerIdentity(account: string): EmployerIdentity | undefined {
    return this.#employer(account)?.identity;
  }

  employee(account: string): Employee | undefined {
    return this.#person(account)?.employee;
  }

  contributions(account: string, range: EntryRange): ContributionPage {
    return pageOf(this.#person(account)?.contributions ?? [], range);
  }

  employer(account: string): Employer | undefined {
    return this.#employer(account)?.employer;
  }

  employerContributions(account: string, range: EntryRange): EmployerContributionPage {
    return pageOf(this.#employer(account)?.entries ?? [], range);
  }

  loanProgress(account: string): LoanApplication[] {
    return this.#person(account)?.loanApplications ?? [];
  }

  /** Loans of which the person is borrower or co-borrower, the newest first. */
  loans(account: string): Loan[] {
    const index = this.#indexOf('person', account);
    if (index === undefined) return [];
    const spouse = spouseOf(this.world, index);
    const owners = spouse === undefined ? [index] : [index, spouse];
    return owners
      .flatMap((owner) => this.person(owner).loan ?? [])
      .sort((a, b) => ((a.signedOn ?? '9') < (b.signedOn ?? '9') ? 1 : -1));
  }

  repayments(loanAccount: string): Repayments | undefined {
    const index = this.#indexOf('loan', loanAccount);
    return index === undefined ? undefined : this.person(index).repayments;
  }

  onlineApplications(account: string): OnlineApplication[] {
    return (this.#person(account) ?? this.#employer(account))?.onlineApplications ?? [];
  }

  get #known(): Identities {
    this.#identities ??= identitiesOf(this.world);
    return this.#identities;
  }

  #servicesIn(community: number): Service[] {
    const { from, to } = peopleOf(this.world, community);
    return Array.from({ length: to - from }, (_, at) =>
      serviceOf(this.world, this.#communities.get(community), from + at),
    );
  }

  #indexOf(kind: NumberKind, account: string): number | undefined {
    const value = accountValue(kind, account);
    return value !== undefined && value >= 1 && value <= this.people ? value - 1 : undefined;
  }

  #person(account: string): PersonBook | undefined {
    const index = this.#indexOf('person', account);
    return index === undefined ? undefined : this.person(index);
  }

  #employer(account: string): EmployerBook | undefined {
    const value = accountValue('employer', account);
    return value !== undefined && value >= 1 && value <= this.employers ? this.employerBook(value - 1) : undefined;
  }
}
