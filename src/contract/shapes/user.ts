import * as z from 'zod';
import { roles } from '../../domain/user/role.ts';
import { DomainId, Instant, line } from './text.ts';

export const UserView = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  skills: z.array(z.string()),
  disabled: z.boolean(),
  createdAt: Instant,
});
export type UserView = z.infer<typeof UserView>;

export const NewUser = z.strictObject({
  name: line(40),
  role: z.enum(roles),
  skills: z.array(DomainId).max(32).default([]),
});

/** Shown once, when it is made. */
export const UserWithToken = z.object({ user: UserView, token: z.string() });

/** A user by id or by name. */
export const UserKey = z.object({ user: line(64) });
