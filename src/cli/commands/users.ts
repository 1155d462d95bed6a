import { roles } from '../../domain/user/role.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { keyOption, oneOf } from './options.ts';

/** `expert-seat users …` */
export const usersCommand = (program: SeatCommand): void => {
  const { say } = program;
  const users = program.command('users').description(say('users.about'));

  users
    .command('add')
    .description(say('users.add.about'))
    .argument('<name>', say('users.arg.name'))
    .addOption(oneOf('--role <role>', say('users.role'), roles).makeOptionMandatory())
    .option('--skills <domains>', say('users.skills'))
    .option('--token-file <path>', say('users.token-file'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../users/users.ts')).addUser));
  users
    .command('list')
    .description(say('users.list.about'))
    .action(lazily(async () => (await import('../users/users.ts')).listUsers));
  users
    .command('disable')
    .description(say('users.disable.about'))
    .argument('<user>', say('users.arg.user'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../users/users.ts')).disableUser));
  users
    .command('rotate-token')
    .description(say('users.rotate.about'))
    .argument('<user>', say('users.arg.user'))
    .option('--token-file <path>', say('users.token-file'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../users/users.ts')).rotateToken));
};
