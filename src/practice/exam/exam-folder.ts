import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { aloneIfWritable } from '../journal/folder-lock.ts';
import { JournalFile } from '../journal/journal-file.ts';
import { ExamId } from './journal/entry.ts';
import { type ReadJournal, readJournal } from './journal/read-journal.ts';
import { type ReadRegister, readRegister } from './journal/seal-register.ts';

const suffix = '.jsonl';

/** Where the exams of a machine lie: one journal each, and the register of their seals. */
export class ExamFolder {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  /** Makes the folder when there is none. */
  make(): void {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
  }

  fileOf(exam: string): string {
    return path.join(this.dir, `${exam}${suffix}`);
  }

  /** Ids of all exams, oldest day first. */
  ids(): string[] {
    if (!existsSync(this.dir)) return [];
    return readdirSync(this.dir)
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length))
      .filter((id) => ExamId.safeParse(id).success)
      .sort();
  }

  register(): ReadRegister {
    return readRegister(this.dir);
  }

  /** The journal of an exam, held against the register; undefined when there is none. */
  read(exam: string, register: ReadRegister = this.register()): ReadJournal | undefined {
    if (!ExamId.safeParse(exam).success || !existsSync(this.fileOf(exam))) return undefined;
    return readJournal(new JournalFile(this.fileOf(exam)).read(), register);
  }

  /** Every exam, or some, and the register, all of one moment: nobody hands in between. An id that there is none of is left out. */
  readTogether(only?: readonly string[]): {
    readonly exams: readonly ({ readonly exam: string } & ReadJournal)[];
    readonly register: ReadRegister;
  } {
    return aloneIfWritable(this.dir, () => {
      const register = this.register();
      const exams = (only ?? this.ids()).flatMap((exam) => {
        const read = this.read(exam, register);
        return read ? [{ exam, ...read }] : [];
      });
      return { exams, register };
    });
  }
}
