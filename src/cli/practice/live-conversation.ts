import type { Conversation, SpokenLine } from '../../tui/state/conversation/conversation.ts';
import { createStore } from '../../tui/state/store.ts';

/** What is said at a practice seat, as the seat shows it; whoever runs the citizens writes it. */
export class LiveConversation implements Conversation {
  readonly spoken = createStore<ReadonlyMap<string, readonly SpokenLine[]>>(new Map());
  readonly gone = createStore<ReadonlySet<string>>(new Set());
  readonly over = createStore<string | undefined>(undefined);
  /** What becomes of what the trainee says. Gives false when nobody heard it. */
  hears: (call: string, text: string) => boolean = () => false;

  say(call: string, text: string): void {
    // Told before it is answered, so that the answer stands below it.
    const line = { at: Date.now(), who: 'expert', text } as const;
    const before = this.spoken.get();
    this.tell(call, line);
    if (!this.hears(call, text)) this.spoken.update(() => before);
  }

  tell(call: string, line: SpokenLine): void {
    this.spoken.update((all) => new Map(all).set(call, [...(all.get(call) ?? []), line]));
  }

  leave(call: string): void {
    this.gone.update((all) => new Set(all).add(call));
  }

  end(why: string): void {
    this.over.update(() => why);
  }
}
