import * as z from 'zod';
import { ArticleId } from '../../../kb/article/article.ts';
import { letterOf, type PaperItem } from '../paper/paper.ts';
import { readAnswer } from '../paper/sum-answer.ts';

/** What a trainee answered, as it is kept. */
export const Answer = z.union([
  z.strictObject({ choose: z.array(z.string()).min(1).max(10) }),
  /** As it was typed, and as it was read, in the unit of the question. */
  z.strictObject({ typed: z.string(), value: z.number() }),
  z.strictObject({ article: ArticleId }),
  /** Of a live scenario: what its marking gave, and the digest of the recording that it was marked from. */
  z.strictObject({ score: z.number().min(0).max(100), recording: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/** What was typed for an answer: one of the three. */
export interface TypedAnswer {
  /** Letters, such as `A,C`. */
  readonly choose?: string | undefined;
  readonly value?: string | undefined;
  readonly article?: string | undefined;
}

/** Why an answer is not one to its question. */
export type AnswerProblem =
  /** The question takes another kind of answer. */
  | { readonly code: 'other_kind'; readonly wants: 'choose' | 'value' | 'article' | 'scenario' }
  | { readonly code: 'not_one' }
  | { readonly code: 'no_such_letter'; readonly letters: string }
  | { readonly code: 'one_letter' }
  | { readonly code: 'no_number'; readonly kind: 'money' | 'percent' | 'count' }
  | { readonly code: 'no_article_id' };

type Read = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problem: AnswerProblem };

const wanted: Record<PaperItem['kind'], 'choose' | 'value' | 'article' | 'scenario'> = {
  single: 'choose',
  multiple: 'choose',
  sum: 'value',
  find: 'article',
  scenario: 'scenario',
};

const refused = (problem: AnswerProblem): Read => ({ ok: false, problem });

/** Letters in any writing: `A,C`, `ac`, `Ａ、Ｃ`. */
const lettersOf = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s,;、，；]/g, ''),
  ),
];

const readChoice = (item: PaperItem & { kind: 'single' | 'multiple' }, text: string): Read => {
  const letters = lettersOf(text);
  const known = item.choices.map((_, place) => letterOf(place));
  const unknown = letters.filter((letter) => !known.includes(letter));
  if (letters.length === 0 || unknown.length > 0) return refused({ code: 'no_such_letter', letters: known.join(', ') });
  if (item.kind === 'single' && letters.length > 1) return refused({ code: 'one_letter' });
  const choose = letters.sort().map((letter) => item.choices[known.indexOf(letter)]!.key);
  return { ok: true, answer: { choose } };
};

/** Reads an answer to a question of the paper. That of a scenario is never typed: its marks come from its recording. */
export const readTyped = (item: PaperItem, { choose, value, article }: TypedAnswer): Read => {
  const typed = { choose, value, article };
  const present = (['choose', 'value', 'article'] as const).filter((name) => typed[name] !== undefined);
  const wants = wanted[item.kind];
  if (present.length !== 1 && wants !== 'scenario') return refused({ code: 'not_one' });
  if (present[0] !== wants) return refused({ code: 'other_kind', wants });
  if (item.kind === 'single' || item.kind === 'multiple') return readChoice(item, choose ?? '');
  if (item.kind === 'sum') {
    const text = (value ?? '').trim();
    const read = readAnswer(item.ask.kind, text);
    return read === undefined
      ? refused({ code: 'no_number', kind: item.ask.kind })
      : { ok: true, answer: { typed: text, value: read } };
  }
  const id = ArticleId.safeParse((article ?? '').normalize('NFKC').trim().toLowerCase());
  return id.success ? { ok: true, answer: { article: id.data } } : refused({ code: 'no_article_id' });
};
