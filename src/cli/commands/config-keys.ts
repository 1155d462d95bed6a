import { Option } from 'commander';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

/** `expert-seat config keys …`: the keys of the seat screen. */
export const keysCommand = (config: SeatCommand): void => {
  const { say } = config;
  const keys = config
    .command('keys')
    .description(say('config.keys.about'))
    .addOption(new Option('--markdown', say('config.keys.markdown')).conflicts(['csv', 'json']))
    .addOption(new Option('--csv', say('config.keys.csv')).conflicts('json'))
    .action(lazily(async () => (await import('../keys/list.ts')).listKeys));
  keys
    .command('set')
    .description(say('config.keys.set.about'))
    .argument('<action>', say('config.keys.action'))
    .argument('<keys...>', say('config.keys.keys'))
    .action(lazily(async () => (await import('../keys/change.ts')).setKeys));
  keys
    .command('unset')
    .description(say('config.keys.unset.about'))
    .argument('[action]', say('config.keys.action'))
    .option('--all', say('config.keys.all'))
    .action(lazily(async () => (await import('../keys/change.ts')).unsetKeys));
  keys
    .command('check')
    .description(say('config.keys.check.about'))
    .action(lazily(async () => (await import('../keys/check.ts')).checkKeys));
};
