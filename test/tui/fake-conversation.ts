import type { Conversation, Mood, SpokenLine } from '../../src/tui/state/conversation/conversation.ts';
import { createStore } from '../../src/tui/state/store.ts';

/** A citizen who says what the test has them say, and remembers what was said to them. */
export class FakeConversation implements Conversation {
  readonly spoken = createStore<ReadonlyMap<string, readonly SpokenLine[]>>(new Map());
  readonly gone = createStore<ReadonlySet<string>>(new Set());
  readonly over = createStore<string | undefined>(undefined);
  /** What the expert said, by call. */
  readonly told: { readonly call: string; readonly text: string }[] = [];

  say(call: string, text: string): void {
    this.told.push({ call, text });
    this.add(call, { who: 'expert', text });
  }

  /** The citizen of a call speaks. */
  speaks(call: string, text: string, mood?: Mood): void {
    this.add(call, { who: 'citizen', text, ...(mood && { mood }) });
  }

  hangsUp(call: string, words = '市民挂断'): void {
    this.add(call, { who: 'line', text: words });
    this.gone.update((gone) => new Set(gone).add(call));
  }

  private add(call: string, line: Omit<SpokenLine, 'at'>): void {
    this.spoken.update((spoken) =>
      new Map(spoken).set(call, [...(spoken.get(call) ?? []), { at: Date.now(), ...line }]),
    );
  }
}
