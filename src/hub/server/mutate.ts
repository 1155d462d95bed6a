import { createHmac } from 'node:crypto';
import { idempotencyKeyPattern } from '../../contract/idempotency-key.ts';
import { canonicalJson, type Json } from '../../domain/audit/canonical-json.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Settings } from '../../domain/settings.ts';
import { hashKey, seal, unseal } from '../access/sealed-reply.ts';
import { RecordedRefusal } from '../recorded-refusal.ts';
import { RequestError } from '../request-error.ts';
import type { Engine } from '../store/engine.ts';
import { currentSettings } from '../store/records.ts';
import type { Db } from '../store/schema.ts';
import type { Work } from '../store/work.ts';
import type { Writer } from '../store/writer.ts';

/** What was decided: the reply, or the rule that refused. Either is given again under the same key. */
type Outcome = { reply: Json } | { refusal: { code: Refusal['code']; details: Refusal['details'] } };

export interface Mutation {
  user: string;
  key: string;
  /** Route, params and body: the same key may only ask for the same again. */
  request: Json;
  /** The outcome is not remembered: what it shows is for this one time. */
  unkept?: boolean;
  /** What is asked elsewhere before the writer's turn, unless the outcome is known. */
  prepare?(): Promise<unknown>;
  run(work: Work, settings: Settings, prepared: unknown): Promise<unknown>;
}

/** What the same key was told before, if it was used before. */
const knownOutcome = async (db: Db, user: string, key: string, request_hash: string): Promise<Outcome | undefined> => {
  const known = await db
    .selectFrom('replies')
    .selectAll()
    .where('user', '=', user)
    .where('key_hash', '=', hashKey(key))
    .executeTakeFirst();
  if (known && known.request_hash !== request_hash) throw new RequestError('idempotency_conflict');
  return known && JSON.parse(unseal(key, known.sealed));
};

/** A refusal of what is asked first is remembered like one of the work itself. */
const prepared = async (mutation: Mutation): Promise<(work: Work, settings: Settings) => Promise<unknown>> => {
  try {
    const found = await mutation.prepare?.();
    return (work, settings) => mutation.run(work, settings, found);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return async () => {
      throw error;
    };
  }
};

/**
 * Runs a mutation once per idempotency key, whatever is lost on the way: the outcome is stored in the same commit as what was done.
 * @throws {RequestError} idempotency_key_required, idempotency_conflict
 * @throws {Refusal} what the rules said, now or the first time
 */
export const mutate = async (engine: Engine, writer: Writer, mutation: Mutation): Promise<unknown> => {
  const { user, key, request } = mutation;
  if (!idempotencyKeyPattern.test(key)) throw new RequestError('idempotency_key_required');
  // Keyed, for a plain hash of a number that is guessed tells whether the guess is right.
  const request_hash = createHmac('sha256', key).update(canonicalJson(request)).digest('hex');
  const remember = async (work: Work, outcome: Outcome): Promise<Outcome> => {
    if (mutation.unkept) return outcome;
    const sealed = seal(key, JSON.stringify(outcome));
    await work.db
      .insertInto('replies')
      .values({ user, key_hash: hashKey(key), request_hash, sealed, at: work.now })
      .execute();
    return outcome;
  };
  const before = mutation.prepare && (await knownOutcome(engine.read, user, key, request_hash));
  const run = before ? undefined : await prepared(mutation);
  const outcome =
    before ??
    (await writer.write<Outcome>(
      async (work) => {
        const known = await knownOutcome(work.db, user, key, request_hash);
        return known ?? remember(work, { reply: (await run!(work, await currentSettings(work.db))) as Json });
      },
      async (work, error) => {
        if (!(error instanceof Refusal)) throw error;
        if (error instanceof RecordedRefusal) await error.record(work);
        return remember(work, { refusal: { code: error.code, details: error.details } });
      },
    ));
  if ('refusal' in outcome) throw new Refusal(outcome.refusal.code, outcome.refusal.details);
  return outcome.reply;
};
