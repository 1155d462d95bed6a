import { once } from 'node:events';
import { endsItself } from '../exit-handling.ts';

/** Text for stdout; waits while the reader is behind, so that nothing piles up in memory. */
export const writeOut = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

const hungUp = 129;

/** A reader that went away (`| head`) ends the command quietly; a terminal that went away as SIGHUP does, which comes with it. */
export const endQuietlyWithReader = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit(0);
      if (error.code !== 'EIO') throw error;
      if (!endsItself()) process.exit(hungUp);
    });
  }
};

/** Resolves when all that was written has left the process. */
export const flushed = async (): Promise<void> => {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.destroyed) continue;
    await new Promise<void>((resolve) => {
      stream.write('', () => resolve());
    });
  }
};
