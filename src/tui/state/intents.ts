import { randomUUID } from 'node:crypto';

/**
 * Idempotency keys by intent. An intent that got no answer keeps its key, so asking again can never do it twice; one that was answered,
 * or whose content changed, is a new intent.
 */
export class Intents {
  private readonly keys = new Map<string, { content: string; key: string }>();

  keyOf(id: string, content: unknown): string {
    const text = JSON.stringify(content);
    const known = this.keys.get(id);
    if (known?.content === text) return known.key;
    const key = randomUUID();
    this.keys.set(id, { content: text, key });
    return key;
  }

  answered(id: string): void {
    this.keys.delete(id);
  }
}
