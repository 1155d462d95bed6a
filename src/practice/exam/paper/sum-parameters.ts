import type { Draws } from '../../../fund-sandbox/random/draws.ts';
import type { Field } from '../../../kb/sums/form.ts';
import { readDay } from '../../../kb/sums/read-day.ts';
import { readNumber } from '../../../kb/sums/read-number.ts';
import { dayWords, numberWords } from '../../../kb/sums/show-number.ts';
import { type SumId, sumForms } from '../../../kb/sums/sum-forms.ts';
import type { Parameter } from '../question/question.ts';

/** The fields of a sum's form. */
export const fieldsOf = (sum: SumId): Readonly<Record<string, Field>> =>
  sumForms.find(({ id }) => id === sum)?.fields ?? {};

/** Whether a parameter differs from draw to draw. */
export const varies = (parameter: Parameter): boolean => typeof parameter !== 'string';

/** The first of the month that is so many months after a day's. */
const monthsAfter = (day: string, months: number): string => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};

const drawOne = (parameter: Parameter, day: string, draws: Draws): string => {
  if (typeof parameter === 'string') return parameter;
  if ('of' in parameter) return draws.pick(parameter.of);
  if ('months-ahead' in parameter) {
    const { from, to } = parameter['months-ahead'];
    return monthsAfter(day, draws.between(from, to));
  }
  const { from, to, step, unit } = parameter;
  return `${from + step * draws.below(Math.floor((to - from) / step) + 1)}${unit}`;
};

/** What is typed into the sum's form, drawn on a day. */
export const drawParameters = (
  given: Readonly<Record<string, Parameter>>,
  day: string,
  draws: Draws,
): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([field, parameter]) => [field, drawOne(parameter, day, draws)]));

/** A parameter as the question says it: 60万元, 20年, 等额本息, 2030年1月1日. Exam questions are in Chinese, as the articles are. */
const said = (field: Field | undefined, text: string): string => {
  if (field === undefined) return text;
  if (field.kind === 'choice') return field.choices[text]?.['zh-CN'] ?? text;
  if (field.kind === 'date') {
    const day = readDay(text);
    return day === undefined ? text : dayWords(day)['zh-CN'];
  }
  const value = readNumber(field.kind, text);
  return value === undefined ? text : numberWords[field.kind](value)['zh-CN'];
};

const place = /\{([a-z][a-z-]*)\}/g;

/** The parameters that a text names. */
export const placesOf = (text: string): string[] => [...text.matchAll(place)].map(([, name]) => name!);

/** A question's text with the parameters in their places. */
export const fillPlaces = (text: string, sum: SumId, given: Readonly<Record<string, string>>): string => {
  const fields = fieldsOf(sum);
  return text.replace(place, (whole, name: string) =>
    given[name] === undefined ? whole : said(fields[name], given[name]),
  );
};
