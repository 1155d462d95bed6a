import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
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
  /** It said that it failed, or could not be started. `reason`: its exit code, the signal, or what the system says. */
  | { readonly state: 'failed'; readonly reason: string }
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

/** A folder that nobody else can look into, in memory where the system has such a place. */
const privateDir = (env: Env): string => {
  for (const base of [env.XDG_RUNTIME_DIR, tmpdir()]) {
    if (!base) continue;
    try {
      return mkdtempSync(path.join(base, 'expert-seat-'));
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

const run = (command: string, file: string, env: Env): Promise<number | string> =>
  new Promise((resolve) => {
    const child = isWindows
      ? spawn(`${command} "${file}"`, { stdio: 'inherit', shell: true, env })
      : // As git does it: the command may have arguments, and quotes around what has spaces.
        spawn('/bin/sh', ['-c', `${command} "$@"`, command, file], { stdio: 'inherit', env });
    // Who ends this program while the editor is open ends both.
    const end = (): void => void child.kill();
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
 * @throws what the file system throws when there is no place for the file
 */
export const editInEditor = async (text: string, command: string, env: Env = process.env): Promise<EditorEnd> => {
  const dir = privateDir(env);
  const remove = (): void => removeTracelessly(dir);
  process.once('exit', remove);
  try {
    const file = path.join(dir, 'answer.txt');
    writeFileSync(file, text === '' || text.endsWith('\n') ? text : `${text}\n`, { mode: 0o600, flag: 'wx' });
    const end = await run(command, file, env);
    if (notFoundCodes.includes(end)) return { state: 'not-found' };
    if (end !== 0) return { state: 'failed', reason: String(end) };
    return { state: 'saved', text: readFileSync(file, 'utf8') };
  } finally {
    process.off('exit', remove);
    remove();
  }
};
