import type { Source } from '../article/article.ts';
import type { PolicyEntry } from '../policy.ts';
import type { Words } from './words.ts';

/** A figure that a sum rests on: one of the policy, or what the person gave instead. */
export interface Basis {
  /** The figure's name in `policy.yaml`. */
  readonly name: string;
  readonly label: Words;
  readonly value: Words;
  /** True when the person gave it; what is published, if anything is, then stands in `published`. */
  readonly overridden: boolean;
  readonly published?: Words;
  readonly from?: string;
  readonly to?: string;
  readonly source?: Source;
  readonly confidence?: PolicyEntry['confidence'];
}

export interface ResultTable {
  readonly headings: readonly Words[];
  readonly rows: readonly (readonly Words[])[];
}

/** The outcome of a sum. */
export interface SumResult {
  /** For scripts: amounts in yuan, rates in percent, the same in every language. */
  readonly document: Readonly<Record<string, unknown>>;
  /** What an expert says to the citizen, ready to be put into an answer. */
  readonly said: Words;
  readonly table: ResultTable;
  /** Every instalment, where the sum has a schedule. */
  readonly schedule?: ResultTable;
  /** Fields that were left empty and without which some limit is left out; none when the sum is complete. */
  readonly missing?: readonly string[];
  /** What the sum assumes, and what it leaves to others. */
  readonly notes: readonly Words[];
  readonly basis: readonly Basis[];
}
