/** SQLite's primary result codes; the low byte of what an error carries. */
const codes = { error: 1, perm: 3, busy: 5, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 };

const codeOf = (error: unknown): number | undefined => {
  const { errcode } = error as { errcode?: number };
  return errcode === undefined ? undefined : errcode & 0xff;
};

const isOneOf = (error: unknown, ...which: (keyof typeof codes)[]): boolean =>
  which.some((name) => codes[name] === codeOf(error));

/** The file is no database, or not one that this program wrote. */
export const isDamage = (error: unknown): boolean => isOneOf(error, 'error', 'corrupt', 'notadb');

/** The file takes nothing, now or ever: no room, no permission, no disk, damage that shows only now. */
export const isUnwritable = (error: unknown): boolean =>
  isOneOf(error, 'perm', 'readonly', 'ioerr', 'corrupt', 'full', 'cantopen', 'notadb');
