import { callStates, priorities } from '../../domain/call/call.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { argumentOf, keyOption, oneOf, pageOptions } from './options.ts';

/** `expert-seat calls …` */
export const callsCommand = (program: SeatCommand): void => {
  const { say } = program;
  const calls = program.command('calls').description(say('calls.about'));
  const verb = (name: string, about: string): SeatCommand => calls.command(name).description(about);
  const onCall = (name: string, about: string): SeatCommand =>
    verb(name, about).argument('<call>', say('calls.arg.call')).addOption(keyOption(say));

  verb('transfer', say('calls.transfer.about'))
    .option('--phone <number>', say('calls.transfer.phone'))
    .option('--name <name>', say('calls.transfer.name'))
    .option('--domain <domain>', say('calls.transfer.domain'))
    .option('--question <text>', say('calls.transfer.question'))
    .option('--topic <topic>', say('calls.transfer.topic'))
    .option('--tried <text>', say('calls.transfer.tried'))
    .addOption(oneOf('--priority <priority>', say('calls.transfer.priority'), priorities))
    .option('--from <agent>', say('calls.transfer.from'))
    .option('--file <path>', say('calls.transfer.file'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../calls/transfer.ts')).transfer));

  const list = verb('list', say('calls.list.about'))
    .option('--waiting', say('calls.list.waiting'))
    .option('--mine', say('calls.list.mine'))
    .addOption(oneOf('--state <state>', say('calls.list.state'), callStates))
    .option('--domain <domain>', say('calls.list.domain'));
  for (const option of pageOptions(say)) list.addOption(option);
  list.action(lazily(async () => (await import('../calls/list.ts')).listCalls));

  verb('show', say('calls.show.about'))
    .argument('<call>', say('calls.arg.call'))
    .action(lazily(async () => (await import('../calls/list.ts')).showCall));

  verb('take', say('calls.take.about'))
    .argument('[call]', say('calls.take.call'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../calls/take.ts')).takeCall));

  onCall('hold', say('calls.hold.about')).action(lazily(async () => (await import('../calls/act.ts')).holdCall));
  onCall('resume', say('calls.resume.about')).action(lazily(async () => (await import('../calls/act.ts')).resumeCall));
  onCall('end', say('calls.end.about')).action(lazily(async () => (await import('../calls/act.ts')).endCall));
  onCall('decline', say('calls.decline.about')).action(
    lazily(async () => (await import('../calls/act.ts')).declineCall),
  );
  onCall('return', say('calls.return.about'))
    .requiredOption('--note <text>', say('calls.return.note'))
    .action(lazily(async () => (await import('../calls/act.ts')).returnCall));
  onCall('abandon', say('calls.abandon.about'))
    .option('--note <text>', say('calls.abandon.note'))
    .action(lazily(async () => (await import('../calls/act.ts')).abandonCall));
  onCall('move', say('calls.move.about'))
    .requiredOption('--domain <domain>', say('calls.move.domain'))
    .option('--note <text>', say('calls.move.note'))
    .action(lazily(async () => (await import('../calls/act.ts')).moveCall));
  onCall('reveal', say('calls.reveal.about'))
    .requiredOption('--reason <text>', say('calls.reveal.reason'))
    .action(lazily(async () => (await import('../calls/reveal.ts')).revealPhone));

  verb('watch', say('calls.watch.about'))
    .option('--for <seconds>', say('calls.watch.for'))
    .option('--count <events>', say('calls.watch.count'))
    .option('--after <seq>', say('calls.watch.after'))
    .action(lazily(async () => (await import('../calls/watch.ts')).watchLine));

  verb('seat', say('calls.seat.about'))
    .addArgument(
      argumentOf('[state]', say('calls.seat.state'), ['ready', 'break', 'meal', 'training', 'meeting', 'offline']),
    )
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../calls/seat.ts')).seatState));
};
