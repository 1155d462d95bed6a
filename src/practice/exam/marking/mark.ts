import * as z from 'zod';
import type { Partial } from '../blueprint/blueprint.ts';
import { idOfItem, type PaperItem } from '../paper/paper.ts';
import { nearEnough, sumAnswer } from '../paper/sum-answer.ts';
import { type Bank, choiceKey, questionDigest } from '../question/bank.ts';
import type { Answer } from './answer.ts';

/** What would have been right. */
const Right = z.union([
  z.strictObject({ choose: z.array(z.string()) }),
  z.strictObject({ value: z.number() }),
  z.strictObject({ articles: z.array(z.string()) }),
]);
export type Right = z.infer<typeof Right>;

/** The mark of one question, with all that is needed to read it later, whatever has become of the bank. */
export const Mark = z.strictObject({
  number: z.number().int(),
  points: z.number(),
  of: z.number(),
  /** Absent for a scenario, and for a question that was struck. */
  right: Right.optional(),
  why: z.string().optional(),
  article: z.string().optional(),
  /** The question is no longer the one that was asked, so it counts for nobody and is taken out of the points to be had. */
  struck: z.literal(true).optional(),
});
export type Mark = z.infer<typeof Mark>;

/** Points to two decimals, which thirds of a share need. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

/**
 * A choice: all right ones and no wrong one is full; one wrong is nothing. Some of the right ones and no wrong one is, as the blueprint
 * says, nothing (`none`), half of the points (`half`), or as much of them as of the right ones was found (`share`).
 */
export const choicePoints = (
  right: readonly string[],
  chosen: readonly string[],
  of: number,
  partial: Partial,
): number => {
  if (chosen.length === 0 || chosen.some((key) => !right.includes(key))) return 0;
  const found = new Set(chosen).size;
  if (found === right.length) return of;
  return { none: 0, half: rounded(of / 2), share: rounded((of * found) / right.length) }[partial];
};

/** Marks one question. An answer that is missing gets nothing. */
export const markOf = (item: PaperItem, answer: Answer | undefined, bank: Bank): Mark => {
  const { number, points: of } = item;
  if (item.kind === 'scenario') {
    const score = answer && 'score' in answer ? answer.score : 0;
    return { number, of, points: rounded((of * score) / 100) };
  }
  const question = bank.get(idOfItem(item));
  if (!question || questionDigest(question) !== item.digest) return { number, of: 0, points: 0, struck: true };
  const told = { number, of, why: question.why };
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      if (question.kind !== 'single' && question.kind !== 'multiple') break;
      const right = question.right.map((choice) => choiceKey(question, choice));
      const chosen = answer && 'choose' in answer ? answer.choose : [];
      const points = choicePoints(right, chosen, of, item.kind === 'multiple' ? item.partial : 'none');
      return { ...told, points, right: { choose: right }, article: question.article };
    }
    case 'sum': {
      const worked = sumAnswer(item);
      if (question.kind !== 'sum' || !worked.ok) break;
      const given = answer && 'value' in answer ? answer.value : undefined;
      const fits = given !== undefined && nearEnough(item.ask, worked.value, given);
      return { ...told, points: fits ? of : 0, right: { value: worked.value }, article: question.article };
    }
    case 'find': {
      if (question.kind !== 'find') break;
      const fits = answer !== undefined && 'article' in answer && question.accept.includes(answer.article);
      return { ...told, points: fits ? of : 0, right: { articles: question.accept } };
    }
  }
  return { number, of: 0, points: 0, struck: true };
};

export interface Score {
  readonly marks: readonly Mark[];
  readonly points: number;
  readonly of: number;
  /** To two decimals, rounded down, so that nobody reads a pass mark that was not reached. */
  readonly percent: number;
  readonly passed: boolean;
}

/** Marks a whole paper. `pass`: percent of the points. */
export const scoreOf = (
  items: readonly PaperItem[],
  answers: ReadonlyMap<number, Answer>,
  bank: Bank,
  pass: number,
): Score => {
  const marks = items.map((item) => markOf(item, answers.get(item.number), bank));
  const points = rounded(marks.reduce((sum, mark) => sum + mark.points, 0));
  const of = marks.reduce((sum, mark) => sum + mark.of, 0);
  const hundredths = Math.round(points * 100);
  return {
    marks,
    points,
    of,
    percent: of === 0 ? 0 : Math.floor((hundredths * 100) / of) / 100,
    passed: of > 0 && hundredths >= pass * of,
  };
};
