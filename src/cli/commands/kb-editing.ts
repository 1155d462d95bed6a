import { Option } from 'commander';
import { correctionStates } from '../../domain/knowledge/correction.ts';
import { partWords } from '../kb/part-names.ts';
import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { keyOption, oneOf, pageOptions } from './options.ts';

type Verb = (name: string, about: string) => SeatCommand;

/** Files: checked, begun, brought to the hub and back. */
const fileCommands = ({ say }: SeatCommand, verb: Verb): void => {
  verb('lint', say('kb.lint.about'))
    .argument('[path...]', say('kb.lint.paths'))
    .action(lazily(async () => (await import('../kb/lint.ts')).lintKnowledge));

  verb('new', say('kb.new.about'))
    .argument('<id>', say('kb.new.id'))
    .requiredOption('--topic <topic>', say('kb.new.topic'))
    .option('--title <title>', say('kb.new.title'))
    .option('--out <file>', say('kb.new.out'))
    .action(lazily(async () => (await import('../kb/new.ts')).newArticle));

  verb('import', say('kb.import.about'))
    .argument('<dir>', say('kb.import.dir'))
    .option('--note <text>', say('kb.draft.note-option'))
    .option('--submit', say('kb.import.submit'))
    .action(lazily(async () => (await import('../kb/import.ts')).importKnowledge));

  verb('export', say('kb.export.about'))
    .argument('<dir>', say('kb.export.dir'))
    .option('--from-hub', say('kb.export.from-hub'))
    .action(lazily(async () => (await import('../kb/export.ts')).exportKnowledge));
};

/** Draft, review, published, retired. */
const lifeCycleCommands = ({ say }: SeatCommand, verb: Verb): void => {
  verb('draft', say('kb.draft.about'))
    .argument('<file>', say('kb.draft.file'))
    .option('--note <text>', say('kb.draft.note-option'))
    .option('--base <number>', say('kb.draft.base'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../kb/draft.ts')).draftDocument));

  verb('review', say('kb.review.about'))
    .argument('<document>', say('kb.arg.document'))
    .option('--version <number>', say('kb.option.version'))
    .option('--return', say('kb.review.return'))
    .option('--note <text>', say('kb.review.note'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../kb/review.ts')).reviewDocument));

  verb('publish', say('kb.publish.about'))
    .argument('<document...>', say('kb.arg.document'))
    .option('--version <number>', say('kb.option.version'))
    .option('--note <text>', say('kb.publish.note'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../kb/publish.ts')).publishDocuments));

  verb('retire', say('kb.retire.about'))
    .argument('<document>', say('kb.arg.document'))
    .requiredOption('--note <text>', say('kb.retire.note'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../kb/review.ts')).retireDocument));

  verb('history', say('kb.history.about'))
    .argument('<document>', say('kb.arg.document'))
    .action(lazily(async () => (await import('../kb/history.ts')).documentHistory));

  verb('diff', say('kb.diff.about'))
    .argument('<document>', say('kb.arg.document'))
    .option('--from <number>', say('kb.diff.from'))
    .option('--to <number>', say('kb.diff.to'))
    .action(lazily(async () => (await import('../kb/diff.ts')).diffDocument));
};

const correctionCommands = ({ say }: SeatCommand, verb: Verb): void => {
  verb('correct', say('kb.correct.about'))
    .argument('<document>', say('kb.arg.document'))
    .requiredOption('--note <text>', say('kb.correct.note'))
    .addOption(oneOf('--part <part>', say('kb.correct.part'), partWords))
    .option('--version <number>', say('kb.correct.version'))
    .option('--ticket <number>', say('kb.correct.ticket'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../kb/corrections.ts')).correctDocument));

  const corrections = verb('corrections', say('kb.corrections.about'))
    .addOption(oneOf('--state <state>', say('kb.corrections.state'), correctionStates))
    .option('--mine', say('kb.corrections.mine'))
    .option('--document <id>', say('kb.corrections.document'));
  for (const option of pageOptions(say)) corrections.addOption(option);
  corrections.action(lazily(async () => (await import('../kb/corrections.ts')).listCorrections));
  corrections
    .command('answer')
    .description(say('kb.answer.about'))
    .argument('<correction>', say('kb.answer.correction'))
    .option('--accept', say('kb.answer.accept'))
    .addOption(new Option('--decline', say('kb.answer.decline')).conflicts('accept'))
    .requiredOption('--answer <text>', say('kb.answer.text'))
    .addOption(keyOption(say))
    .action(lazily(async () => (await import('../kb/corrections.ts')).answerCorrection));
};

/** The verbs that write knowledge, and judge what was written. */
export const kbEditingCommands = (kb: SeatCommand): void => {
  const verb: Verb = (name, about) => kb.command(name).description(about);
  fileCommands(kb, verb);
  lifeCycleCommands(kb, verb);
  correctionCommands(kb, verb);
};
