import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Env = Record<string, string | undefined>;

/** How an editor ended. */
export type EditorEnd =
  | { readonly state: 'saved'; readonly text: string }
  /**
   * It said that it failed, or could not be started, or took the file away. `reason`: its exit code, the signal, or what the system says.
   * `text`: what the file held at the end, which may be what somebody wrote and saved.
   */
  | { readonly state: 'failed'; readonly reason: string; readonly text: string }
  | { readonly state: 'not-found' };

const isWindows = process.platform === 'win32';

const isOnPath = (name: string, env: Env): boolean =>
  (env.PATH ?? '').split(path.delimiter).some((dir) => {
    try {
      accessSync(path.join(dir, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** The person's editor as a command line: VISUAL, EDITOR, else what the system has. Nothing when there is none. */
export const editorCommand = (env: Env): string | undefined => {
  const chosen = env.VISUAL?.trim() || env.EDITOR?.trim();
  if (chosen) return chosen;
  if (isWindows) return 'notepad';
  return ['vi', 'vim', 'nano'].find((name) => isOnPath(name, env));
};

/** Where the text may lie, the best place first: in memory where the system has such a place. */
const bases = (env: Env): readonly string[] => [...(env.XDG_RUNTIME_DIR ? [env.XDG_RUNTIME_DIR] : []), tmpdir()];

/** The folder's name says whose it is: of which program. */
const dirOf = (pid: number | string): string => `expert-seat-edit-${pid}-`;
const editDir = new RegExp(`^${dirOf('(\\d+)')}`);

/** A folder that nobody else can look into. */
const privateDir = (env: Env): string => {
  for (const base of bases(env)) {
    try {
      return mkdtempSync(path.join(base, dirOf(process.pid)));
    } catch {
      // Not there or not writable: the next one.
    }
  }
  throw new Error(tmpdir());
};

/** Removes the folder; what is in it, also what the editor put beside the text, is written over before. */
const removeTracelessly = (dir: string): void => {
  try {
    for (const name of readdirSync(dir)) {
      const file = path.join(dir, name);
      const { size } = statSync(file);
      writeFileSync(file, Buffer.alloc(size), { flag: 'r+' });
    }
  } catch {
    // A file that cannot be written over can still be removed.
  }
  rmSync(dir, { recursive: true, force: true });
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** Removes the texts of programs that were killed before they could do so themselves. */
export const removeLeftTexts = (env: Env = process.env): void => {
  for (const base of bases(env)) {
    try {
      for (const name of readdirSync(base)) {
        const pid = editDir.exec(name)?.[1];
        if (pid === undefined || isRunning(Number(pid))) continue;
        const dir = path.join(base, name);
        const found = lstatSync(dir);
        if (found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)) removeTracelessly(dir);
      }
    } catch {
      // Not there, or another seat was faster.
    }
  }
};

/** Every process that runs and the one that started it. */
const parents = (): ReadonlyMap<number, number> => {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const rows = (stdout ?? '').split('\n').map((row) => row.trim().split(/\s+/).map(Number));
    return new Map(rows.map(([pid = 0, parent = 0]) => [pid, parent]));
  }
  const rows = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): [number, number][] => {
      try {
        // `PID (NAME) STATE PARENT …`, and the name may be anything.
        const parent = /.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1];
        return [[Number(name), Number(parent)]];
      } catch {
        return [];
      }
    });
  return new Map(rows);
};

/** Tells a program and all that it started to end: the shell that starts an editor may wait for it, and hand no signal on. */
const endAll = (child: ChildProcess, signal: NodeJS.Signals): void => {
  const started = [child.pid!];
  if (!isWindows) {
    const rows = [...parents()];
    for (const pid of started) started.push(...rows.filter(([, parent]) => parent === pid).map(([own]) => own));
  }
  for (const pid of started) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
};

const run = (command: string, file: string, env: Env, onSignal: () => void): Promise<number | string> =>
  new Promise((resolve) => {
    const child = isWindows
      ? spawn(`${command} "${file}"`, { stdio: 'inherit', shell: true, env })
      : // As git does it: the command may have arguments, and quotes around what has spaces.
        spawn('/bin/sh', ['-c', `${command} "$@"`, command, file], { stdio: 'inherit', env });
    // Who ends this program while the editor is open ends both.
    const end = (signal: NodeJS.Signals): void => {
      if (child.pid !== undefined) endAll(child, signal);
      onSignal();
    };
    process.on('SIGTERM', end).on('SIGHUP', end);
    const ended = (how: number | string): void => {
      process.off('SIGTERM', end).off('SIGHUP', end);
      resolve(how);
    };
    child.once('error', (error) => ended(error.message));
    child.once('exit', (code, signal) => ended(code ?? signal ?? 1));
  });

/** What a shell says when there is no such command, or none that it may run. */
const notFoundCodes: readonly (number | string)[] = [126, 127];

/**
 * Has a text edited in the person's editor, which gets this terminal; whoever draws on it has to have left it. The text lies in a file of
 * mode 0600 in a folder of mode 0700 as long as that takes, and not a moment longer.
 * @param onSignal hears what the file holds when this program is told to end while the editor is open: there is no later for it
 * @throws what the file system throws when there is no place for the file
 */
export const editInEditor = async (
  text: string,
  command: string,
  env: Env = process.env,
  onSignal: (text: string) => void = () => undefined,
): Promise<EditorEnd> => {
  const dir = privateDir(env);
  const remove = (): void => removeTracelessly(dir);
  process.once('exit', remove);
  try {
    const file = path.join(dir, 'answer.txt');
    writeFileSync(file, text === '' || text.endsWith('\n') ? text : `${text}\n`, { mode: 0o600, flag: 'wx' });
    const held = (): { text: string; problem?: string } => {
      try {
        return { text: readFileSync(file, 'utf8') };
      } catch (error) {
        return { text: '', problem: (error as Error).message };
      }
    };
    const end = await run(command, file, env, () => onSignal(held().text));
    if (notFoundCodes.includes(end)) return { state: 'not-found' };
    const left = held();
    if (end !== 0 || left.problem !== undefined)
      return { state: 'failed', reason: left.problem ?? String(end), text: left.text };
    return { state: 'saved', text: left.text };
  } finally {
    process.off('exit', remove);
    remove();
  }
};
