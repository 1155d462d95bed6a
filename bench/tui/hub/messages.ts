/** What the bench wishes of its hub. */
export type Wish =
  | { readonly do: 'where' }
  /** So many citizens call, and stay. */
  | { readonly do: 'call'; readonly count: number }
  /** From now on citizens call and give up in turn, so many a second together. 0: no more. */
  | { readonly do: 'flow'; readonly perSecond: number };

export interface Answers {
  readonly where: { readonly url: string; readonly token: string };
  /** Their names, in the order of the queue. */
  readonly call: readonly string[];
  /** Changes of the queue since the flow before began, and for how many milliseconds. */
  readonly flow: { readonly changes: number; readonly milliseconds: number };
}
