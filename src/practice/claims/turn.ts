import { canonical } from './canonical.ts';
import { type Clause, clausesOf } from './speech.ts';

/** A turn of speech, read once for all claims. */
export interface Turn {
  readonly text: string;
  readonly clauses: readonly Clause[];
}

/** Reads what was said, or written, at one time. */
export const readTurn = (said: string): Turn => {
  const text = canonical(said);
  return { text, clauses: clausesOf(text) };
};

/** What a turn does to a claim: makes it, makes its contrary, or neither. */
export type Heard = 'said' | 'contradicted' | undefined;
