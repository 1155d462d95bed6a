import { isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Problem } from '../problem.ts';
import { type Article, FrontMatter, type PartName, partNames } from './article.ts';
import { fieldReason } from './field-reason.ts';

type Fault = Omit<Problem, 'file'>;

/** What a file holds, and what is wrong with its form. `article` is there when nothing is wrong. */
export interface ParsedArticle {
  readonly article?: Article;
  readonly faults: readonly Fault[];
  /** Line of each field of the head and of each part's first line of text, from 1. */
  readonly lineOf: ReadonlyMap<string, number>;
}

const longestFile = 64 * 1024;

/** Reads a YAML text into a shape; faults carry the line on which the refused value stands. `firstLine`: the text's own, from 1. */
export const readYaml = <T extends z.ZodType>(text: string, shape: T, firstLine: number) => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line - 1 + firstLine;
  const faults: Fault[] = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    code: 'yaml',
    details: { reason: error.message },
  }));
  // The library's own look for equal keys takes time by the square of their number.
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<string>();
      for (const { key } of items) {
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
    faults.push({ line: lineOfPath(path), code: 'field', details: { field, ...fieldReason(issue) } });
  }
  return { faults, lineAt: lineOfPath };
};

const isPart = (name: string): name is PartName => (partNames as readonly string[]).includes(name);

/** Cuts a body into its parts and says what is missing, empty, unknown or out of order. */
const readParts = (lines: readonly string[], firstLine: number) => {
  const faults: Fault[] = [];
  const lineOf = new Map<string, number>();
  const parts = new Map<PartName, string[]>();
  let current: PartName | undefined;
  let known = true;
  let furthest = -1;
  lines.forEach((line, at) => {
    const place = firstLine + at;
    const heading = /^##\s/.test(line) ? line.slice(2).trim() : undefined;
    if (heading !== undefined) {
      known = isPart(heading) && !parts.has(heading);
      current = undefined;
      if (!isPart(heading) || !known) {
        faults.push({ line: place, code: 'part_unknown', details: { part: heading } });
        return;
      }
      const rank = partNames.indexOf(heading);
      if (rank < furthest) faults.push({ line: place, code: 'part_order', details: { part: heading } });
      furthest = Math.max(furthest, rank);
      parts.set(heading, []);
      lineOf.set(heading, place + 1);
      current = heading;
    } else if (current) parts.get(current)!.push(line);
    else if (known && line.trim() !== '') faults.push({ line: place, code: 'text_outside', details: {} });
  });
  const end = firstLine + Math.max(0, lines.length - 1);
  const texts = {} as Record<PartName, string>;
  for (const part of partNames) {
    const text = parts.get(part)?.join('\n').trim();
    if (text === undefined) faults.push({ line: end, code: 'part_missing', details: { part } });
    else if (text === '') faults.push({ line: lineOf.get(part)!, code: 'part_empty', details: { part } });
    texts[part] = text ?? '';
  }
  return { texts, faults, lineOf };
};

/** Reads an article's file. Never throws; whatever is wrong with the form is a fault with its line. */
export const parseArticle = (text: string): ParsedArticle => {
  const none = new Map<string, number>();
  const only = (fault: Fault): ParsedArticle => ({ faults: [fault], lineOf: none });
  if (text.length > longestFile) {
    return only({ line: 1, code: 'field', details: { field: '-', reason: `at most ${longestFile} characters` } });
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return only({ line: 1, code: 'no_front_matter', details: {} });
  const faults: Fault[] = [];
  lines.forEach((line, at) => {
    if (plainText(line, { multiline: false, trim: false }) !== line) {
      faults.push({ line: at + 1, code: 'unsafe_text', details: { text: JSON.stringify(line.slice(0, 40)) } });
    }
  });
  if (faults.length > 0) return { faults, lineOf: none };
  const head = readYaml(lines.slice(1, end).join('\n'), FrontMatter, 2);
  const body = readParts(lines.slice(end + 1), end + 2);
  const lineOf = new Map(body.lineOf);
  for (const field of Object.keys(FrontMatter.shape)) lineOf.set(field, head.lineAt([field]));
  faults.push(...head.faults, ...body.faults);
  if (faults.length > 0 || !head.value) return { faults, lineOf };
  return { article: { ...head.value, parts: body.texts }, faults, lineOf };
};
