import type { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import type { Say } from '../words/words.ts';
import { type Answer, type Asked, refusalText, unanswered } from './asked.ts';
import { Intents } from './intents.ts';
import type { Notice, SeatModel } from './model.ts';
import type { Store } from './store.ts';

/** How long a change may take while the hub is known to be away; it is asked again later with the same key. */
const awayPatienceMs = 2500;

interface AskingParts {
  readonly store: Store<SeatModel>;
  readonly say: Say;
  readonly client: () => HubClient | undefined;
  /** Ends what is asked when who asks does not sit here any more. */
  readonly stopped: () => AbortSignal;
  readonly signedOut: (refusal: HubError) => void;
  readonly notice: (kind: Notice['kind'], text: string) => void;
}

/** Asks the hub for changes of no worth later, each once however often its key is pressed. */
export class Asking {
  private readonly parts: AskingParts;
  private readonly intents = new Intents();
  private readonly underWay = new Set<string>();

  constructor(parts: AskingParts) {
    this.parts = parts;
  }

  /** Asks the hub for a change. Pressing again while it is under way does nothing. */
  async ask<R>(asked: Asked<R>): Promise<Answer> {
    const { store, say, stopped, signedOut } = this.parts;
    const client = this.parts.client();
    if (!client || this.underWay.has(asked.id)) return { state: 'busy' };
    this.underWay.add(asked.id);
    store.update((model) => ({ ...model, busy: asked.id }));
    const away = store.get().connection.state === 'away';
    const signals = [stopped(), ...(away ? [AbortSignal.timeout(awayPatienceMs)] : [])];
    const idempotencyKey = this.intents.keyOf(asked.id, asked.content);
    try {
      const reply = await asked.run(client, { idempotencyKey, signal: AbortSignal.any(signals) });
      this.intents.answered(asked.id);
      store.update((model) => asked.done(model, reply));
      return { state: 'done' };
    } catch (error) {
      if (error instanceof HubError && !unanswered(error)) {
        this.intents.answered(asked.id);
        if (error.code === 'not_signed_in') signedOut(error);
        return { state: 'refused', text: refusalText(error, asked.about, say), error };
      }
      return { state: 'away', text: say('away.again', { what: say(asked.what) }) };
    } finally {
      this.underWay.delete(asked.id);
      store.update((model) => (model.busy === asked.id ? { ...model, busy: undefined } : model));
    }
  }

  /** Asks and tells how it went on the notice line, when there is something to tell. */
  async tell<R>(asked: Asked<R>): Promise<Answer> {
    const outcome = await this.ask(asked);
    if (outcome.state === 'refused' || outcome.state === 'away') this.parts.notice(outcome.state, outcome.text);
    return outcome;
  }
}
