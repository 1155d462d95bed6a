import type { Pinyin } from '../../text/pinyin.ts';
import type { OfferedSnippet } from './offered-snippets.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');

/** How well a snippet answers to what was typed: by its name, its pinyin or id, or by its text; lower is better. */
const rank = ({ snippet }: OfferedSnippet, wanted: string, pinyin: Pinyin | undefined): number | undefined => {
  const spoken = pinyin?.(snippet.name);
  const names = [snippet.name, spoken?.initials ?? '', spoken?.full ?? '', snippet.id].map(plain);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  return plain(snippet.text).includes(wanted) ? 2 : undefined;
};

/** The snippets that answer to a query by characters, pinyin or its initials, the best first; otherwise as they were. */
export const findSnippets = (
  offered: readonly OfferedSnippet[],
  query: string,
  pinyin: Pinyin | undefined,
): readonly OfferedSnippet[] => {
  const wanted = plain(query);
  if (wanted === '') return offered;
  return offered
    .map((offer) => ({ offer, rank: rank(offer, wanted, pinyin) }))
    .filter((found): found is { offer: OfferedSnippet; rank: number } => found.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(({ offer }) => offer);
};
