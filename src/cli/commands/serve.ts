import { Option } from 'commander';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { fundOptions } from './fund-options.ts';
import { oneOf } from './options.ts';

/** `expert-seat serve` */
export const serveCommand = (program: SeatCommand): void => {
  const { say } = program;
  const serve = program
    .command('serve')
    .description(say('serve.about'))
    .option('--port <port>', say('serve.port'))
    .option('--host <address>', say('serve.host'))
    .option('--store <url>', say('serve.store'))
    .option('--tls-cert <file>', say('serve.tls-cert'))
    .option('--tls-key <file>', say('serve.tls-key'))
    .option('--behind-proxy', say('serve.behind-proxy'))
    .addOption(oneOf('--log <level>', say('serve.log'), ['silent', 'error', 'warn', 'info', 'debug']))
    .optionsGroup(say('serve.fund-group'));
  for (const option of fundOptions(say)) serve.addOption(option);
  serve
    .optionsGroup(say('serve.settings'))
    .addOption(oneOf('--distribution <mode>', say('serve.distribution'), ['pull', 'push']))
    .addOption(new Option('--offer <seconds>', say('serve.offer')))
    .addOption(new Option('--wrap-up <seconds>', say('serve.wrap-up')))
    .addOption(new Option('--call-lease <seconds>', say('serve.call-lease')))
    .addOption(new Option('--live-lease <seconds>', say('serve.live-lease')))
    .action(lazily(async () => (await import('../serve/serve.ts')).serve));
};
