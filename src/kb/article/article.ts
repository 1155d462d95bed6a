import * as z from 'zod';
import { DomainId, TopicId } from '../../contract/shapes/text.ts';
import { plainText } from '../../domain/text/plain-text.ts';

/** The fixed parts of a body, in their order: what to say, conditions, documents, steps, times, channels, what goes wrong. */
export const partNames = ['简答', '要点', '材料', '流程', '时限', '渠道', '易错'] as const;
export type PartName = (typeof partNames)[number];

/** How far a figure or rule is confirmed: nationwide rule, local rule seen in its source, local and not confirmed. */
export const confidences = ['national', 'local', 'local-unconfirmed'] as const;

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

export const ArticleId = z.string().regex(/^[a-z]{2,8}-\d{4,6}$/, 'an article id such as gjj-0021');

/** A line of text that is already harmless; it is checked and never mended, for its author should see what stood there. */
export const safeLine = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `at most ${max} characters`)
    .refine((value) => plainText(value, { multiline: false }) === value, 'one line without invisible characters');

const Effective = z
  .strictObject({ from: Day, to: Day.optional() })
  .refine(({ from, to }) => to === undefined || to >= from, '`to` is before `from`');

/** Where a rule or figure comes from. `number` is the document's; absent when it was not seen. */
export const Source = z.strictObject({ name: safeLine(160), number: safeLine(80).optional(), date: Day });
export type Source = z.infer<typeof Source>;

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** The head of an article's file (DESIGN 7). */
export const FrontMatter = z.strictObject({
  id: ArticleId,
  title: safeLine(40).refine((value) => !/[。，；：、.,;:]$/.test(value), 'no punctuation at its end'),
  topic: TopicId,
  domain: DomainId,
  questions: z.array(safeLine(60)).min(3, 'at least 3').max(20).refine(distinct, 'the same question twice'),
  keywords: z.array(safeLine(20)).min(3, 'at least 3').max(30).refine(distinct, 'the same keyword twice'),
  confidence: z.enum(confidences),
  effective: Effective,
  source: Source,
  checked: Day,
  sms: safeLine(600),
  related: z
    .array(z.union([ArticleId, TopicId]))
    .min(1, 'at least 1')
    .max(8)
    .refine(distinct, 'the same link twice'),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** One piece of knowledge: what to say to one question of citizens, and what it rests on. */
export interface Article extends FrontMatter {
  /** Markdown, with `{{policy:name}}` where a figure stands. */
  readonly parts: Readonly<Record<PartName, string>>;
}

/** Whether the rule that an article states holds on a day (`YYYY-MM-DD`). */
export const stateOn = ({ effective }: Pick<Article, 'effective'>, day: string): 'coming' | 'in-force' | 'expired' => {
  if (day < effective.from) return 'coming';
  return effective.to !== undefined && day > effective.to ? 'expired' : 'in-force';
};
