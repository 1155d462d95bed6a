import * as z from 'zod';
import { readYaml } from '../files/read-yaml.ts';
import { safeLine } from './article/article.ts';
import { fieldReason } from './article/field-reason.ts';
import type { PlainWord } from './plain-words.ts';
import type { Problem } from './problem.ts';

const PlainWordFile = z.strictObject({
  words: z
    .array(z.strictObject({ word: safeLine(20), plain: safeLine(40), also: z.array(safeLine(20)).max(10).optional() }))
    .max(2000),
});

type Fault = Omit<Problem, 'file'>;

/** Reads `plain-words.yaml`: every spelling of a word by itself. An empty text is a file without any. */
export const parsePlainWords = (text: string): { words: readonly PlainWord[]; faults: readonly Fault[] } => {
  if (text.trim() === '') return { words: [], faults: [] };
  const { value, faults: found, lineAt } = readYaml(text, PlainWordFile, { reasonOf: fieldReason });
  const faults: Fault[] = [...found];
  const known = new Set<string>();
  const words = (value?.words ?? []).flatMap(({ word, plain, also = [] }, at) =>
    [word, ...also].map((spelling) => {
      if (known.has(spelling))
        faults.push({ line: lineAt(['words', at, 'word']), code: 'word_twice', details: { word: spelling } });
      known.add(spelling);
      return { word: spelling, plain };
    }),
  );
  return { words, faults };
};
