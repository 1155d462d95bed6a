import { revealFields } from '../../domain/account/disclosure.ts';
import { operationNames, purposes } from '../../domain/account/query-rules.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { argumentOf, keyOption, oneOf, pageOptions } from './options.ts';

/** `expert-seat accounts …` */
export const accountsCommand = (program: SeatCommand): void => {
  const { say } = program;
  const accounts = program.command('accounts').description(say('accounts.about'));
  const inCall = (name: string, about: string): SeatCommand =>
    accounts.command(name).description(about).requiredOption('--call <call>', say('calls.arg.call'));
  const query = (name: string, about: string): SeatCommand =>
    inCall(name, about)
      .option('--person <id>', say('accounts.person'))
      .addOption(oneOf('--purpose <purpose>', say('accounts.purpose'), purposes));
  const byMonth = (name: string, about: string): SeatCommand =>
    query(name, about)
      .option('--from <month>', say('accounts.from'))
      .option('--to <month>', say('accounts.to'))
      .option('--page <number>', say('accounts.page'))
      .option('--size <count>', say('accounts.size'))
      .option('--chart', say('accounts.chart'));

  inCall('verify', say('accounts.verify.about'))
    .option('--name <name>', say('accounts.verify.name'))
    .option('--id-number <number>', say('accounts.verify.id-number'))
    .option('--employer-account <number>', say('accounts.verify.employer-account'))
    .option('--item <field=value...>', say('accounts.verify.item'))
    .option('--on-behalf', say('accounts.verify.on-behalf'))
    .option('--authorisation <kind[:reference]>', say('accounts.verify.authorisation'))
    .option('--stdin', say('accounts.verify.stdin'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../accounts/verify.ts')).verifyIdentity));
  inCall('status', say('accounts.status.about')).action(
    lazily(async () => (await import('../accounts/verify.ts')).identityStatus),
  );

  query('employee', say('accounts.employee.about')).action(
    lazily(async () => (await import('../accounts/employee.ts')).showEmployee),
  );
  byMonth('contributions', say('accounts.contributions.about')).action(
    lazily(async () => (await import('../accounts/contributions.ts')).listContributions),
  );
  query('employer', say('accounts.employer.about')).action(
    lazily(async () => (await import('../accounts/employer.ts')).showEmployer),
  );
  byMonth('employer-contributions', say('accounts.employer-contributions.about')).action(
    lazily(async () => (await import('../accounts/contributions.ts')).listEmployerContributions),
  );
  query('progress', say('accounts.progress.about')).action(
    lazily(async () => (await import('../accounts/loan-progress.ts')).showLoanProgress),
  );
  query('application', say('accounts.application.about'))
    .argument('[number]', say('accounts.application.number'))
    .action(lazily(async () => (await import('../accounts/loan-progress.ts')).showApplication));
  query('loan', say('accounts.loan.about')).action(
    lazily(async () => (await import('../accounts/loans.ts')).showLoans),
  );
  query('repayments', say('accounts.repayments.about'))
    .option('--loan <ref>', say('accounts.loan-ref'))
    .option('--made', say('accounts.repayments.made'))
    .action(lazily(async () => (await import('../accounts/loans.ts')).showRepayments));
  query('online', say('accounts.online.about')).action(
    lazily(async () => (await import('../accounts/online.ts')).listOnline),
  );
  query('reveal', say('accounts.reveal.about'))
    .addArgument(argumentOf('<field>', say('accounts.reveal.field'), revealFields))
    .option('--loan <ref>', say('accounts.loan-ref'))
    .requiredOption('--reason <text>', say('accounts.reveal.reason'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../accounts/reveal.ts')).revealField));

  const log = accounts
    .command('log')
    .description(say('accounts.log.about'))
    .option('--expert <user>', say('accounts.log.expert'))
    .option('--call <call>', say('calls.arg.call'))
    .addOption(oneOf('--operation <operation>', say('accounts.log.operation'), [...operationNames, 'verify', 'reveal']))
    .option('--alerts', say('accounts.log.alerts'))
    .option('--since <when>', say('option.since'))
    .option('--until <when>', say('option.until'));
  for (const option of pageOptions(say)) log.addOption(option);
  log.action(lazily(async () => (await import('../accounts/log.ts')).accountLog));
};
