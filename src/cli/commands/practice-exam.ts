import { lazily } from '../run.ts';
import type { SeatCommand } from '../seat-command.ts';
import { oneOf } from './options.ts';

/** `practice exam …`: what a trainee does. */
const sitting = (exam: SeatCommand): void => {
  const { say } = exam;
  exam
    .command('list')
    .description(say('exam.list.about'))
    .action(lazily(async () => (await import('../practice/exam/list.ts')).listExams));
  exam
    .command('start')
    .description(say('exam.start.about'))
    .requiredOption('--blueprint <id>', say('exam.start.blueprint'))
    .requiredOption('--trainee <name>', say('exam.start.trainee'))
    .option('--seed <seed>', say('exam.start.seed'))
    .action(lazily(async () => (await import('../practice/exam/start.ts')).startExam));
  exam
    .command('show')
    .description(say('exam.show.about'))
    .argument('<exam>', say('exam.arg'))
    .action(lazily(async () => (await import('../practice/exam/show.ts')).showExam));
  exam
    .command('next')
    .description(say('exam.next.about'))
    .argument('<exam>', say('exam.arg'))
    .action(lazily(async () => (await import('../practice/exam/show.ts')).nextQuestion));
  exam
    .command('answer')
    .description(say('exam.answer.about'))
    .argument('<exam>', say('exam.arg'))
    .argument('<number>', say('exam.arg.number'))
    .option('--choose <letters>', say('exam.answer.choose'))
    .option('--value <value>', say('exam.answer.value'))
    .option('--article <id>', say('exam.answer.article'))
    .action(lazily(async () => (await import('../practice/exam/answer.ts')).answerQuestion));
  exam
    .command('play')
    .description(say('exam.play.about'))
    .argument('<exam>', say('exam.arg'))
    .argument('<number>', say('exam.arg.number'))
    .option('--answers <file>', say('practice.option.answers'))
    .action(lazily(async () => (await import('../practice/exam/play.ts')).playQuestion));
  exam
    .command('hand-in')
    .description(say('exam.hand-in.about'))
    .argument('<exam>', say('exam.arg'))
    .action(lazily(async () => (await import('../practice/exam/result.ts')).handIn));
  exam
    .command('result')
    .description(say('exam.result.about'))
    .argument('<exam>', say('exam.arg'))
    .action(lazily(async () => (await import('../practice/exam/result.ts')).showResult));
};

/** `practice exam …`: what is done with exams that were sat, and with the data they are drawn from. */
const keeping = (exam: SeatCommand): void => {
  const { say } = exam;
  exam
    .command('verify')
    .description(say('exam.verify.about'))
    .argument('[exams...]', say('exam.verify.what'))
    .option('--head <seal>', say('exam.verify.head'))
    .action(lazily(async () => (await import('../practice/exam/verify.ts')).verifyExams));
  exam
    .command('certificate')
    .description(say('exam.certificate.about'))
    .argument('<exam>', say('exam.arg'))
    .addOption(oneOf('--format <format>', say('exam.certificate.format'), ['text', 'html', 'json']))
    .option('--out <file>', say('option.out'))
    .action(lazily(async () => (await import('../practice/exam/certificate.ts')).printCertificate));
  exam
    .command('items')
    .description(say('exam.items.about'))
    .action(lazily(async () => (await import('../practice/exam/items.ts')).showItems));
  exam
    .command('lint')
    .description(say('exam.lint.about'))
    .argument('[folder]', say('exam.lint.folder'))
    .action(lazily(async () => (await import('../practice/exam/lint.ts')).lintExamData));
};

/** Adds `practice exam …` and `practice rank`. */
export const practiceExamCommands = (practice: SeatCommand): void => {
  const { say } = practice;
  const exam = practice.command('exam').description(say('exam.about')) as SeatCommand;
  sitting(exam);
  keeping(exam);
  practice
    .command('rank')
    .description(say('rank.about'))
    .option('--blueprint <id>', say('rank.blueprint'))
    .option('--latest', say('rank.latest'))
    .action(lazily(async () => (await import('../practice/exam/rank.ts')).rankExams));
};
