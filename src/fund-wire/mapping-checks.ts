import type { FieldMapping, ListMapping, RecordMapping, ScalarMapping } from './field-mapping.ts';
import { type CodeTranslations, translationOf } from './forms/codec.ts';
import { type Kind, kindOf, type RecordKind } from './kind.ts';
import { expected } from './mapping-reason.ts';
import type { OperationMapping } from './operation-mapping.ts';
import { type OperationName, operationNames, operations } from './operations.ts';

/** What only shows when the parts of a mapping are seen together. */
export interface MappingClash {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Path = readonly PropertyKey[];

/** Fields of one record with the name on the wire that each of them takes; the entries of a list are a record of their own. */
const takenNames = (kind: RecordKind, mapping: RecordMapping, path: Path): [name: string, path: Path][] =>
  Object.entries(kind.fields).flatMap(([field, inner]): [string, Path][] => {
    const own = mapping[field] as FieldMapping;
    const place = [...path, field];
    if (inner.is === 'record') return 'constant' in own ? [] : takenNames(inner, own as RecordMapping, place);
    const name = inner.is === 'list' ? (own as ListMapping).list : (own as ScalarMapping).field;
    return name === undefined ? [] : [[name, place]];
  });

const within = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`);

const clashesOf = (kind: Kind, mapping: FieldMapping, codes: CodeTranslations, path: Path): MappingClash[] => {
  if ('constant' in mapping && mapping.constant !== undefined) return [];
  if (kind.is === 'list') {
    const { each } = mapping as ListMapping;
    return each
      ? [...doubles(kind.of, each, [...path, 'each']), ...clashesOf(kind.of, each, codes, [...path, 'each'])]
      : [];
  }
  if (kind.is === 'record') {
    return Object.entries(kind.fields).flatMap(([name, inner]) =>
      clashesOf(inner, (mapping as RecordMapping)[name]!, codes, [...path, name]),
    );
  }
  if (kind.is !== 'code' || (mapping as ScalarMapping).codes) return [];
  const meanings = new Map<string, string>();
  const clash = translationOf(kind, codes).some(([theirs, ours]) => {
    const known = meanings.get(theirs);
    meanings.set(theirs, ours);
    return known !== undefined && known !== ours;
  });
  return clash ? [{ path, message: expected.ambiguousCode }] : [];
};

/** Names that are used twice, or lie within one another. */
const doubles = (kind: Kind, mapping: FieldMapping, path: Path): MappingClash[] => {
  if (kind.is !== 'record') return [];
  const taken = takenNames(kind, mapping as RecordMapping, path);
  return taken
    .filter(([name], at) => taken.slice(0, at).some(([other]) => within(name, other) || within(other, name)))
    .map(([, place]) => ({ path: place, message: expected.twice }));
};

/** What contradicts itself in a mapping whose parts are well formed. */
export const mappingClashes = (
  mappings: Readonly<Record<OperationName, OperationMapping>>,
  codes: CodeTranslations,
): MappingClash[] => {
  const asked = new Set<string>();
  return operationNames.flatMap((name) => {
    const { method, path, with: constants, fields } = mappings[name];
    const place = ['operations', name];
    const kind = kindOf(operations[name].record);
    const question = JSON.stringify([method, path, Object.entries(constants).toSorted()]);
    const again = asked.has(question) ? [{ path: [...place, 'path'], message: expected.operationTwice }] : [];
    asked.add(question);
    return [
      ...again,
      ...doubles(kind, fields, [...place, 'fields']),
      ...clashesOf(kind, fields, codes, [...place, 'fields']),
    ];
  });
};
