import { type ClaimForm, listOf } from './claim-form.ts';
import { Phrase, type Vocabulary } from './phrase.ts';
import { polarityAt } from './polarity.ts';
import type { Heard, Turn } from './turn.ts';

type Form = Extract<ClaimForm, { compares: unknown }>['compares'];

interface Spot {
  readonly start: number;
  readonly end: number;
}

/** What stands before a thing that another is compared with: 比…, 相比…, 跟…比. */
const comparedWith = /(?:比起|相比|比|较之|不如|没有|跟|和|与|同)(?:于)?$/;
const behindCompared = /^(?:相比|比起来|来比)/;

/** A claim that of two things one is the more, or the less. */
export class Comparison {
  private readonly of: readonly Phrase[];
  private readonly with: readonly Phrase[];
  private readonly in: readonly Phrase[];
  private readonly is: readonly Phrase[];
  private readonly not: readonly Phrase[];

  constructor(form: Form, vocabulary: Vocabulary) {
    const phrases = (wordings: Parameters<typeof listOf>[0] | undefined): readonly Phrase[] =>
      wordings === undefined ? [] : listOf(wordings).map((wording) => new Phrase(wording, vocabulary));
    this.of = phrases(form.of);
    this.with = phrases(form.with);
    this.in = phrases(form.in);
    this.is = phrases(form.is);
    this.not = phrases(form.not);
  }

  heardIn({ text, clauses }: Turn): Heard {
    let heard: Heard;
    if (this.in.length > 0 && spots(this.in, text).length === 0) return undefined;
    const [of, others] = [spots(this.of, text), spots(this.with, text)];
    for (const [measures, agrees] of [
      [spots(this.is, text), true],
      [spots(this.not, text), false],
    ] as const) {
      for (const { start, end } of measures) {
        const clause = clauses.find((one) => end > one.start && end <= one.start + one.text.length);
        if (!clause || (clause.act !== 'states' && clause.act !== 'denies')) continue;
        const said = polarityAt(clause.text, Math.max(0, start - clause.start), end - clause.start) === 'so';
        const holds = (clause.act === 'denies') !== said;
        const subject = subjectBefore(text, start, of, others);
        if (subject === undefined) continue;
        const right = agrees === (subject === 'of') && holds;
        if (right) return 'said';
        heard = 'contradicted';
      }
    }
    return heard;
  }
}

const spots = (phrases: readonly Phrase[], text: string): Spot[] =>
  phrases.flatMap((phrase) => [...phrase.places(text)]);

/** Of what a measure at `at` is said: the nearest thing named before it in its sentence that nothing is compared with there. */
const subjectBefore = (
  text: string,
  at: number,
  of: readonly Spot[],
  others: readonly Spot[],
): 'of' | 'with' | undefined => {
  const sentence = Math.max(...['。', '！', '？', '；'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const named = [
    ...of.map((spot) => ({ ...spot, who: 'of' as const })),
    ...others.map((spot) => ({ ...spot, who: 'with' as const })),
  ]
    .filter(({ start, end }) => start >= sentence && end <= at)
    .sort((a, b) => b.start - a.start);
  const subject = named.find(
    ({ start, end }) =>
      !comparedWith.test(text.slice(Math.max(0, start - 3), start)) && !behindCompared.test(text.slice(end)),
  );
  return subject?.who;
};
