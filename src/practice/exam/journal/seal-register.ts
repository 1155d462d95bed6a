import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { genesis, rowDigest } from '../../../domain/audit/chain.ts';
import { JournalFile } from '../../journal/journal-file.ts';
import { lineOf } from './entry.ts';

/** One exam's seal, outside of its journal: by it a journal whose end was cut off is known to have had one. */
const Seal = z.strictObject({
  seq: z.number().int().min(1),
  at: z.number().int(),
  exam: z.string(),
  /** How many lines the journal has. */
  entries: z.number().int(),
  /** The hash of its last line. */
  head: z.string(),
  prev: z.string(),
  hash: z.string(),
});
export type Seal = z.infer<typeof Seal>;

export interface ReadRegister {
  readonly seals: ReadonlyMap<string, Seal>;
  /** Lines that are not as they were written, or not in their place. */
  readonly broken: readonly number[];
}

export const registerName = 'seals.jsonl';

const sealHash = ({ seq, at, exam, entries, head, prev }: Omit<Seal, 'hash'>): string =>
  rowDigest({ seq, at, exam, entries, head, prev });

const readSeal = (line: string): Seal | undefined => {
  try {
    const { data } = Seal.safeParse(JSON.parse(line));
    return data && lineOf(data) === line ? data : undefined;
  } catch {
    return undefined;
  }
};

/** Reads the register of a folder; an empty one when there is none. */
export const readRegister = (dir: string): ReadRegister => {
  const file = path.join(dir, registerName);
  const seals = new Map<string, Seal>();
  const broken: number[] = [];
  if (!existsSync(file)) return { seals, broken };
  let prev = genesis;
  new JournalFile(file).read().lines.forEach((line, at) => {
    const seal = readSeal(line);
    if (!seal || seal.seq !== at + 1 || seal.prev !== prev || sealHash(seal) !== seal.hash) broken.push(at + 1);
    prev = seal?.hash ?? prev;
    if (seal && !seals.has(seal.exam)) seals.set(seal.exam, seal);
  });
  return { seals, broken };
};

/** Enters a seal; the same a second time is nothing. Only under the folder's lock. */
export const registerSeal = (dir: string, seal: Pick<Seal, 'at' | 'exam' | 'entries' | 'head'>): void => {
  const file = path.join(dir, registerName);
  const known = existsSync(file) ? new JournalFile(file).read().lines.flatMap((line) => readSeal(line) ?? []) : [];
  if (known.some(({ exam }) => exam === seal.exam)) return;
  const entry = { seq: known.length + 1, ...seal, prev: known.at(-1)?.hash ?? genesis };
  const line = lineOf({ ...entry, hash: sealHash(entry) });
  if (existsSync(file)) new JournalFile(file).append(line);
  else JournalFile.begin(file, line);
};
