import * as z from 'zod';
import { safeLine } from '../../../kb/article/article.ts';
import { ExamDataId, Level } from '../question/question.ts';

const InBoth = (max: number) => z.strictObject({ 'zh-CN': safeLine(max), en: safeLine(max * 3) });

const count = z.number().int().min(1).max(200);
const points = z.number().int().min(1).max(100);

/** What a multiple choice is worth when some right ones, and no wrong one, were chosen: nothing, half, or its share. */
export const Partial = z.enum(['none', 'half', 'share']);
export type Partial = z.infer<typeof Partial>;

const Part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), count, points }),
  z.strictObject({ kind: z.literal('multiple'), count, points, partial: Partial }),
  z.strictObject({ kind: z.literal('sum'), count, points }),
  z.strictObject({ kind: z.literal('find'), count, points }),
  z.strictObject({ kind: z.literal('scenario'), count, points, levels: z.array(Level).min(1) }),
]);
export type Part = z.infer<typeof Part>;

const weight = z.number().int().min(0).max(1000);
const someWeight = (weights: Record<string, number>): boolean => Object.values(weights).some((each) => each > 0);

/** How an exam is put together. Shares are weights over all its questions but the scenarios. */
export const Blueprint = z.strictObject({
  id: ExamDataId,
  title: InBoth(30),
  about: InBoth(120),
  minutes: z.number().int().min(1).max(600),
  /** Percent of the points. */
  pass: z.number().int().min(1).max(100),
  /** Whether the knowledge base may be searched meanwhile. */
  hints: z.strictObject({ search: z.boolean() }),
  parts: z
    .array(Part)
    .min(1)
    .refine((parts) => new Set(parts.map(({ kind }) => kind)).size === parts.length, 'each kind once'),
  /** By `domain/group` of the topics; a group that is not named is not asked. */
  groups: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*\/\S+$/, 'a group such as gongjijin/贷款'), weight)
    .refine(someWeight, 'some weight above 0'),
  levels: z.strictObject({ 1: weight, 2: weight, 3: weight }).refine(someWeight, 'some weight above 0'),
});
export type Blueprint = z.infer<typeof Blueprint>;

/** The points of a paper that has all its parts. */
export const pointsOf = ({ parts }: Pick<Blueprint, 'parts'>): number =>
  parts.reduce((sum, part) => sum + part.count * part.points, 0);
