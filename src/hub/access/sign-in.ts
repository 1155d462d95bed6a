import type { User } from '../../domain/user/user.ts';
import { type Stored, userRow } from '../store/rows.ts';
import type { Db } from '../store/schema.ts';
import { hashToken } from './token.ts';

/** The user of an Authorization header; undefined when there is none, it is unknown, or its user is disabled. */
export const signedIn = async (db: Db, authorization: string | undefined): Promise<Stored<User> | undefined> => {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return undefined;
  const row = await db.selectFrom('users').selectAll().where('token_hash', '=', hashToken(token)).executeTakeFirst();
  return row && row.disabled === 0 ? { ...userRow.fromRow(row), revision: row.revision } : undefined;
};
