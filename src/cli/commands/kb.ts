import { versionStates } from '../../domain/knowledge/version.ts';
import { partWords } from '../kb/part-names.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { kbEditingCommands } from './kb-editing.ts';
import { oneOf, pageOptions } from './options.ts';

/** Written out, for the shapes are no load for help. */
const states = ['in-force', 'coming', 'expired'];
const formats = ['text', 'md', 'json'];

/** What works on this machine's own knowledge, hub or no hub. */
const readingCommands = (kb: SeatCommand): void => {
  const { say } = kb;
  const verb = (name: string, about: string): SeatCommand => kb.command(name).description(about);

  verb('search', say('kb.search.about'))
    .argument('<query...>', say('kb.arg.query'))
    .option('--domain <domain>', say('kb.option.domain'))
    .option('--topic <topic>', say('kb.option.topic'))
    .option('--limit <count>', say('kb.search.limit'))
    .option('--explain', say('kb.search.explain'))
    .action(lazily(async () => (await import('../kb/search.ts')).searchKnowledge));

  verb('show', say('kb.show.about'))
    .argument('<document>', say('kb.arg.document'))
    .addOption(oneOf('--part <part>', say('kb.show.part'), partWords).conflicts('raw'))
    .addOption(oneOf('--format <format>', say('kb.show.format'), formats))
    .option('--raw', say('kb.show.raw'))
    .option('--version <number>', say('kb.show.version'))
    .action(lazily(async () => (await import('../kb/show.ts')).showDocument));

  const list = verb('list', say('kb.list.about'))
    .option('--domain <domain>', say('kb.option.domain'))
    .option('--topic <topic>', say('kb.option.topic'))
    .addOption(oneOf('--state <state>', say('kb.list.state'), states).conflicts('hubState'))
    .addOption(oneOf('--hub-state <state>', say('kb.list.hub-state'), ['open', ...versionStates]));
  for (const option of pageOptions(say)) list.addOption(option);
  list.action(lazily(async () => (await import('../kb/list.ts')).listArticles));

  verb('topics', say('kb.topics.about'))
    .option('--domain <domain>', say('kb.option.domain'))
    .action(lazily(async () => (await import('../kb/topics.ts')).listTopics));

  verb('status', say('kb.status.about')).action(lazily(async () => (await import('../kb/status.ts')).knowledgeStatus));

  verb('sync', say('kb.sync.about')).action(lazily(async () => (await import('../kb/sync.ts')).syncKnowledge));

  verb('eval', say('kb.eval.about'))
    .argument('<file>', say('kb.eval.file'))
    .option('--misses', say('kb.eval.misses-option'))
    .action(lazily(async () => (await import('../kb/eval.ts')).evaluateSearch));
};

/** `expert-seat kb …` */
export const kbCommand = (program: SeatCommand): void => {
  const kb = program.command('kb').description(program.say('kb.about'));
  readingCommands(kb);
  kbEditingCommands(kb);
};
