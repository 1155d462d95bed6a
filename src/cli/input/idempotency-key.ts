import type { Context } from '../context.ts';
import { refused } from './checked.ts';

/** An option that the person may give to name the intent of a change. */
export interface KeyOption {
  idempotencyKey?: string;
}

/** The key as the hub takes it, 8 to `longest` visible ASCII characters. @throws {Failure} exit 7 */
export const keyOf = (context: Context, { idempotencyKey }: KeyOption, longest = 128): { idempotencyKey?: string } => {
  if (idempotencyKey === undefined) return {};
  if (!/^[\x21-\x7e]{8,}$/.test(idempotencyKey) || idempotencyKey.length > longest) {
    throw refused(context, [{ field: 'idempotency-key', problem: context.say('input.key', { longest }) }]);
  }
  return { idempotencyKey };
};
