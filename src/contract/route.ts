import type * as z from 'zod';
import type { Role } from '../domain/user/role.ts';
import type { ErrorCode } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT';

/** One row of the route table. `roles: 'anyone'` needs no token, `'signed-in'` any role. */
export interface Route {
  method: Method;
  path: `/${string}`;
  summary: string;
  roles: 'anyone' | 'signed-in' | readonly Role[];
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The largest body when it is not the server's usual one. Bytes. */
  bodyLimit?: number;
  /** The reply is never kept: asked again under the same key it is worked out, and recorded, anew. */
  unkept?: boolean;
  /** Who is refused is in the audit log, whatever the reason. */
  recorded?: boolean;
  /** JSON of this shape, or a stream of server-sent events, or plain text. */
  reply: z.ZodType | 'events' | 'text';
  /** Errors of the rules that this route can give, besides those of the wire. */
  errors: readonly ErrorCode[];
}

/** Keeps a row's literal types. */
export const route = <const R extends Route>(row: R): R => row;
