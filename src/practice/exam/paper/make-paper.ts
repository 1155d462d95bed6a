import { Draws } from '../../../fund-sandbox/random/draws.ts';
import { type Policy, withFigures } from '../../../kb/policy.ts';
import type { Blueprint } from '../blueprint/blueprint.ts';
import type { Drawn } from '../draw/draw.ts';
import { shuffled } from '../draw/shuffle.ts';
import { choiceKey, questionDigest } from '../question/bank.ts';
import type { ChoiceQuestion, Question, SumQuestion } from '../question/question.ts';
import type { PaperItem } from './paper.ts';
import { figuresDigest, figuresOf, workOut } from './sum-answer.ts';
import { drawParameters, fillPlaces } from './sum-parameters.ts';

/** In what a paper is made: figures, day and seed. */
export interface PaperWorld {
  readonly policy: Policy;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly seed: number;
}

type Part = Blueprint['parts'][number];

const commonOf = (question: Question, part: Part, number: number) => ({
  number,
  topic: question.topic,
  level: question.level,
  points: part.points,
  question: question.id,
  digest: questionDigest(question),
});

/** The choices of a question in the order that the seed gives them, figures filled in. */
const shownChoices = (question: ChoiceQuestion, { policy, day, seed }: PaperWorld) =>
  shuffled([...question.right, ...question.wrong], new Draws(seed, `exam choices ${question.id}`, 0)).map((choice) => ({
    key: choiceKey(question, choice),
    text: withFigures(choice, policy, day),
  }));

/** @throws {Error} on a template that cannot be worked out, which the lint does not let through */
const sumItem = (question: SumQuestion, part: Part, number: number, { policy, day, seed }: PaperWorld): PaperItem => {
  const { sum, ask, text } = question;
  const given = drawParameters(question.given, day, new Draws(seed, `exam sum ${question.id}`, 0));
  const worked = workOut({ sum, given, ask, day }, policy);
  if (!worked.ok) throw new Error(`exam: ${question.id} cannot be worked out: ${worked.reason?.en ?? ask.field}`);
  return {
    ...commonOf(question, part, number),
    kind: 'sum',
    text: fillPlaces(withFigures(text, policy, day), sum, given),
    sum,
    given,
    ask,
    day,
    figures: figuresOf(worked.result, policy),
    figuresDigest: figuresDigest(worked.result),
  };
};

const itemOf = (drawn: Drawn, number: number, world: PaperWorld): PaperItem => {
  const { part } = drawn;
  if ('scenario' in drawn) {
    const { id, title, topic, level } = drawn.scenario;
    return { kind: 'scenario', number, topic, level, points: part.points, text: title, scenario: id };
  }
  const { question } = drawn;
  if (question.kind === 'sum') return sumItem(question, part, number, world);
  const common = {
    ...commonOf(question, part, number),
    text: withFigures(question.text, world.policy, world.day),
  };
  if (question.kind === 'find') return { ...common, kind: 'find' };
  const choices = shownChoices(question, world);
  if (question.kind === 'single') return { ...common, kind: 'single', choices };
  return { ...common, kind: 'multiple', choices, partial: part.kind === 'multiple' ? part.partial : 'none' };
};

/** A drawing as it is put before a trainee. */
export const makePaper = (items: readonly Drawn[], world: PaperWorld): PaperItem[] =>
  items.map((drawn, at) => itemOf(drawn, at + 1, world));
