import * as z from 'zod';
import { readYaml } from '../../files/read-yaml.ts';
import { fieldReason } from '../article/field-reason.ts';
import type { Problem } from '../problem.ts';
import type { Lexicon } from './search-index.ts';

const Phrase = z.string().min(1).max(20);

/** The form of `synonyms.yaml`. */
const LexiconFile = z.strictObject({
  /** Groups of phrases that mean the same to a caller. */
  synonyms: z.array(z.array(Phrase).min(2).max(60)).max(2000),
  /** Phrases that carry nothing of their own, such as 请问. */
  fillers: z.array(Phrase).max(2000),
});

export const emptyLexicon: Lexicon = { synonyms: [], fillers: [] };

/** Reads `synonyms.yaml`; a phrase stands in one group only, for which of two meanings it has no one could say. */
export const parseLexicon = (text: string): { lexicon: Lexicon; faults: readonly Omit<Problem, 'file'>[] } => {
  const { value, faults: found, lineAt } = readYaml(text, LexiconFile, { reasonOf: fieldReason });
  const faults: Omit<Problem, 'file'>[] = [...found];
  const known = new Set<string>();
  (value?.synonyms ?? []).forEach((phrases, at) => {
    for (const phrase of phrases) {
      if (known.has(phrase)) faults.push({ line: lineAt(['synonyms', at]), code: 'phrase_twice', details: { phrase } });
      known.add(phrase);
    }
  });
  return { lexicon: value ?? emptyLexicon, faults };
};
