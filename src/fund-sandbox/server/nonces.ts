/** The nonces of signed requests: each is good once, as long as its timestamp is. */
export class Nonces {
  readonly #seen = new Map<string, number>();
  readonly #keptMs: number;

  constructor(keptMs: number) {
    this.#keptMs = keptMs;
  }

  /** Whether a nonce comes for the first time. */
  isNew(nonce: string, nowMs: number): boolean {
    for (const [old, until] of this.#seen) {
      if (until > nowMs) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(nonce)) return false;
    this.#seen.set(nonce, nowMs + this.#keptMs);
    return true;
  }
}
