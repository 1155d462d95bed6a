import { rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { onInterrupt } from '../exit-handling.ts';
import { writeOut } from './stdout.ts';

/** Where an export goes. */
export interface Sink {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
}

/**
 * Runs an export into a file, or stdout when there is none. The file appears under its name only when it is whole; whatever
 * was there before stays until then, and stays when the export fails or is interrupted.
 */
export const intoSink = async (file: string | undefined, work: (sink: Sink) => Promise<void>): Promise<void> => {
  if (file === undefined) return work({ write: writeOut });
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  const handle = await open(partial, 'wx', 0o600);
  const remove = (): void => rmSync(partial, { force: true });
  const settled = onInterrupt(remove);
  try {
    // Each text goes behind the one before: a handle writes on from where it stands.
    await work({ write: (text) => handle.writeFile(text) });
    await handle.sync();
    await handle.close();
    await rename(partial, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    remove();
    throw error;
  } finally {
    settled();
  }
};
