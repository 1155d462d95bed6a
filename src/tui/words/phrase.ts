import type { Language } from '../../contract/language.ts';
import type { Words } from '../../kb/sums/words.ts';
import type { PlainKey, Say } from './words.ts';

/** Words of the catalogue, or those that come along with what they name, in every language. */
export type Phrase = PlainKey | Words;

export const phraseIn = (language: Language, phrase: Phrase, say: Say): string =>
  typeof phrase === 'string' ? say(phrase) : phrase[language];
