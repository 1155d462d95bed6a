import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import type * as z from 'zod';
import { ErrorReply, errorReply } from '../contract/errors.ts';
import { idempotencyKeyPattern } from '../contract/idempotency-key.ts';
import type { Language } from '../contract/language.ts';
import type { Route } from '../contract/route.ts';
import { type BodyOf, type ParamsOf, type QueryOf, type ReplyOf, type RouteName, routes } from '../contract/routes.ts';
import { HubError, HubUnreachable, NotAHub } from './hub-error.ts';

export interface HubClientOptions {
  /** Such as http://127.0.0.1:7345, without a path. */
  url: string;
  token?: string | undefined;
  language: Language;
  /** How long one call may take in all, retries included. Milliseconds. */
  timeoutMs: number;
}

type Input<N extends RouteName> = (ParamsOf<N> extends undefined ? unknown : { params: ParamsOf<N> }) &
  (QueryOf<N> extends undefined ? unknown : { query?: QueryOf<N> }) &
  (BodyOf<N> extends undefined ? unknown : { body: BodyOf<N> }) & {
    /** Names the intent of a mutation. Keep it when asking again after no answer; without one, each call is a new intent. */
    idempotencyKey?: string;
    signal?: AbortSignal;
  };

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Answers that say nothing was done yet, or that the same key may safely be sent again. */
const worthRetrying = new Set([502, 503, 504]);

/** The hub's routes as typed calls. Retries what is safe to retry (all of it, by idempotency keys) until its time is over. */
export class HubClient {
  readonly options: HubClientOptions;
  readonly agent: Agent;

  constructor(options: HubClientOptions) {
    this.options = options;
    this.agent = new Agent({ connect: { timeout: options.timeoutMs }, keepAliveTimeout: 30_000, allowH2: false });
  }

  /**
   * @throws {HubError} the hub refused
   * @throws {HubUnreachable} no answer in time
   * @throws {NotAHub} an answer that is not the contract's
   */
  async call<N extends RouteName>(name: N, input: Input<N>): Promise<ReplyOf<N>> {
    const row: Route = routes[name];
    const { params, query, body, idempotencyKey, signal } = input as AnyInput;
    const { origin } = new URL(this.options.url);
    // Not through URL, which takes `.` and `..` for steps: a call of the name `.` must not become another route.
    const path = row.path.replace(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent((params?.[key] ?? '').toWellFormed()),
    );
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query ?? {})) {
      if (value !== undefined) search.set(key, String(value));
    }
    const mutation = row.method !== 'GET';
    if (idempotencyKey !== undefined && !idempotencyKeyPattern.test(idempotencyKey)) {
      throw new HubError(errorReply('idempotency_key_required', this.options.language));
    }
    const headers = {
      ...this.headers(),
      ...(mutation && { 'content-type': 'application/json', 'idempotency-key': idempotencyKey ?? randomUUID() }),
    };
    const deadline = Date.now() + this.options.timeoutMs;
    for (let attempt = 0; ; attempt++) {
      const left = Math.max(1, deadline - Date.now());
      let failure: unknown;
      try {
        const limit = AbortSignal.timeout(left);
        const response = await this.agent.request({
          origin,
          path: search.size > 0 ? `${path}?${search}` : path,
          method: row.method,
          headers,
          body: mutation ? JSON.stringify(body ?? {}) : null,
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
        });
        const text = await response.body.text();
        if (!worthRetrying.has(response.statusCode)) return this.read(row, response.statusCode, text) as ReplyOf<N>;
        failure = this.refusal(text) ?? new NotAHub(this.options.url);
      } catch (error) {
        if (signal?.aborted || error instanceof HubError || error instanceof NotAHub) throw error;
        failure = new HubUnreachable(this.options.url, error);
      }
      // Full jitter, doubling from 100 ms, so that a whole room of seats does not come back in one wave.
      const pause = Math.random() * Math.min(100 * 2 ** attempt, 2000);
      if (Date.now() + pause >= deadline) throw failure;
      await sleep(pause, undefined, signal ? { signal } : {});
    }
  }

  /**
   * What every request carries.
   * @throws {HubError} not_signed_in for a token that no header can hold, so that no hub has given it
   */
  headers(): Record<string, string> {
    const { token, language } = this.options;
    if (token && !/^[\x21-\x7e]+$/.test(token)) throw new HubError(errorReply('not_signed_in', language));
    return {
      accept: 'application/json',
      'accept-language': language,
      ...(token && { authorization: `Bearer ${token}` }),
    };
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private read(row: Route, status: number, text: string): unknown {
    if (status >= 400) throw this.refusal(text) ?? new NotAHub(this.options.url);
    if (row.reply === 'text') return text;
    try {
      return (row.reply as z.ZodType).parse(JSON.parse(text));
    } catch (cause) {
      throw new NotAHub(this.options.url, cause);
    }
  }

  private refusal(text: string): HubError | undefined {
    try {
      return new HubError(ErrorReply.parse(JSON.parse(text)));
    } catch {
      return undefined;
    }
  }
}
