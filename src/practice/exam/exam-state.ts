import type { Entry, Sealed, Started } from './journal/entry.ts';
import type { Answer } from './marking/answer.ts';

/** An exam as its journal tells it. */
export interface ExamState {
  readonly start: Started;
  readonly startedAt: number;
  /** By number; of a question that was answered again, the last. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** By number, how often a live call was taken up. */
  readonly calls: ReadonlyMap<number, number>;
  readonly seal: (Sealed & { readonly at: number; readonly head: string }) | undefined;
  readonly last: Entry;
  /** How often the clock was found to have been put back. */
  readonly clockBack: number;
}

/** @throws {Error} when the first entry is no start, which the reading of the journal has made sure of */
export const stateOf = (entries: readonly Entry[]): ExamState => {
  const [first] = entries;
  const last = entries.at(-1);
  if (first?.what.type !== 'started' || !last) throw new Error('exam: the journal has no start');
  const answers = new Map<number, Answer>();
  const calls = new Map<number, number>();
  for (const { what } of entries) {
    if (what.type === 'answered') answers.set(what.number, what.answer);
    if (what.type === 'called') calls.set(what.number, (calls.get(what.number) ?? 0) + 1);
  }
  return {
    start: first.what,
    startedAt: first.at,
    answers,
    calls,
    seal: last.what.type === 'sealed' ? { ...last.what, at: last.at, head: last.hash } : undefined,
    last,
    clockBack: entries.filter(({ clock }) => clock !== undefined).length,
  };
};
