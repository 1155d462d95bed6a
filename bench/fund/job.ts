/** What a process of the bench does, and what it says. Sizes are people, times milliseconds, memory bytes. */
export type Job =
  /** Makes everybody and every employer once, and keeps nobody. */
  | { readonly measure: 'making'; readonly people: number }
  /** Walks the books of these seeds. */
  | { readonly measure: 'books'; readonly people: number; readonly seeds: readonly number[] };

export interface Answers {
  readonly making: { readonly milliseconds: number; readonly peakBytes: number; readonly entries: number };
  readonly books: { readonly milliseconds: number; readonly people: number; readonly problems: readonly string[] };
}
