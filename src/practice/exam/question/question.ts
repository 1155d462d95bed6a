import * as z from 'zod';
import { TopicId } from '../../../contract/shapes/text.ts';
import { ArticleId, safeLine } from '../../../kb/article/article.ts';
import { type SumId, sumForms } from '../../../kb/sums/sum-forms.ts';

export const ExamDataId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of small letters, digits and -, such as dep-base-1');

/** 1: what everybody must know at once; 2: what takes thinking; 3: what even old hands mix up. */
export const Level = z.literal([1, 2, 3]);
export type Level = z.infer<typeof Level>;

const common = { id: ExamDataId, topic: TopicId, level: Level, text: safeLine(300), why: safeLine(400) };
const choices = z.array(safeLine(100));

/** One right choice among several. What is right stands apart from what is wrong, so that an order cannot tell. */
const Single = z.strictObject({
  ...common,
  kind: z.literal('single'),
  article: ArticleId,
  right: choices.length(1, 'one right choice'),
  wrong: choices.min(2).max(5),
});

const Multiple = z.strictObject({
  ...common,
  kind: z.literal('multiple'),
  article: ArticleId,
  right: choices.min(2, 'two right choices or more').max(5),
  wrong: choices.min(1).max(4),
});

/** Whole numbers from one to another, each written with its unit: 20 to 80 in steps of 5, 万. */
const Range = z
  .strictObject({
    from: z.number().int().min(0),
    to: z.number().int(),
    step: z.number().int().min(1).default(1),
    unit: z.string().max(4).default(''),
  })
  .refine(({ from, to }) => to >= from, '`to` is below `from`');

/** The first of a month, so many months after the day of the draw. */
const Ahead = z
  .strictObject({ 'months-ahead': z.strictObject({ from: z.number().int().min(1), to: z.number().int().max(240) }) })
  .refine(({ 'months-ahead': { from, to } }) => to >= from, '`to` is below `from`');

const plain = z.union([z.string().min(1).max(40), z.number()]).transform(String);

/** A parameter of a sum: the same for all, or drawn. */
const Parameter = z.union([plain, z.strictObject({ of: z.array(plain).min(2).max(20) }), Range, Ahead]);
export type Parameter = z.output<typeof Parameter>;

/** What of the sum's document is asked, and how far an answer may be off, in the unit in which it is given. */
export const Ask = z.strictObject({
  /** A path into the document, such as `shorten.interest_saved`. */
  field: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/),
  /** Yuan, percent, or a count such as months. */
  kind: z.literal(['money', 'percent', 'count']),
  tolerance: z.number().min(0),
});
export type Ask = z.infer<typeof Ask>;

const sumIds = sumForms.map(({ id }) => id) as [SumId, ...SumId[]];
export const SumName = z.enum(sumIds);

/** A question whose answer is worked out anew for each draw, from the figures in force. */
const Sum = z.strictObject({
  ...common,
  kind: z.literal('sum'),
  article: ArticleId,
  sum: SumName,
  given: z.record(z.string(), Parameter),
  ask: Ask,
});

/** A citizen's own words; right is an article that answers them. */
const Find = z.strictObject({
  ...common,
  kind: z.literal('find'),
  accept: z
    .array(ArticleId)
    .min(1)
    .max(8)
    .refine((ids) => new Set(ids).size === ids.length, 'the same article twice'),
});

export const Question = z.discriminatedUnion('kind', [Single, Multiple, Sum, Find]);
export type Question = z.output<typeof Question>;
export type QuestionKind = Question['kind'];
export type ChoiceQuestion = Extract<Question, { kind: 'single' | 'multiple' }>;
export type SumQuestion = Extract<Question, { kind: 'sum' }>;
export type FindQuestion = Extract<Question, { kind: 'find' }>;

/** The articles that a question rests on. */
export const articlesOf = (question: Question): readonly string[] =>
  question.kind === 'find' ? question.accept : [question.article];
