/** Keeps the things asked for last, so that asking on costs nothing; makes the others anew. */
export class Recent<T> {
  readonly #kept = new Map<number, T>();
  readonly #make: (key: number) => T;
  readonly #most: number;

  /** @param most how many are kept */
  constructor(most: number, make: (key: number) => T) {
    this.#most = most;
    this.#make = make;
  }

  get(key: number): T {
    const found = this.#kept.get(key) ?? this.#make(key);
    // The order of a map is that of its insertions: the one put in last goes last.
    this.#kept.delete(key);
    this.#kept.set(key, found);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return found;
  }
}
