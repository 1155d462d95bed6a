import { Draws } from '../../fund-sandbox/random/draws.ts';
import { type Article, stateOn } from '../../kb/article/article.ts';
import { plainFigures } from '../../kb/lint/figures.ts';
import { type Policy, policyNames, policyOn } from '../../kb/policy.ts';
import type { Topic } from '../../kb/topics.ts';
import { parseBlueprint } from './blueprint/parse-blueprint.ts';
import type { Fault, FaultCode, PlacedFault } from './fault.ts';
import { groupOf } from './group.ts';
import { workOut } from './paper/sum-answer.ts';
import { drawParameters, fieldsOf, placesOf, varies } from './paper/sum-parameters.ts';
import { parseQuestions } from './question/parse-questions.ts';
import { articlesOf, type Question, type SumQuestion } from './question/question.ts';

/** A text of the exams by its path in the folder of practice. */
export interface ExamText {
  readonly file: string;
  readonly text: string;
}

/** What the exams are held against. */
export interface LintWorld {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly policy: Policy;
  readonly articles: ReadonlyMap<string, Article>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface ExamLint {
  readonly questions: number;
  readonly blueprints: number;
  /** In order of file and line. */
  readonly faults: readonly PlacedFault[];
}

/** Says what is wrong with a field of a question. */
type Tell = (field: string, code: FaultCode, details: Fault['details']) => void;

/** A wording without what makes no other question of it. */
export const bareWording = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{Z}\s]/gu, '');

const lintArticles = (question: Question, { articles, today }: LintWorld, tell: Tell): void => {
  const field = question.kind === 'find' ? 'accept' : 'article';
  const found = articlesOf(question).flatMap((id) => {
    const article = articles.get(id);
    if (!article) tell(field, 'no_article', { id });
    else if (stateOn(article, today) !== 'in-force') tell(field, 'not_in_force', { id, date: today });
    return article ?? [];
  });
  const { topic } = question;
  if (found.length > 0 && !found.some((article) => article.topic === topic)) tell(field, 'other_topic', { topic });
};

const lintTexts = (question: Question, { policy, today }: LintWorld, tell: Tell): void => {
  const choices = question.kind === 'single' || question.kind === 'multiple';
  const texts: (readonly [field: string, text: string])[] = [
    ['text', question.text],
    ['why', question.why],
    ...(choices ? question.right.map((choice) => ['right', choice] as const) : []),
    ...(choices ? question.wrong.map((choice) => ['wrong', choice] as const) : []),
  ];
  for (const [field, text] of texts) {
    for (const figure of plainFigures(text)) tell(field, 'plain_figure', { figure });
    for (const name of policyNames(text)) {
      if (!policyOn(policy, name, today)) tell(field, 'unknown_policy', { name, date: today });
    }
  }
  if (!choices) return;
  const all = [...question.right, ...question.wrong].map(bareWording);
  const twice = all.find((choice, at) => all.indexOf(choice) !== at);
  if (twice !== undefined) tell('wrong', 'choice_twice', { choice: twice });
};

/** So many draws of a sum are worked out; with the ranges of the templates, that meets every corner many times. */
const trials = 200;

const lintSum = (question: SumQuestion, { policy, today }: LintWorld, tell: Tell): void => {
  const { sum, given, ask, text } = question;
  const fields = fieldsOf(sum);
  for (const field of Object.keys(given)) {
    if (!fields[field]) tell('given', 'unknown_parameter', { sum, field });
  }
  const places = placesOf(text);
  for (const name of places) {
    if (given[name] === undefined) tell('text', 'unknown_place', { place: `{${name}}` });
  }
  for (const [field, parameter] of Object.entries(given)) {
    if (varies(parameter) && !places.includes(field)) tell('text', 'unsaid_parameter', { field, place: `{${field}}` });
  }
  for (let trial = 0; trial < trials; trial++) {
    const typed = drawParameters(given, today, new Draws(trial, 'exam lint', 0));
    const worked = workOut({ sum, given: typed, ask, day: today }, policy);
    if (worked.ok) continue;
    const told = JSON.stringify(typed);
    if (worked.reason) {
      const { en: reason, 'zh-CN': reasonInChinese } = worked.reason;
      tell('given', 'sum_refused', { given: told, reason, reasonInChinese });
    } else tell('ask', 'no_such_result', { given: told, field: ask.field });
    return;
  }
};

const lintQuestion = (question: Question, world: LintWorld, asked: ReadonlyMap<string, string>, tell: Tell): void => {
  const { topic } = question;
  if (!world.topics.has(topic)) tell('topic', 'unknown_topic', { topic });
  lintArticles(question, world, tell);
  if (question.kind === 'sum') lintSum(question, world, tell);
  else lintTexts(question, world, tell);
  const article = question.kind === 'find' ? asked.get(bareWording(question.text)) : undefined;
  if (article !== undefined) tell('text', 'asked_already', { id: article });
};

const lintBlueprint = ({ file, text }: ExamText, { topics }: LintWorld): PlacedFault[] => {
  const { blueprint, faults, lineAt } = parseBlueprint(text);
  const placed: PlacedFault[] = faults.map((fault) => ({ file, ...fault }));
  if (!blueprint) return placed;
  const expected = `${blueprint.id}.yaml`;
  if (file.replace(/^.*[/\\]/, '') !== expected) {
    placed.push({ file, line: lineAt(['id']), code: 'file_name', details: { expected } });
  }
  const groups = new Set([...topics.values()].map(groupOf));
  for (const group of Object.keys(blueprint.groups)) {
    if (!groups.has(group)) {
      placed.push({ file, line: lineAt(['groups', group]), code: 'unknown_group', details: { group } });
    }
  }
  return placed;
};

/** Finds every fault in questions and blueprints, each with its file and line. */
export const lintExams = (
  questions: readonly ExamText[],
  blueprints: readonly ExamText[],
  world: LintWorld,
): ExamLint => {
  const asked = new Map<string, string>();
  for (const { id, questions: wordings } of world.articles.values()) {
    for (const wording of wordings) asked.set(bareWording(wording), id);
  }
  const faults: PlacedFault[] = [];
  const known = new Map<string, string>();
  let count = 0;
  for (const { file, text } of questions) {
    const read = parseQuestions(text);
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
    for (const question of read.questions) {
      count += 1;
      const tell: Tell = (field, code, details) =>
        faults.push({ file, line: read.lineOf(question, field), code, details });
      const other = known.get(question.id);
      if (other !== undefined) tell('id', 'id_twice', { id: question.id, file: other });
      known.set(question.id, file);
      lintQuestion(question, world, asked, tell);
    }
  }
  faults.push(...blueprints.flatMap((blueprint) => lintBlueprint(blueprint, world)));
  faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { questions: count, blueprints: blueprints.length, faults };
};
