import { genesis } from '../../../domain/audit/chain.ts';
import type { ReadLines } from '../../journal/journal-file.ts';
import { Entry, entryHash, lineOf } from './entry.ts';
import type { Seal } from './seal-register.ts';

/** What can be wrong with a journal. */
export const journalFaults = [
  /** Not a line of a journal, or not written as one is. */
  'form',
  /** The line's content does not have its hash: it was changed. */
  'changed',
  /** A number is skipped: lines before it were taken out. */
  'removed',
  /** A number comes again: the line was put in. */
  'inserted',
  /** It does not follow from the line before it, which was put in, exchanged or taken out. */
  'unlinked',
  /** The first line is not a start, or a later one is. */
  'start',
  /** Its time is before that of the line before it. */
  'time',
  /** An answer or a call after the end, or to no question of the paper. */
  'answer',
  /** Something stands behind the seal. */
  'after-seal',
  /** The register has a seal of this exam, but the journal ends before it. */
  'cut',
  /** The register has another seal of this exam. */
  'other-seal',
  /** The journal has a seal that the register does not have. */
  'unregistered',
] as const;
export type JournalFaultCode = (typeof journalFaults)[number];

export interface JournalFault {
  /** From 1; where the end is at fault, the line behind the last. */
  readonly line: number;
  readonly code: JournalFaultCode;
}

export interface ReadJournal {
  /** The lines as far as they are such at all. */
  readonly entries: readonly Entry[];
  readonly faults: readonly JournalFault[];
}

const readEntry = (line: string): Entry | undefined => {
  try {
    const { data } = Entry.safeParse(JSON.parse(line));
    return data && lineOf(data) === line ? data : undefined;
  } catch {
    return undefined;
  }
};

/** What is wrong with one line, seen from the one before it; the first thing that is. */
const faultOf = (entry: Entry, before: Entry | undefined): JournalFaultCode | undefined => {
  const { hash, ...rest } = entry;
  const expected = (before?.seq ?? 0) + 1;
  if (entryHash(rest) !== hash) return 'changed';
  if (entry.seq > expected) return 'removed';
  if (entry.seq < expected) return 'inserted';
  if (entry.prev !== (before?.hash ?? genesis)) return 'unlinked';
  if ((entry.what.type === 'started') !== (before === undefined)) return 'start';
  if (before?.what.type === 'sealed') return 'after-seal';
  return before !== undefined && entry.at < before.at ? 'time' : undefined;
};

/** Answers that could not have been given. */
const answerFaults = (entries: readonly Entry[]): JournalFault[] => {
  const start = entries[0]?.what;
  if (start?.type !== 'started') return [];
  const numbers = new Set(start.items.map(({ number }) => number));
  return entries.flatMap(({ what, at }, place): JournalFault[] =>
    (what.type === 'answered' || what.type === 'called') && (!numbers.has(what.number) || at > start.ends)
      ? [{ line: place + 1, code: 'answer' }]
      : [],
  );
};

/** How the end of a journal agrees with the register. `seal`: what the register has; undefined where there is none to ask. */
const endFaults = (
  { torn }: ReadLines,
  entries: readonly Entry[],
  seal: Seal | undefined,
  asked: boolean,
): JournalFault[] => {
  const last = entries.at(-1);
  const sealed = last?.what.type === 'sealed';
  const behind = entries.length + 1;
  if (sealed && torn) return [{ line: behind, code: 'after-seal' }];
  if (!asked) return [];
  if (seal && !sealed) return [{ line: behind, code: 'cut' }];
  if (seal && (seal.head !== last?.hash || seal.entries !== entries.length))
    return [{ line: entries.length, code: 'other-seal' }];
  return sealed && !seal ? [{ line: entries.length, code: 'unregistered' }] : [];
};

/** Reads a journal and finds whatever was changed, taken out, put in or cut off since it was written. */
export const readJournal = (
  read: ReadLines,
  register: { readonly seals: ReadonlyMap<string, Seal> } | undefined,
): ReadJournal => {
  const entries: Entry[] = [];
  const faults: JournalFault[] = [];
  read.lines.forEach((line, at) => {
    const entry = readEntry(line);
    const code = entry ? faultOf(entry, entries.at(-1)) : 'form';
    if (code) faults.push({ line: at + 1, code });
    if (entry) entries.push(entry);
  });
  if (read.lines.length === 0) faults.push({ line: 1, code: 'start' });
  faults.push(...answerFaults(entries));
  const start = entries[0]?.what;
  const seal = start?.type === 'started' ? register?.seals.get(start.exam) : undefined;
  faults.push(...endFaults(read, entries, seal, register !== undefined));
  return { entries, faults: faults.sort((a, b) => a.line - b.line) };
};
