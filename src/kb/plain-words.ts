/** A word of the trade that a citizen would not understand, and how to say it to them. */
export interface PlainWord {
  readonly word: string;
  readonly plain: string;
}

/** A hard word in an answer: where it stands first, and how to say it. */
export interface HardWord extends PlainWord {
  readonly at: number;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What behind a word says that it is explained there: a parenthesis, or words such as 就是. */
const explains =
  /^[”」』"]?(?:[（(]|[，,：:—]?\s?(?:也?就是|也叫|又叫|俗称|通俗|简单说|即(?![日可将时刻便使])|指的?是|是指|意思是))/;

const compare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

/**
 * Finds the words of the trade in an answer that it does not explain: no parenthesis or 就是 behind any of their places, and not
 * their plain way anywhere. The longest word at a place is the one that counts.
 */
export const hardWordFinder = (words: readonly PlainWord[]): ((text: string) => readonly HardWord[]) => {
  if (words.length === 0) return () => [];
  const byWord = new Map(words.map((word) => [word.word, word]));
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length).map(escaped);
  // A Latin word counts as a whole one only: no UK inside BUKA.
  const any = new RegExp(`(?<![A-Za-z])(?:${longestFirst.join('|')})(?![A-Za-z])`, 'g');
  return (text) => {
    const first = new Map<string, number>();
    const explained = new Set<string>();
    for (const { 0: word, index } of text.matchAll(any)) {
      if (!first.has(word)) first.set(word, index);
      const behind = text.slice(index + word.length, index + word.length + 8);
      if (explains.test(behind)) explained.add(word);
    }
    if (first.size === 0) return [];
    const bare = compare(text);
    return [...first]
      .map(([word, at]) => ({ ...byWord.get(word)!, at }))
      .filter(({ word, plain }) => !explained.has(word) && !bare.includes(compare(plain)));
  };
};
