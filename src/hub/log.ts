import { destination, type Logger, pino } from 'pino';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/**
 * Structured logs on stderr. What is logged is chosen field by field where it is logged: routes not addresses, ids not names,
 * codes not sentences; so no citizen's data gets in.
 */
export const openLog = (level: LogLevel): Logger =>
  pino(
    { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ fd: 2, sync: false }),
  );

/** What may be said of an error: its kind and where it came from, not its message, which may quote a value. */
export const errorFields = (error: unknown): Record<string, unknown> => {
  const { name, code, errcode, cause, stack } = error as NodeJS.ErrnoException & { errcode?: number };
  return {
    kind: name,
    code: code ?? errcode,
    at: stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5)
      .map((line) => line.trim()),
    ...(cause !== undefined && { cause: errorFields(cause) }),
  };
};
