import type { User } from '../../domain/user/user.ts';
import { RequestError } from '../request-error.ts';
import type { Db } from '../store/schema.ts';

/**
 * Whoever was disabled, or got another token, while a fund was asked gets no answer any more.
 * @throws {RequestError} not_signed_in
 */
export const requireStillSignedIn = async (
  db: Db,
  { id, tokenHash }: Pick<User, 'id' | 'tokenHash'>,
): Promise<void> => {
  const now = await db.selectFrom('users').select(['disabled', 'token_hash']).where('id', '=', id).executeTakeFirst();
  if (now?.disabled !== 0 || now.token_hash !== tokenHash) throw new RequestError('not_signed_in');
};
