import { z } from 'zod';
import { DomainId, TopicId } from '../../contract/shapes/text.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { readYaml } from '../../files/read-yaml.ts';
import { safeLine } from '../article/article.ts';
import { fieldReason } from '../article/field-reason.ts';
import type { Problem } from '../problem.ts';
import { knownFields, unknownFields } from './snippet-text.ts';

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

const SnippetFile = z.strictObject({ snippets: z.array(Snippet).max(mostSnippets) });

type Fault = Omit<Problem, 'file'>;

export interface ReadSnippets {
  readonly snippets: readonly Snippet[];
  readonly faults: readonly Fault[];
  /** The line on which a snippet begins. */
  lineOf(snippet: Snippet): number;
}

/** Reads `snippets.yaml`. An empty text is a file without any. */
export const parseSnippets = (text: string): ReadSnippets => {
  if (text.trim() === '') return { snippets: [], faults: [], lineOf: () => 1 };
  const { value, faults: found, lineAt } = readYaml(text, SnippetFile, { reasonOf: fieldReason });
  const faults: Fault[] = [...found];
  const known = new Set<string>();
  const snippets = value?.snippets ?? [];
  snippets.forEach(({ id, text: said }, at) => {
    if (known.has(id)) faults.push({ line: lineAt(['snippets', at, 'id']), code: 'snippet_twice', details: { id } });
    known.add(id);
    for (const field of unknownFields(said)) {
      const details = {
        field,
        known: Object.values(knownFields)
          .map((name) => `{${name}}`)
          .join(' '),
      };
      faults.push({ line: lineAt(['snippets', at, 'text']), code: 'field_unknown', details });
    }
  });
  return { snippets, faults, lineOf: (snippet) => lineAt(['snippets', snippets.indexOf(snippet), 'id']) };
};
