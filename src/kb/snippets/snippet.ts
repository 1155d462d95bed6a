import * as z from 'zod';
import { DomainId, TopicId } from '../../contract/shapes/text.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { safeLine } from '../article/article.ts';

export const longestSnippet = 1000;
export const mostSnippets = 500;

export const SnippetId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'an id of small letters, digits and -, such as call-back');

/** Something that experts say again and again. Its text may have fields (snippet-text.ts). */
export const Snippet = z.strictObject({
  id: SnippetId,
  name: safeLine(20),
  text: z
    .string()
    .max(longestSnippet, `at most ${longestSnippet} characters`)
    .transform((text) => text.trim())
    .refine((text) => text !== '', 'must not be empty')
    .refine((text) => plainText(text, { multiline: true }) === text, 'text without invisible characters'),
  /** Only of this domain; absent: of all. */
  domain: DomainId.optional(),
  /** It comes first in calls about these. */
  topics: z.array(TopicId).max(20).optional(),
});
export type Snippet = z.infer<typeof Snippet>;
