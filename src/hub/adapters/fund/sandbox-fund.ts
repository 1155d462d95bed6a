import { Sandbox } from '../../../fund-sandbox/sandbox.ts';
import type { SandboxOptions } from '../../../fund-sandbox/world.ts';
import type { FundPort } from '../../ports/fund.ts';

/** The sandbox as a fund within the hub's own process: answers at once, and never fails. */
export class SandboxFund implements FundPort {
  readonly name = 'sandbox';
  /** Of whom this fund knows: for tests, the demonstration and practice, which need people to ask for. */
  readonly sandbox: Sandbox;

  /** @throws {z.ZodError} for options that do not hold */
  constructor(options: SandboxOptions) {
    this.sandbox = new Sandbox(options);
  }

  identity: FundPort['identity'] = async (idNumber) => this.sandbox.identity(idNumber);
  employerIdentity: FundPort['employerIdentity'] = async (account) => this.sandbox.employerIdentity(account);
  employee: FundPort['employee'] = async (account) => this.sandbox.employee(account);
  contributions: FundPort['contributions'] = async (account, range) => this.sandbox.contributions(account, range);
  employer: FundPort['employer'] = async (account) => this.sandbox.employer(account);
  employerContributions: FundPort['employerContributions'] = async (account, range) =>
    this.sandbox.employerContributions(account, range);
  loanProgress: FundPort['loanProgress'] = async (account) => this.sandbox.loanProgress(account);
  loans: FundPort['loans'] = async (account) => this.sandbox.loans(account);
  repayments: FundPort['repayments'] = async (loanAccount) => this.sandbox.repayments(loanAccount);
  onlineApplications: FundPort['onlineApplications'] = async (account) => this.sandbox.onlineApplications(account);
  close: FundPort['close'] = async () => {};
}
