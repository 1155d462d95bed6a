import { exitCode } from '../../../contract/exit-code.ts';
import { toInstant } from '../../../contract/shapes/text.ts';
import { parsePolicy } from '../../../kb/parse-policy.ts';
import type { Policy } from '../../../kb/policy.ts';
import type { OpenExam } from '../../../practice/exam/exam-desk.ts';
import type { ExamState } from '../../../practice/exam/exam-state.ts';
import type { Mark } from '../../../practice/exam/marking/mark.ts';
import type { PaperItem } from '../../../practice/exam/paper/paper.ts';
import { idOfItem } from '../../../practice/exam/paper/paper.ts';
import { figuresStand } from '../../../practice/exam/paper/sum-answer.ts';
import type { Context } from '../../context.ts';
import { readKnowledge } from '../../kb/seat-knowledge.ts';
import { show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { term } from '../../words/words.ts';
import { atDesk } from './exam-desk.ts';
import { examDocument, headLine } from './exam-view.ts';
import { answerDocument, answerWords, itemLines, rightDocument, rightWords, textOf } from './item-view.ts';

type Seal = NonNullable<ExamState['seal']>;
type SealedOpen = OpenExam & { readonly seal: Seal };

const scoreLine = ({ say }: Context, { start }: ExamState, seal: Seal): string =>
  `${say('exam.scored', { ...seal, pass: start.blueprint.pass })}  ${say(seal.passed ? 'exam.passed' : 'exam.failed')}`;

/** What the score says in short. */
const scoreLines = (context: Context, state: ExamState, seal: Seal): string[] => {
  const { say } = context;
  const { start, answers, calls, clockBack } = state;
  return [
    say(`exam.sealed.${seal.reason}`),
    ...(answers.size < start.items.length
      ? [say('exam.unanswered', { answered: answers.size, questions: start.items.length })]
      : []),
    scoreLine(context, state, seal),
    ...[...calls].flatMap(([number, times]) => (times > 1 ? [say('exam.called-again', { number, times })] : [])),
    ...(clockBack > 0 ? [say('exam.clock-back', { count: clockBack })] : []),
  ];
};

const scoreDocument = (seal: Seal) => ({
  reason: seal.reason,
  handedInAt: toInstant(seal.at),
  score: seal.points,
  of: seal.of,
  percent: seal.percent,
  passed: seal.passed,
  seal: seal.head,
});

/** `practice exam hand-in`. */
export const handIn: Work<[string], object> = async (context, [exam]) => {
  const opened = atDesk(context, exam, (desk) => desk.handIn(exam));
  const { state } = opened;
  const seal = state.seal!;
  await show(context, { ...examDocument(opened), ...scoreDocument(seal) }, () =>
    textOf([headLine(context, exam, state), ...scoreLines(context, state, seal)]),
  );
  return seal.passed ? exitCode.done : exitCode.checkFailed;
};

const policyHere = async (context: Context): Promise<Policy> => {
  const { documents } = await readKnowledge(context);
  return parsePolicy(documents.find(({ id }) => id === 'policy')?.text ?? '[]').policy;
};

const markDocument = (item: PaperItem, mark: Mark, { answers, calls }: ExamState, policy: Policy) => ({
  number: item.number,
  kind: item.kind,
  question: idOfItem(item),
  topic: item.topic,
  level: item.level,
  text: item.text,
  points: mark.points,
  of: mark.of,
  answer: answerDocument(item, answers.get(item.number)),
  ...(mark.right && { right: rightDocument(item, mark.right) }),
  ...(mark.why !== undefined && { why: mark.why }),
  ...(mark.article !== undefined && { article: mark.article }),
  ...(item.kind === 'scenario' && { takenUp: calls.get(item.number) ?? 0 }),
  ...(mark.struck && { struck: true }),
  ...(item.kind === 'sum' && !figuresStand(item, policy) && { figuresChanged: true }),
});

const markLines = (context: Context, item: PaperItem, mark: Mark, { answers }: ExamState, policy: Policy): string[] => {
  const { say, language } = context;
  const answer = answers.get(item.number);
  const [, ...shown] = itemLines(context, item, undefined);
  return [
    '',
    `${say('exam.mark', { ...mark, kind: term(language, 'examKind', item.kind) })}  ${item.text}`,
    ...('choices' in item ? shown.slice(0, item.choices.length) : []),
    `   ${say('exam.item.answer', { answer: answerWords(context, item, answer) })}`,
    ...(mark.right ? [`   ${say('exam.right', { right: rightWords(item, mark.right) })}`] : []),
    ...(mark.why !== undefined ? [`   ${say('exam.why', { why: mark.why })}`] : []),
    ...(mark.article !== undefined ? [`   ${say('exam.article', { article: mark.article })}`] : []),
    ...(mark.struck ? [`   ${say('exam.struck')}`] : []),
    ...(item.kind === 'sum' && !figuresStand(item, policy) ? [`   ${say('exam.figures-changed')}`] : []),
  ];
};

const marked = ({ state, seal }: SealedOpen): { item: PaperItem; mark: Mark }[] =>
  state.start.items.flatMap((item) => {
    const mark = seal.marks.find(({ number }) => number === item.number);
    return mark ? [{ item, mark }] : [];
  });

const resultText = (context: Context, opened: SealedOpen, policy: Policy): string =>
  textOf([
    headLine(context, opened.exam, opened.state),
    ...scoreLines(context, opened.state, opened.seal),
    ...marked(opened).flatMap(({ item, mark }) => markLines(context, item, mark, opened.state, policy)),
  ]);

/** The result of a sealed exam as people read it, the score once more at its end, where the eye is. @throws {Failure} as `practice exam result` */
export const resultOfExam = async (context: Context, exam: string): Promise<string> => {
  const opened = atDesk(context, exam, (desk) => desk.result(exam));
  const score = scoreLine(context, opened.state, opened.seal);
  return resultText(context, opened, await policyHere(context)) + textOf(['', score]);
};

/** `practice exam result`: the marks, and what would have been right. */
export const showResult: Work<[string], object> = async (context, [exam]) => {
  const opened = atDesk(context, exam, (desk) => desk.result(exam));
  const { state, seal } = opened;
  const policy = await policyHere(context);
  const marks = marked(opened).map(({ item, mark }) => markDocument(item, mark, state, policy));
  await show(context, { ...examDocument(opened), ...scoreDocument(seal), marks }, () =>
    resultText(context, opened, policy),
  );
  return seal.passed ? exitCode.done : exitCode.checkFailed;
};
