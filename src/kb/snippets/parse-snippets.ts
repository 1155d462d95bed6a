import * as z from 'zod';
import { readYaml } from '../../files/read-yaml.ts';
import { fieldReason } from '../article/field-reason.ts';
import type { Problem } from '../problem.ts';
import { mostSnippets, Snippet } from './snippet.ts';
import { knownFields, unknownFields } from './snippet-text.ts';

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
