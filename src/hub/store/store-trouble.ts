/** SQLite's BUSY, LOCKED, IOERR, FULL and CANTOPEN. */
const sqlite = new Set([5, 6, 10, 13, 14]);
/** PostgreSQL's classes of lost connections, exhausted resources and shutdowns, and a lock that was not given in time. */
const postgres = /^(08|53|57P|55P03)/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What the PostgreSQL client says without a code. */
const clientWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the store cannot be had just now, rather than that something was wrong with what was asked of it. */
export const isStoreTrouble = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, errcode, severity } = error as { code?: unknown; errcode?: number; severity?: string };
  if (code === 'ERR_SQLITE_ERROR') return sqlite.has((errcode ?? 0) & 0xff);
  // PostgreSQL ends the connection with these, whatever the reason.
  if (severity === 'FATAL' || severity === 'PANIC') return true;
  if (typeof code === 'string') return network.has(code) || postgres.test(code);
  return clientWords.test(error.message);
};
