import { createHash } from 'node:crypto';
import { idempotencyKeyPattern } from '../../contract/idempotency-key.ts';
import { canonicalJson, type Json } from '../../domain/audit/canonical-json.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Settings } from '../../domain/settings.ts';
import { hashKey, seal, unseal } from '../access/sealed-reply.ts';
import { RequestError } from '../request-error.ts';
import { currentSettings } from '../store/records.ts';
import type { Work } from '../store/work.ts';
import type { Writer } from '../store/writer.ts';

/** What was decided: the reply, or the rule that refused. Either is given again under the same key. */
type Outcome = { reply: Json } | { refusal: { code: Refusal['code']; details: Refusal['details'] } };

export interface Mutation {
  user: string;
  key: string;
  /** Route, params and body: the same key may only ask for the same again. */
  request: Json;
  run(work: Work, settings: Settings): Promise<unknown>;
}

/**
 * Runs a mutation once per idempotency key, whatever is lost on the way: the outcome is stored in the same commit as what was done.
 * @throws {RequestError} idempotency_key_required, idempotency_conflict
 * @throws {Refusal} what the rules said, now or the first time
 */
export const mutate = async (writer: Writer, { user, key, request, run }: Mutation): Promise<unknown> => {
  if (!idempotencyKeyPattern.test(key)) throw new RequestError('idempotency_key_required');
  const key_hash = hashKey(key);
  const request_hash = createHash('sha256').update(canonicalJson(request)).digest('hex');
  const remember = async (work: Work, outcome: Outcome): Promise<Outcome> => {
    const sealed = seal(key, JSON.stringify(outcome));
    await work.db.insertInto('replies').values({ user, key_hash, request_hash, sealed, at: work.now }).execute();
    return outcome;
  };
  const outcome = await writer.write<Outcome>(
    async (work) => {
      const known = await work.db
        .selectFrom('replies')
        .selectAll()
        .where('user', '=', user)
        .where('key_hash', '=', key_hash)
        .executeTakeFirst();
      if (known) {
        if (known.request_hash !== request_hash) throw new RequestError('idempotency_conflict');
        return JSON.parse(unseal(key, known.sealed));
      }
      return remember(work, { reply: (await run(work, await currentSettings(work.db))) as Json });
    },
    async (work, error) => {
      if (!(error instanceof Refusal)) throw error;
      return remember(work, { refusal: { code: error.code, details: error.details } });
    },
  );
  if ('refusal' in outcome) throw new Refusal(outcome.refusal.code, outcome.refusal.details);
  return outcome.reply;
};
