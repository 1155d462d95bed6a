import { type Article, partNames } from '../article/article.ts';

/** Pieces of three characters, without punctuation and spaces. */
const shingles = (article: Article): Set<string> => {
  const text = partNames.map((part) => article.parts[part].replace(/[\p{P}\p{Z}\s]/gu, '')).join('');
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at++) pieces.add(text.slice(at, at + 3));
  return pieces;
};

/** Two bodies that share this much (Jaccard of their three-character pieces) say the same in other words. */
const tooAlike = 0.55;

/** Pairs of articles whose bodies are nearly the same; the later one of the list first. Work grows with what is shared, not squared. */
export const nearDuplicates = (
  articles: readonly Article[],
): { article: Article; like: Article; similarity: number }[] => {
  const sets = articles.map(shingles);
  const holders = new Map<string, number[]>();
  const found: { article: Article; like: Article; similarity: number }[] = [];
  sets.forEach((pieces, at) => {
    const shared = new Map<number, number>();
    for (const piece of pieces) {
      const others = holders.get(piece);
      for (const other of others ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (others) others.push(at);
      else holders.set(piece, [at]);
    }
    for (const [other, count] of shared) {
      const similarity = count / (pieces.size + sets[other]!.size - count);
      if (similarity >= tooAlike) found.push({ article: articles[at]!, like: articles[other]!, similarity });
    }
  });
  return found;
};
