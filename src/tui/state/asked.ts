import type { HubClient } from '../../client/hub-client.ts';
import type { HubError } from '../../client/hub-error.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { PlainKey, Say } from '../words/words.ts';
import type { SeatModel } from './model.ts';

/** One change asked of the hub, of no worth later. What took thought goes through the outbox. */
export interface Asked<R> {
  /** Names the intent. It holds the revision of what it acts on, so that the same keys pressed later are a new intent. */
  readonly id: string;
  /** Params and body: with another content it is another intent. */
  readonly content: unknown;
  /** In a word: take, hold … */
  readonly what: PlainKey;
  /** Whose matter it is. */
  readonly about: string;
  run(client: HubClient, how: { idempotencyKey: string; signal: AbortSignal }): Promise<R>;
  done(model: SeatModel, reply: R): SeatModel;
}

export type Outcome =
  | { readonly state: 'done' }
  /** Written down, to be sent when it is due or when the hub is back. */
  | { readonly state: 'queued' }
  | { readonly state: 'busy' }
  /** `text` is in the user's words and needs nothing added; `error` is what the hub said, when it was the hub; `field` of the form it is about. */
  | { readonly state: 'refused'; readonly text: string; readonly error?: HubError; readonly field?: string }
  | { readonly state: 'away'; readonly text: string; readonly error?: undefined };

/** How a question went that is of no worth later. */
export type Answer = Exclude<Outcome, { readonly state: 'queued' }>;

/** A refusal that says no more than that nobody was there to answer. */
export const unanswered = (error: HubError): boolean => error.code === 'shutting_down' || error.code === 'unavailable';

/** Refusals that are about a call say whose, not which id. */
const plainer: Partial<Record<ErrorCode, 'refused.taken' | 'refused.elsewhere' | 'refused.gone' | 'refused.busy'>> = {
  call_taken: 'refused.taken',
  call_offered_elsewhere: 'refused.elsewhere',
  not_your_call: 'refused.gone',
  call_state: 'refused.gone',
  seat_busy: 'refused.busy',
};

export const refusalText = (error: HubError, about: string, say: Say): string => {
  const key = plainer[error.code];
  if (key) return say(key, { about });
  // At a seat nobody signs in by a command.
  if (error.code === 'not_signed_in') return say('sign-in.refused');
  return error.hint ? `${error.message} ${error.hint}` : error.message;
};
