import { stateOn } from '../../../kb/article/article.ts';
import { plainFigures } from '../../../kb/lint/figures.ts';
import { policyNames, policyOn } from '../../../kb/policy.ts';
import { articlesOf, type Question } from '../question/question.ts';
import { bareWording } from './bare-wording.ts';
import { lintSum } from './lint-sum.ts';
import type { LintWorld, Tell } from './lint-world.ts';

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

/** One question by itself. `asked`: the wordings that articles have, and whose they are. */
export const lintQuestion = (
  question: Question,
  world: LintWorld,
  asked: ReadonlyMap<string, string>,
  tell: Tell,
): void => {
  const { topic } = question;
  if (!world.topics.has(topic)) tell('topic', 'unknown_topic', { topic });
  lintArticles(question, world, tell);
  if (question.kind === 'sum') lintSum(question, world, tell);
  else lintTexts(question, world, tell);
  const article = question.kind === 'find' ? asked.get(bareWording(question.text)) : undefined;
  if (article !== undefined) tell('text', 'asked_already', { id: article });
};
