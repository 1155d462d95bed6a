/** Which part of an article a line is from. The number is stored. */
export const fields = ['title', 'question', 'keyword', 'topic', 'answer', 'body'] as const;
export type Field = (typeof fields)[number];

/** One article as search sees it. */
export interface Entry {
  readonly id: string;
  readonly topic: string;
  readonly domain: string;
  /** First and last day on which it holds, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to?: string;
  /** The first line is the title. */
  readonly lines: readonly { readonly field: Field; readonly text: string }[];
}

const dayMs = 86_400_000;
/** A day as a number, for typed arrays. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs);
/** The last day of what has none. */
export const noEnd = 0x7fffffff;
