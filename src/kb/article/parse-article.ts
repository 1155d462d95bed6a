import { plainText } from '../../domain/text/plain-text.ts';
import { readYaml } from '../../files/read-yaml.ts';
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
  const head = readYaml(lines.slice(1, end).join('\n'), FrontMatter, { firstLine: 2, reasonOf: fieldReason });
  const body = readParts(lines.slice(end + 1), end + 2);
  const lineOf = new Map(body.lineOf);
  for (const field of Object.keys(FrontMatter.shape)) lineOf.set(field, head.lineAt([field]));
  faults.push(...head.faults, ...body.faults);
  if (faults.length > 0 || !head.value) return { faults, lineOf };
  return { article: { ...head.value, parts: body.texts }, faults, lineOf };
};
