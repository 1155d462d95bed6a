import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { keysCommand } from './config-keys.ts';
import { argumentOf, keyOption } from './options.ts';

/** The settings of one's own seat; `client/settings.ts` has their shapes, which are no load for help. */
const keys = [
  'hub',
  'lang',
  'timeout',
  'data',
  'color',
  'theme',
  'ambiguous-width',
  'screen-reader',
  'alternate-screen',
  'notify',
  'bell',
  'undo-seconds',
];

/** `expert-seat config …` */
export const configCommand = (program: SeatCommand): void => {
  const { say } = program;
  const config = program.command('config').description(say('config.about'));

  config
    .command('get')
    .description(say('config.get.about'))
    .addArgument(argumentOf('<key>', say('config.key'), keys))
    .action(lazily(async () => (await import('../account/config.ts')).getSetting));
  config
    .command('set')
    .description(say('config.set.about'))
    .addArgument(argumentOf('<key>', say('config.key'), keys))
    .argument('<value>', say('config.value'))
    .action(lazily(async () => (await import('../account/config.ts')).setSetting));
  config
    .command('unset')
    .description(say('config.unset.about'))
    .addArgument(argumentOf('<key>', say('config.key'), keys))
    .action(lazily(async () => (await import('../account/config.ts')).unsetSetting));
  config
    .command('list')
    .description(say('config.list.about'))
    .action(lazily(async () => (await import('../account/config.ts')).listSettings));
  config
    .command('path')
    .description(say('config.path.about'))
    .action(lazily(async () => (await import('../account/config.ts')).settingsPath));
  keysCommand(config);
  config
    .command('hub')
    .description(say('config.hub.about'))
    .argument('[key]', say('config.hub.key'))
    .argument('[value]', say('config.hub.value'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../account/config-hub.ts')).hubSettings));
};
