import * as z from 'zod';
import { type CodeTableName, codeOf, codeTables } from '../domain/fund/codes.ts';
import { readYaml, type YamlFault } from '../files/read-yaml.ts';
import { WirePath } from './field-mapping.ts';
import type { CodeTranslations } from './forms/codec.ts';
import { Forms } from './forms/forms.ts';
import { kindOf, type RecordKind } from './kind.ts';
import { mappingClashes } from './mapping-checks.ts';
import { expected, mappingReason } from './mapping-reason.ts';
import { type OperationMapping, operationMapping } from './operation-mapping.ts';
import { type OperationName, operationNames, operations } from './operations.ts';
import { OutcomeMapping } from './outcome-mapping.ts';
import { type RecordPlan, recordPlan } from './plan.ts';
import { strictMap } from './strict-map.ts';

const CodeMappings = strictMap(
  Object.fromEntries(
    (Object.keys(codeTables) as CodeTableName[]).map((table) => [
      table,
      z.record(z.string().min(1), codeOf(table)).optional(),
    ]),
  ),
).transform((tables) => tables as CodeTranslations);

const OperationMappings = strictMap(
  Object.fromEntries(operationNames.map((name) => [name, operationMapping(operations[name])])),
  'the operations are missing',
).transform((mappings) => mappings as Record<OperationName, OperationMapping>);

/** A mapping file: how a fund's messages say what ours do (docs/fund-port.md). */
const MappingFile = strictMap({
  version: z.literal(1),
  /** Of the fund, for people. */
  name: z.string().min(1).max(100),
  forms: Forms,
  /** Their codes: ours, by table. A table that is left out is written with the standard's codes. */
  codes: CodeMappings.prefault({}),
  outcome: OutcomeMapping,
  /** Where the result stands in an answer; without it, the answer is the result. */
  at: WirePath.optional(),
  operations: OperationMappings,
}).superRefine(({ operations: mappings, codes, outcome, at }, context) => {
  for (const name of operationNames) {
    if (operations[name].form === 'list' && outcome.field !== undefined && (mappings[name].at ?? at) === undefined) {
      context.addIssue({ code: 'custom', message: expected.listAt, path: ['operations', name] });
    }
  }
  for (const { path, message } of mappingClashes(mappings, codes)) {
    context.addIssue({ code: 'custom', message, path: [...path] });
  }
});

/** An operation's mapping, settled. */
export interface WireOperation extends OperationMapping {
  readonly name: OperationName;
  readonly record: RecordPlan;
  readonly kind: RecordKind;
}

/** A mapping that may be used. */
export interface FundMapping {
  readonly name: string;
  readonly forms: Forms;
  readonly outcome: OutcomeMapping;
  readonly operations: Readonly<Record<OperationName, WireOperation>>;
}

const longestFile = 512 * 1024;

/** Reads a mapping file. Faults carry their line, and say what is expected there. */
export const readMapping = (text: string): { mapping?: FundMapping; faults: readonly YamlFault[] } => {
  if (text.length > longestFile) {
    const reason = `more than ${longestFile} characters`;
    return { faults: [{ line: 1, code: 'yaml', details: { reason } }] };
  }
  const { value, faults } = readYaml(text, MappingFile, { reasonOf: mappingReason });
  if (!value) return { faults };
  const { name, forms, codes, outcome, at } = value;
  const settled = (operation: OperationName): WireOperation => {
    const own = value.operations[operation];
    const kind = kindOf(operations[operation].record) as RecordKind;
    return {
      ...own,
      name: operation,
      at: own.at ?? at,
      kind,
      record: recordPlan(kind.fields, false, own.fields, forms, codes),
    };
  };
  const all = Object.fromEntries(operationNames.map((operation) => [operation, settled(operation)]));
  return { mapping: { name, forms, outcome, operations: all as FundMapping['operations'] }, faults };
};
