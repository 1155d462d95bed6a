import { Draws } from '../../../fund-sandbox/random/draws.ts';
import { workOut } from '../paper/sum-answer.ts';
import { drawParameters, fieldsOf, placesOf, varies } from '../paper/sum-parameters.ts';
import type { SumQuestion } from '../question/question.ts';
import type { LintWorld, Tell } from './lint-world.ts';

/** So many draws of a sum are worked out; with the ranges of the templates, that meets every corner many times. */
const trials = 200;

/** A template: every parameter is known and said, and whatever is drawn has an answer. */
export const lintSum = (question: SumQuestion, { policy, today }: LintWorld, tell: Tell): void => {
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
