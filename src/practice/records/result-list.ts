import * as z from 'zod';
import { canonicalJson, type Json } from '../../domain/audit/canonical-json.ts';
import { genesis, rowDigest } from '../../domain/audit/chain.ts';
import { RunResult } from './run-result.ts';

/** One line of the list of results: each is tied to all before it. */
const Line = z.strictObject({
  seq: z.int().min(1),
  result: RunResult,
  prev: z.string(),
  /** SHA-256 over the rest of the line, the hash before it included. */
  hash: z.string(),
});
type Line = z.output<typeof Line>;

/** What is wrong with a line: not in the form in which lines are written; changed; or not in its place. */
export interface ListFault {
  /** From 1. */
  readonly line: number;
  readonly code: 'form' | 'changed' | 'unlinked';
}

export interface ResultList {
  readonly results: readonly RunResult[];
  readonly faults: readonly ListFault[];
  /** Hash of the last line: who notes it elsewhere can tell whether the list was rewritten. */
  readonly head: string;
}

const readLine = (text: string): Line | undefined => {
  try {
    const { data } = Line.safeParse(JSON.parse(text));
    return data && canonicalJson(data as Json) === text ? data : undefined;
  } catch {
    return undefined;
  }
};

/** Reads the list, and finds what was changed, put in or taken out since it was written. */
export const readResultList = (lines: readonly string[]): ResultList => {
  const results: RunResult[] = [];
  const faults: ListFault[] = [];
  let head = genesis;
  lines.forEach((text, at) => {
    const line = readLine(text);
    if (!line) {
      faults.push({ line: at + 1, code: 'form' });
      return;
    }
    const { hash, ...rest } = line;
    if (rowDigest(rest) !== hash) faults.push({ line: at + 1, code: 'changed' });
    else if (line.prev !== head || line.seq !== at + 1) faults.push({ line: at + 1, code: 'unlinked' });
    head = hash;
    results.push(line.result);
  });
  return { results, faults, head };
};

/** The line that follows a list. */
export const nextLine = ({ results, head }: ResultList, result: RunResult): string => {
  const rest = { seq: results.length + 1, result, prev: head };
  return canonicalJson({ ...rest, hash: rowDigest(rest) } as Json);
};
