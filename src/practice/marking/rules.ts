import type { Lexicon } from '../../kb/search/search-index.ts';
import type { Manner } from '../citizen/manner.ts';
import type { Vocabulary } from '../claims/phrase.ts';
import type { Weights } from './weights.ts';

/** What marks depend on besides the scenario and the run. */
export interface Rules {
  readonly manner: Manner;
  readonly weights: Weights;
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
}
