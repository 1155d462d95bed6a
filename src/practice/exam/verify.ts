import path from 'node:path';
import { JournalFile } from '../journal/journal-file.ts';
import { ExamFolder } from './exam-folder.ts';
import { type ExamState, stateOf } from './exam-state.ts';
import { type JournalFault, type ReadJournal, readJournal } from './journal/read-journal.ts';

/** What was found of one journal. */
export interface VerifiedExam {
  /** Its id, or the file that was named. */
  readonly exam: string;
  readonly sealed: boolean;
  readonly entries: number;
  /** Hash of the last line. */
  readonly head: string | undefined;
  readonly faults: readonly JournalFault[];
}

export interface Verified {
  readonly exams: readonly VerifiedExam[];
  /** Lines of the register that are not as they were written. */
  readonly register: readonly number[];
  /** Exams that the register has, and whose journals are gone. */
  readonly gone: readonly string[];
}

const verified = (exam: string, { entries, faults }: ReadJournal): VerifiedExam => ({
  exam,
  sealed: entries.at(-1)?.what.type === 'sealed',
  entries: entries.length,
  head: entries.at(-1)?.hash,
  faults,
});

/** Checks every exam of a folder, or some of them. An id that there is none of is left out. */
export const verifyFolder = (folder: ExamFolder, only?: readonly string[]): Verified => {
  const { exams, register } = folder.readTogether(only);
  const known = new Set(folder.ids());
  const gone = [...register.seals.keys()].filter((exam) => !known.has(exam) && (!only || only.includes(exam)));
  return { exams: exams.map(({ exam, ...read }) => verified(exam, read)), register: register.broken, gone };
};

/** Checks a journal wherever it lies: by the register beside it, where there is one. @throws what the file system throws */
export const verifyFile = (file: string): VerifiedExam => {
  const folder = new ExamFolder(path.dirname(file));
  const { seals } = folder.register();
  const read = new JournalFile(file).read();
  return verified(file, readJournal(read, seals.size > 0 ? { seals } : undefined));
};

export const holds = ({ exams, register, gone }: Verified): boolean =>
  register.length === 0 && gone.length === 0 && exams.every(({ faults }) => faults.length === 0);

/** An exam that was sealed. */
export interface SealedExam {
  readonly exam: string;
  readonly state: ExamState & { readonly seal: NonNullable<ExamState['seal']> };
}

/** All sealed exams of a folder whose seals hold, and the ids of those that do not. */
export const sealedExams = (
  folder: ExamFolder,
): { readonly exams: readonly SealedExam[]; readonly broken: readonly string[] } => {
  const exams: SealedExam[] = [];
  const broken: string[] = [];
  for (const { exam, entries, faults } of folder.readTogether().exams) {
    if (faults.length > 0) broken.push(exam);
    else {
      const state = stateOf(entries);
      const { seal } = state;
      if (seal) exams.push({ exam, state: { ...state, seal } });
    }
  }
  return { exams, broken };
};
