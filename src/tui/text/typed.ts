import type { Mark } from './marked-text.ts';

/** What was typed, as a test of texts: where in a text it stands; nothing when it does not. */
export type TypedTest = (text: string) => Mark | undefined;

/** Makes the test of what was typed. */
export type ReadTyped = (typed: string) => TypedTest;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** By its characters alone. */
export const readCharacters: ReadTyped = (typed) => {
  const wanted = plain(typed).trim();
  return (text) => {
    const at = plain(text).indexOf(wanted);
    return at < 0 ? undefined : [at, at + wanted.length];
  };
};
