import type { Rate } from '../../domain/fund/sums/rate.ts';
import type { Field, Fields, Values } from './form.ts';
import type { SumProblem } from './problem.ts';
import { readDay } from './read-day.ts';
import { expectedOf, readNumber } from './read-number.ts';
import { numberWords, percentText } from './show-number.ts';
import { both, joined, type Words } from './words.ts';

/** What was typed into the fields, by their names; absent or blank is empty. */
export type Typed = Readonly<Record<string, string | undefined>>;

type Read = { readonly value: number | string } | { readonly problem: Words };

/** Asks whether a rate that is too low was meant a hundred times as high, if that is one. */
const fractionWords = (rate: Rate, least: Rate, most: Rate): Words => {
  const [told, meant] = [percentText(rate), rate * 100];
  return meant >= least && meant <= most
    ? both(
        `利率 ${told} 太小；是 ${percentText(meant)} 吗？`,
        `a rate of ${told} is too low; is it ${percentText(meant)}?`,
      )
    : both(
        `利率 ${told} 太小，不到 ${percentText(least)}`,
        `a rate of ${told} is too low, below ${percentText(least)}`,
      );
};

const readOne = (field: Field, text: string): Read => {
  if (field.kind === 'choice') {
    const known = Object.keys(field.choices);
    return known.includes(text)
      ? { value: text }
      : { problem: both(`可用：${known.join('、')}`, `one of ${known.join(', ')}`) };
  }
  if (field.kind === 'date') {
    const day = readDay(text);
    const { example = '2026-11-01' } = field;
    return day === undefined
      ? { problem: both(`应为日期，如 ${example}`, `a day such as ${example}`) }
      : { value: day };
  }
  const value = readNumber(field.kind, text);
  if (value === undefined) return { problem: expectedOf(field.kind, field.example) };
  const { min = 0, max = Number.MAX_SAFE_INTEGER, fractionBelow = 0 } = field;
  const say = numberWords[field.kind];
  if (value < min) return { problem: joined([both('不能小于', 'at least'), say(min)], '', ' ') };
  if (value > 0 && value < fractionBelow) return { problem: fractionWords(value, fractionBelow, max) };
  return value > max ? { problem: joined([both('不能大于', 'at most'), say(max)], '', ' ') } : { value };
};

/** Several values, between commas that do not part thousands: `10,20,30`, `10、20`, `2.6, 3.1`. */
const several = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[,、;\s]+/)
    .filter((part) => part !== '');

/** How many variants are still side by side. */
const mostValues = 10;

/** Reads a form's fields; every field that does not fit is named. */
export const readFields = <F extends Fields>(
  fields: F,
  typed: Typed,
): { ok: true; values: Values<F> } | { ok: false; problems: SumProblem[] } => {
  const problems: SumProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const text = typed[name]?.trim() ?? '';
    if (text === '') {
      if (field.required) problems.push({ field: name, problem: both('不能缺少', 'is missing') });
      continue;
    }
    const reads = (field.many ? several(text) : [text]).map((part) => readOne(field, part));
    const problem =
      reads.flatMap((read) => ('problem' in read ? [read.problem] : []))[0] ??
      (reads.length === 0 ? both('不能缺少', 'is missing') : undefined) ??
      (reads.length > mostValues ? both(`最多 ${mostValues} 个`, `${mostValues} at most`) : undefined);
    if (problem) {
      problems.push({ field: name, problem });
      continue;
    }
    const read = reads.flatMap((each) => ('value' in each ? [each.value] : []));
    values[name] = field.many ? read : read[0];
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values: values as Values<F> };
};
