import type { Group } from './weights.ts';
import type { Why } from './why.ts';

/** Stands between several codes in a mark's details, such as categories that would each have been right. */
export const betweenCodes = '、';

/** One thing that was marked, and what shows it. */
export interface Mark {
  /** Such as `said.steps`. */
  readonly id: string;
  readonly group: Group;
  /** What it is about, for people: a point, a topic, an operation. */
  readonly about: string;
  readonly worth: number;
  readonly earned: number;
  readonly why: Why;
  readonly details: Readonly<Record<string, string | number>>;
  /** Sentences or deeds of the run that show it, by their place in `recording.steps`. */
  readonly steps: readonly number[];
  /** Of the scenario: where it asks for this. */
  readonly line: number;
}

/** The marks of one run. */
export interface Marks {
  readonly marks: readonly Mark[];
  /** Of 100, one decimal. */
  readonly score: number;
  /** Ids of lost marks without which nobody passes. */
  readonly vetoed: readonly string[];
  readonly passed: boolean;
}
