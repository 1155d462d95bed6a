import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import type { FieldReason } from './field-reason.ts';

/** What is wrong in a YAML text: it cannot be read (`reason`), or a field does not fit (`field`, `reason`, `reasonInChinese`). */
export interface YamlFault {
  readonly line: number;
  readonly code: 'yaml' | 'field';
  readonly details: Record<string, string>;
}

export interface YamlReading {
  /** Line of the text's first line in its file, from 1. */
  readonly firstLine?: number;
  readonly reasonOf: (issue: z.core.$ZodIssue) => FieldReason;
}

/** Reads a YAML text into a shape; faults carry the line on which the refused value stands. */
export const readYaml = <T extends z.ZodType>(text: string, shape: T, { firstLine = 1, reasonOf }: YamlReading) => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line - 1 + firstLine;
  const faults: YamlFault[] = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    code: 'yaml',
    details: { reason: error.message },
  }));
  // The library's own look for equal keys takes time by the square of their number.
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<string>();
      for (const { key } of items) {
        // A key is what is written: 01 is a code, not the number one.
        if (isScalar(key) && typeof key.value !== 'string' && key.source !== undefined) key.value = key.source;
        const name = String(key);
        if (keys.has(name) && isNode(key) && key.range) {
          faults.push({ line: lineAt(key.range[0]), code: 'yaml', details: { reason: `${name} is there twice` } });
        }
        keys.add(name);
      }
    },
  });
  if (faults.length > 0) return { faults, lineAt: () => firstLine };
  const lineOfPath = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent = document.getIn(path.slice(0, depth - 1), true);
      const key = path[depth - 1];
      const pair = isMap(parent)
        ? parent.items.find((item) => isNode(item.key) && String(item.key) === String(key))
        : undefined;
      const node = pair ? pair.key : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    // An alias, which no document here needs.
    return {
      faults: [{ line: firstLine, code: 'yaml' as const, details: { reason: (error as Error).message } }],
      lineAt: () => firstLine,
    };
  }
  const parsed = shape.safeParse(data);
  if (parsed.success) return { value: parsed.data as z.output<T>, faults, lineAt: lineOfPath };
  for (const issue of parsed.error.issues) {
    // A field that does not belong is itself the place of the fault.
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    const field = path.join('.') || '-';
    faults.push({ line: lineOfPath(path), code: 'field', details: { field, ...reasonOf(issue) } });
  }
  return { faults, lineAt: lineOfPath };
};
