import { setTimeout as sleep } from 'node:timers/promises';
import type { SuspendTerminal } from 'ink';

/** What else of the terminal is switched on for the screen, beside what Ink switches itself. */
export interface TerminalModes {
  /** Ends when nothing of it can come back as keys any more. */
  off(): Promise<void>;
  on(): void;
}

/**
 * Gives the terminal away for a while, to the shell or to a program such as $EDITOR, and takes it back: the shell's screen and its way of
 * reading keys, then raw keys, bracketed paste, the own screen, and everything drawn anew as it is by then.
 */
export class TerminalLending {
  private readonly modes: TerminalModes;
  private suspend: SuspendTerminal | undefined;
  private lent = false;

  /** Whether another program has the terminal; a Ctrl-C there is that program's. */
  get isLent(): boolean {
    return this.lent;
  }

  constructor(modes: TerminalModes) {
    this.modes = modes;
  }

  /** Ink's part of it; undefined while its tree does not stand. */
  through(suspend: SuspendTerminal | undefined): void {
    this.suspend = suspend;
  }

  /** Nothing is drawn and no key is read until `work` has ended. False when the terminal cannot be given away now: it is already. */
  async lend(work: () => void | Promise<void>): Promise<boolean> {
    const { suspend } = this;
    if (!suspend || this.lent) return false;
    this.lent = true;
    try {
      await this.modes.off();
      await suspend(work);
    } finally {
      this.modes.on();
      this.lent = false;
    }
    return true;
  }
}

/** How long the system may take to stop a program, and to tell it that it runs again. */
const stopMs = 100;

/** Whether programs can be stopped here; Windows has no such thing. */
export const canStop = process.platform !== 'win32';

/**
 * Stops this program as Ctrl-Z stops any other; for when nobody here listens to SIGTSTP. Ends when it goes on. False when it was not
 * stopped: no shell with job control started it, so nobody could wake it, and the system lets such a program run on.
 * @param whole every program of the job, as a key does; else this one, which is who the signal was for
 */
export const stopHere = async (whole: boolean): Promise<boolean> => {
  let woken = false;
  const wake = (): void => {
    woken = true;
  };
  process.on('SIGCONT', wake);
  process.kill(whole ? 0 : process.pid, 'SIGTSTP');
  await sleep(stopMs);
  process.off('SIGCONT', wake);
  return woken;
};
