import { v7 as uuid } from 'uuid';
import { Refusal } from '../../domain/refusal.ts';
import type { User } from '../../domain/user/user.ts';
import { hashToken, newToken } from '../access/token.ts';
import type { MutationHandlers, ReadHandlers } from '../services.ts';
import { findUser } from '../store/records.ts';
import { userRow } from '../store/rows.ts';
import { saveUser } from '../store/save.ts';
import type { Work } from '../store/work.ts';
import { userView } from '../views/views.ts';

export const userReads: ReadHandlers<'me' | 'users.list'> = {
  me: async ({ user }) => ({ user: userView(user) }),

  'users.list': async ({ db }) => {
    const rows = await db.selectFrom('users').selectAll().orderBy('id').execute();
    return { users: rows.map((row) => userView(userRow.fromRow(row))) };
  },
};

const enabledUser = async (work: Work, key: string): Promise<User> => {
  const { revision: _, ...user } = await findUser(work.db, key);
  if (user.disabled) throw new Refusal('user_disabled', { user: user.name });
  return user;
};

export const userWork: MutationHandlers<'users.add' | 'users.disable' | 'users.rotate-token'> = {
  'users.add': async ({ work, user: actor, body, settings }) => {
    const { name, role, skills } = body;
    const known = settings.domains.map(({ id }) => id);
    const unknown = skills.find((skill) => !known.includes(skill));
    if (unknown) throw new Refusal('unknown_domain', { field: 'skills', domain: unknown, known: known.join(', ') });
    // Nor another's id: users are addressed by either.
    const namesake = await work.db
      .selectFrom('users')
      .select('id')
      .where(({ or, eb }) => or([eb('name', '=', name), eb('id', '=', name)]))
      .executeTakeFirst();
    if (namesake) throw new Refusal('name_in_use', { name });
    const token = newToken();
    const user: User = {
      id: uuid(),
      name,
      role,
      skills: [...new Set(skills)],
      tokenHash: hashToken(token),
      disabled: false,
      createdAt: work.now,
    };
    await saveUser(work, user, { type: 'user.added', actor: actor.id, data: { name, role, skills } });
    return { user: userView(user), token };
  },

  'users.disable': async ({ work, user: actor, params }) => {
    const user = await enabledUser(work, params.user);
    if (user.role === 'admin') {
      const others = await work.db
        .selectFrom('users')
        .select('id')
        .where('role', '=', 'admin')
        .where('disabled', '=', 0)
        .where('id', '!=', user.id)
        .executeTakeFirst();
      if (!others) throw new Refusal('last_admin');
    }
    const disabled = { ...user, disabled: true };
    await saveUser(work, disabled, { type: 'user.disabled', actor: actor.id, data: { name: user.name } });
    return { user: userView(disabled) };
  },

  'users.rotate-token': async ({ work, user: actor, params }) => {
    const user = await enabledUser(work, params.user);
    const token = newToken();
    const changed = { ...user, tokenHash: hashToken(token) };
    await saveUser(work, changed, { type: 'user.token-rotated', actor: actor.id, data: { name: user.name } });
    return { user: userView(changed), token };
  },
};
