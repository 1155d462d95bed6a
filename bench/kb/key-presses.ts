import { kinds, questions } from './questions.ts';

/** A fixed sample of `count` questions, as many of each kind and spread over all topics. */
export const queries = (count: number): string[] => {
  const byKind = kinds.map((kind) => questions.filter((question) => question.kind === kind));
  return Array.from({ length: count }, (_, at) => {
    const ofKind = byKind[at % kinds.length]!;
    const round = Math.floor(at / kinds.length);
    const rounds = Math.ceil(count / kinds.length);
    // Shifted from kind to kind, or each topic would come in all kinds.
    const place = Math.floor(((round + (at % kinds.length) / kinds.length) * ofKind.length) / rounds);
    return ofKind[place % ofKind.length]!.query;
  });
};

/** What the search is asked while queries are typed: after every character, all up to it. */
export const keyPresses = (typed: readonly string[]): string[] =>
  typed.flatMap((query) => {
    const characters = [...query];
    return characters.map((_, at) => characters.slice(0, at + 1).join(''));
  });
