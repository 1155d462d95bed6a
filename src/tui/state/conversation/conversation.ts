import type { Store } from '../store.ts';

export type Mood = 'calm' | 'anxious' | 'annoyed' | 'angry';

/** One thing that was said, or that happened, in a conversation. */
export interface SpokenLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `line`: nobody said it, it happened: the citizen hung up. */
  readonly who: 'citizen' | 'expert' | 'line';
  readonly text: string;
  /** How the citizen feels as they say it. */
  readonly mood?: Mood;
}

/** What can be said and heard at a seat where citizens are simulated. The seat shows it; who simulates them makes it. */
export interface Conversation {
  /** What was said in each call, by its id, the newest last; what the expert says is among it as soon as they have said it. */
  readonly spoken: Store<ReadonlyMap<string, readonly SpokenLine[]>>;
  /** Ids of the calls whose citizen has hung up. */
  readonly gone: Store<ReadonlySet<string>>;
  /** Why the exercise is over, in a sentence in the seat's language; undefined as long as it goes on. The seat then closes by itself. */
  readonly over: Store<string | undefined>;
  /** The expert says something aloud. */
  say(call: string, text: string): void;
}
