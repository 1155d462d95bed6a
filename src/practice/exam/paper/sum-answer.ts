import { rowDigest } from '../../../domain/audit/chain.ts';
import type { Policy, PolicyEntry } from '../../../kb/policy.ts';
import { readNumber } from '../../../kb/sums/read-number.ts';
import type { SumResult } from '../../../kb/sums/result.ts';
import { runSum } from '../../../kb/sums/run-sum.ts';
import type { SumId } from '../../../kb/sums/sum-forms.ts';
import type { Ask } from '../question/question.ts';
import type { SumItem } from './paper.ts';

export interface AskedSum {
  readonly sum: SumId;
  readonly given: Readonly<Record<string, string>>;
  readonly ask: Ask;
  readonly day: string;
}

export type WorkedOut =
  | { readonly ok: true; readonly value: number; readonly result: SumResult }
  /** `reason`: what the sum refused, in both languages; none when its document has no such number. */
  | { readonly ok: false; readonly reason?: SumRefusalWords };

interface SumRefusalWords {
  readonly 'zh-CN': string;
  readonly en: string;
}

const numberAt = (document: unknown, path: string): number | undefined => {
  let at = document;
  for (const key of path.split('.')) at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return typeof at === 'number' ? at : undefined;
};

/** Works the answer out, with the figures that a policy has on the day of the draw. */
export const workOut = ({ sum, given, ask, day }: AskedSum, policy: Policy): WorkedOut => {
  const outcome = runSum(sum, given, { policy, today: day });
  if (!outcome.ok) {
    const told = (language: 'zh-CN' | 'en'): string =>
      outcome.problems.map(({ field, problem }) => `${field}: ${problem[language]}`).join('; ');
    return { ok: false, reason: { 'zh-CN': told('zh-CN'), en: told('en') } };
  }
  const value = numberAt(outcome.result.document, ask.field);
  return value === undefined ? { ok: false } : { ok: true, value, result: outcome.result };
};

/** The entries of every figure that a result rests on: enough to work it out again, whatever becomes of `policy.yaml`. */
export const figuresOf = ({ basis }: SumResult, policy: Policy): PolicyEntry[] =>
  [...new Set(basis.map(({ name }) => name))].flatMap((name) => policy.get(name) ?? []);

/** Of what a result rests on. Another value of one of the figures gives another digest; an entry for later days does not. */
export const figuresDigest = ({ basis }: SumResult): string =>
  rowDigest(basis.map(({ name, value, published }) => [name, value['zh-CN'], published?.['zh-CN'] ?? null]));

/** The right answer of a sum on a paper, by the figures that were in force when it was drawn. */
export const sumAnswer = (item: SumItem): WorkedOut => {
  const kept = Map.groupBy(item.figures, ({ name }) => name);
  return workOut(item, kept);
};

/** Whether the policy, as it is now, still has for that day the figures that were used. */
export const figuresStand = (item: SumItem, policy: Policy): boolean => {
  const now = workOut(item, policy);
  return now.ok && figuresDigest(now.result) === item.figuresDigest;
};

/** What one of the unit of an answer is, in what `readNumber` gives. */
const units: Record<Ask['kind'], number> = { money: 100, percent: 1_000_000, count: 1 };

/** An answer as it was typed, in yuan, percent or pieces; undefined when it is no such number. */
export const readAnswer = (kind: Ask['kind'], text: string): number | undefined => {
  const read = readNumber(kind, text);
  return read === undefined ? undefined : read / units[kind];
};

/** Whether an answer is near enough, in whole units, where nothing is lost to fractions. */
export const nearEnough = ({ kind, tolerance }: Ask, right: number, answer: number): boolean => {
  const unit = units[kind];
  return Math.abs(Math.round(answer * unit) - Math.round(right * unit)) <= Math.round(tolerance * unit);
};
