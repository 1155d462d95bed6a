import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The lines of a file of lines, and what is left of one that was never written to its end. */
export interface ReadLines {
  readonly lines: readonly string[];
  /** Bytes of the whole lines. */
  readonly whole: number;
  readonly torn: boolean;
}

const writeWhole = (handle: number, text: string, from: number): void => {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, from + done);
};

/** A new name in a folder is only there after a power cut when the folder was written too. */
const syncFolder = (dir: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A file of lines to which lines are only ever added. Each is on the disk when `append` returns. */
export class JournalFile {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Begins one with its first line; it appears under its name when that is on the disk. */
  static begin(file: string, line: string): JournalFile {
    const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
    try {
      const handle = openSync(partial, 'w', 0o600);
      try {
        writeWhole(handle, `${line}\n`, 0);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(partial, file);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
    syncFolder(path.dirname(file));
    return new JournalFile(file);
  }

  /** @throws what the file system throws, ENOENT when there is no such file */
  read(): ReadLines {
    const bytes = readFileSync(this.file);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    const text = bytes.subarray(0, whole).toString('utf8');
    return { lines: text === '' ? [] : text.slice(0, -1).split('\n'), whole, torn: whole < bytes.length };
  }

  /** Adds a line behind the whole ones; what a crash left of another goes. */
  append(line: string): void {
    const { whole } = this.read();
    const handle = openSync(this.file, 'r+');
    try {
      ftruncateSync(handle, whole);
      writeWhole(handle, `${line}\n`, whole);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}
