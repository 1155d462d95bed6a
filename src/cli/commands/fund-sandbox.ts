import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

const several = (value: string, before: string[] = []): string[] => [...before, value];

/** What makes a sandbox the one it is. */
const sandboxOptions = (command: SeatCommand): SeatCommand =>
  command
    .option('--seed <number>', command.say('fund-sandbox.seed'))
    .option('--people <count>', command.say('fund-sandbox.people'))
    .option('--today <day>', command.say('fund-sandbox.today'));

/** `expert-seat fund-sandbox`, and whom one may ask it for. */
export const fundSandboxCommand = (program: SeatCommand): void => {
  const { say } = program;
  const sandbox = program.command('fund-sandbox').description(say('fund-sandbox.about'));
  sandboxOptions(sandbox)
    .option('--port <port>', say('fund-sandbox.port'))
    .option('--host <address>', say('fund-sandbox.host'))
    .option('--mapping <file>', say('fund-sandbox.mapping'))
    .option('--key-id <id>', say('fund-sandbox.key-id'))
    .option('--secret-file <file>', say('fund-sandbox.secret-file'))
    .option('--fault <fault>', say('fund-sandbox.fault'), several)
    .action(lazily(async () => (await import('../fund-sandbox/serve.ts')).serveSandbox));
  sandboxOptions(sandbox.command('people').description(say('fund-sandbox.people.about'))).action(
    lazily(async () => (await import('../fund-sandbox/people.ts')).listCast),
  );
};
