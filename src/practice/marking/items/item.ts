import type { Scenario } from '../../scenario/scenario.ts';
import type { Rules } from '../rules.ts';
import type { RunFacts, SaidTurn } from '../run-facts.ts';
import type { Group } from '../weights.ts';
import type { Why } from '../why.ts';

/** One thing to be marked, before the scenario's line and the worth's part of the whole are known. */
export interface Item {
  readonly id: string;
  readonly group: Group;
  readonly about: string;
  readonly worth: number;
  /** Of its worth, 0 to 1. */
  readonly share: number;
  readonly why: Why;
  readonly steps?: readonly number[];
  readonly details?: Readonly<Record<string, string | number>>;
  /** Where the scenario asks for it. */
  readonly path: readonly PropertyKey[];
}

/** Looks at a run for one group of marks. */
export type MarkGroup = (facts: RunFacts, scenario: Scenario, rules: Rules) => Item[];

export const stepsOf = (turns: readonly SaidTurn[]): number[] => turns.map(({ step }) => step);
export const yes = (holds: boolean): number => (holds ? 1 : 0);
