import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { oneOf } from './options.ts';
import { practiceExamCommands } from './practice-exam.ts';

/** `expert-seat practice …` */
export const practiceCommand = (program: SeatCommand): void => {
  const { say } = program;
  const practice = program
    .command('practice')
    .description(say('practice.about'))
    .option('--trainee <name>', say('practice.option.trainee'))
    .action(lazily(async () => (await import('../practice/practice-screens.ts')).practise));
  const verb = (name: string, about: string): SeatCommand => practice.command(name).description(about);

  verb('list', say('practice.list.about'))
    .addOption(oneOf('--level <level>', say('practice.option.level'), ['1', '2', '3']))
    .option('--topic <topic>', say('practice.option.topic'))
    .option('--domain <domain>', say('practice.option.domain'))
    .action(lazily(async () => (await import('../practice/list.ts')).listScenarios));
  verb('show', say('practice.show.about'))
    .argument('<scenario>', say('practice.arg.scenario'))
    .option('--solution', say('practice.option.solution'))
    .action(lazily(async () => (await import('../practice/show-scenario.ts')).showScenario));
  verb('run', say('practice.run.about'))
    .argument('<scenario>', say('practice.arg.scenario'))
    .option('--answers <file>', say('practice.option.answers'))
    .option('--seed <number>', say('practice.option.seed'))
    .option('--trainee <name>', say('practice.option.trainee'))
    .option('--keep', say('practice.option.keep'))
    .action(lazily(async () => (await import('../practice/run-scenario.ts')).runScenario));
  verb('lint', say('practice.lint.about'))
    .argument('[places...]', say('practice.arg.places'))
    .action(lazily(async () => (await import('../practice/lint.ts')).lintPractice));
  verb('due', say('practice.due.about'))
    .option('--trainee <name>', say('practice.option.trainee'))
    .action(lazily(async () => (await import('../practice/due.ts')).practiceDue));
  verb('report', say('practice.report.about'))
    .option('--trainee <name>', say('practice.option.trainee'))
    .option('--run <run>', say('practice.option.run'))
    .addOption(oneOf('--format <format>', say('practice.option.format'), ['text', 'html']))
    .action(lazily(async () => (await import('../practice/report.ts')).practiceReport));
  verb('dispute', say('practice.dispute.about'))
    .argument('<run>', say('practice.arg.run'))
    .argument('<mark>', say('practice.arg.mark'))
    .requiredOption('--note <text>', say('practice.option.note'))
    .action(lazily(async () => (await import('../practice/dispute.ts')).disputeMark));
  verb('author', say('practice.author.about'))
    .argument('[ticket]', say('practice.arg.ticket'))
    .requiredOption('--id <id>', say('practice.option.id'))
    .option('--from <file>', say('practice.option.from'))
    .option('--out <file>', say('practice.option.out'))
    .action(lazily(async () => (await import('../practice/author.ts')).authorScenario));
  verb('stats', say('practice.stats.about'))
    .option('--from-hub', say('practice.option.from-hub'))
    .option('--class <name>', say('practice.option.class'))
    .action(lazily(async () => (await import('../practice/stats.ts')).practiceStats));
  verb('submit', say('practice.submit.about'))
    .option('--trainee <name>', say('practice.option.trainee'))
    .option('--class <name>', say('practice.option.class'))
    .action(lazily(async () => (await import('../practice/submit.ts')).submitResults));
  practiceExamCommands(practice);
};
