import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { onInterrupt } from '../exit-handling.ts';
import { rmSync } from 'node:fs';
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
  const remove = onInterrupt(() => rmSync(partial, { force: true }));
  const stream = createWriteStream(partial, { mode: 0o600, flags: 'wx' });
  // A full disk shows at any write: the first error is kept, and met where the next text is written or the file is closed.
  let failed: Error | undefined;
  const closed = new Promise<void>((resolve) => {
    stream.once('close', resolve);
  });
  stream.on('error', (error) => {
    failed ??= error;
  });
  try {
    await work({
      write: async (text) => {
        if (failed) throw failed;
        if (!stream.write(text)) await Promise.race([once(stream, 'drain'), closed]);
      },
    });
    stream.end();
    await closed;
    if (failed) throw failed;
    await rename(partial, file);
  } catch (error) {
    stream.destroy();
    await closed;
    await rm(partial, { force: true });
    throw failed ?? error;
  } finally {
    remove();
  }
};
