import type { Finding } from '../../kb/knowledge-base.ts';
import type { Reason } from '../../kb/search/highlight.ts';

/**
 * How a result came to match the query. Where nothing could be highlighted, a single character was common to both, or a word that
 * means the same.
 */
export const reasonsOf = ({ reasons, line }: Pick<Finding, 'reasons' | 'line'>, query: string): readonly Reason[] => {
  if (reasons.length > 0) return reasons;
  const common = [...query.normalize('NFKC')].some(
    (character) => /[\p{L}\p{N}]/u.test(character) && line.includes(character),
  );
  return [common ? 'characters' : 'synonym'];
};
