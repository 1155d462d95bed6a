import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { HubStartError } from '../hub-start-error.ts';
import { saveUser } from '../store/save.ts';
import type { Writer } from '../store/writer.ts';
import { hashToken, newToken } from './token.ts';

const readToken = async (file: string): Promise<string | undefined> => {
  try {
    return (await readFile(file, 'utf8')).trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const writeToken = async (file: string): Promise<string> => {
  const token = newToken();
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(`${token}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return token;
};

/**
 * The token in DIR/admin.token (mode 0600), made at the first start.
 * @throws {HubStartError} bad_data_dir
 */
export const keptToken = async (dataDir: string): Promise<string> => {
  const file = path.join(dataDir, 'admin.token');
  try {
    return (await readToken(file)) ?? (await writeToken(file));
  } catch (error) {
    throw new HubStartError('bad_data_dir', { dataDir, reason: (error as Error).message }, error);
  }
};

/**
 * Sees to it that the hub's own token belongs to an admin of the store: unknown to the store (a new store, another hub's DIR) it is
 * enrolled, for who can start a hub on a store rules that store anyway. It was kept before, so that a crash in between leaves nothing
 * but a token to enrol. A disabled admin stays disabled.
 */
export const enrolAdmin = async (writer: Writer, token: string): Promise<void> => {
  const tokenHash = hashToken(token);
  await writer.write(async (work) => {
    const known = await work.db.selectFrom('users').select('id').where('token_hash', '=', tokenHash).executeTakeFirst();
    if (known) return;
    const names = new Set((await work.db.selectFrom('users').select('name').execute()).map(({ name }) => name));
    let name = 'admin';
    for (let place = 2; names.has(name); place++) name = `admin-${place}`;
    const id = uuid();
    const user = { id, name, role: 'admin' as const, skills: [], tokenHash, disabled: false, createdAt: work.now };
    await saveUser(work, user, { type: 'user.added', actor: 'system', data: { name, role: 'admin' } });
  });
};
