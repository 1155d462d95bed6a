import { readYaml } from '../../files/read-yaml.ts';
import { fieldReason } from '../../kb/article/field-reason.ts';
import { Scenario } from './scenario.ts';

/** What is wrong with a scenario's text, with its line. */
export interface ScenarioFault {
  readonly line: number;
  readonly code: 'yaml' | 'field';
  readonly details: Record<string, string | number>;
}

export interface ReadScenario {
  /** Absent when there are faults. */
  readonly scenario: Scenario | undefined;
  readonly faults: readonly ScenarioFault[];
  /** The line on which a value of it stands. */
  lineAt(path: readonly PropertyKey[]): number;
}

/** Reads a scenario's text. Its form only; what it refers to is the lint's matter. */
export const parseScenario = (text: string): ReadScenario => {
  const { value, faults, lineAt } = readYaml(text, Scenario, { reasonOf: fieldReason });
  return { scenario: value, faults, lineAt: lineAt as ReadScenario['lineAt'] };
};
