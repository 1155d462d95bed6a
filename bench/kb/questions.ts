import { readFileSync } from 'node:fs';

export interface Question {
  readonly topic: string;
  /** How it is put: `plain`, `spoken`, `typo`, `homophone`, `initials`, `mixed`, `wrong-term`. */
  readonly kind: string;
  readonly query: string;
}

/** The half that may be looked at while the search is made better, and the half that only ever gives totals. */
export const halves = ['tune', 'held'] as const;
export type Half = (typeof halves)[number];

/** All questions, topic by topic, each in all kinds. */
export const questions: readonly Question[] = readFileSync(new URL('questions.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [topic, kind, query] = line.split('\t');
    return { topic: topic!, kind: kind!, query: query! };
  });

/** Kinds in the order in which they first stand in the file. */
export const kinds: readonly string[] = [...new Set(questions.map(({ kind }) => kind))];
const topics = [...new Set(questions.map(({ topic }) => topic))];

/** The rule of the split: every topic and every kind is in both halves, no question is in both. */
const halfOf = ({ topic, kind }: Question): Half => halves[(topics.indexOf(topic) + kinds.indexOf(kind)) % 2]!;

export const questionsOf = (half: Half): Question[] => questions.filter((question) => halfOf(question) === half);
