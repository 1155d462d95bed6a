import { createHmac, randomBytes, randomUUID } from 'node:crypto';

/**
 * Idempotency keys by intent. An intent that got no answer keeps its key, so asking again can never do it twice; one that was answered,
 * or whose content changed, is a new intent. Of the content, which may hold a citizen's number, only a mark is kept.
 */
export class Intents {
  private readonly keys = new Map<string, { content: string; key: string }>();
  private readonly secret = randomBytes(32);

  keyOf(id: string, content: unknown): string {
    const mark = createHmac('sha256', this.secret).update(JSON.stringify(content)).digest('base64');
    const known = this.keys.get(id);
    if (known?.content === mark) return known.key;
    const key = randomUUID();
    this.keys.set(id, { content: mark, key });
    return key;
  }

  answered(id: string): void {
    this.keys.delete(id);
  }
}
