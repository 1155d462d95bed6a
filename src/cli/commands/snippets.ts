import { fieldsHelp } from '../../kb/snippets/snippet-text.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';

/** `expert-seat snippets …` */
export const snippetsCommand = (program: SeatCommand): void => {
  const { say, language } = program;
  const snippets = program.command('snippets').description(say('snippets.about'));

  snippets
    .command('list')
    .description(say('snippets.list.about'))
    .option('--mine', say('snippets.mine'))
    .action(lazily(async () => (await import('../snippets/snippets.ts')).listSnippets));
  snippets
    .command('show')
    .description(say('snippets.show.about'))
    .argument('<snippet>', say('snippets.arg'))
    .action(lazily(async () => (await import('../snippets/snippets.ts')).showSnippet));
  snippets
    .command('add')
    .description(say('snippets.add.about'))
    .argument('<name>', say('snippets.name'))
    .requiredOption('--text <text>', say('snippets.text', { fields: fieldsHelp[language] }))
    .option('--id <id>', say('snippets.id'))
    .option('--domain <domain>', say('snippets.domain'))
    .option('--topics <topics>', say('snippets.topics'))
    .option('--replace', say('snippets.replace'))
    .action(lazily(async () => (await import('../snippets/snippets.ts')).addSnippet));
  snippets
    .command('remove')
    .description(say('snippets.remove.about'))
    .argument('<snippet>', say('snippets.arg.mine'))
    .action(lazily(async () => (await import('../snippets/snippets.ts')).removeSnippet));
  snippets
    .command('path')
    .description(say('snippets.path.about'))
    .action(lazily(async () => (await import('../snippets/snippets.ts')).snippetsPath));
};
