import { idOfItem, type PaperItem } from '../paper/paper.ts';
import type { SealedExam } from '../verify.ts';
import { correlation } from './statistics.ts';

/** How a choice was taken, in all and by the best and the weakest. */
export interface ChoiceUse {
  readonly text: string;
  readonly right: boolean;
  readonly chosen: number;
  readonly upper: number;
  readonly lower: number;
}

export interface ItemAnalysis {
  readonly id: string;
  readonly kind: PaperItem['kind'];
  readonly topic: string;
  readonly level: number;
  /** How many were asked it. */
  readonly asked: number;
  readonly answered: number;
  /** p, 0 to 1: the mean share of its points that was reached. The lower, the harder. */
  readonly difficulty: number;
  /** r, -1 to 1; absent where too few were asked, or all did alike. */
  readonly correlation?: number;
  /** D, -1 to 1; absent where too few were asked. */
  readonly discrimination?: number;
  /** For choices, the most chosen first. */
  readonly choices?: readonly ChoiceUse[];
}

/** One trainee's meeting with a question. */
interface Meeting {
  readonly item: PaperItem;
  /** Share of its points, 0 to 1. */
  readonly share: number;
  /** Share of all other points of that paper, 0 to 1. */
  readonly rest: number;
  readonly chosen: readonly string[] | undefined;
  readonly right: readonly string[];
  readonly answered: boolean;
}

/** Below so many, the numbers would say more of chance than of the question. */
export const fewest = 5;

/** The share of the best and of the weakest that tells most (Kelley 1939). */
const tail = 0.27;

const meetingsOf = ({ state }: SealedExam): Meeting[] => {
  const { seal, start, answers } = state;
  return start.items.flatMap((item): Meeting[] => {
    const mark = seal.marks.find(({ number }) => number === item.number);
    if (!mark || mark.struck || mark.of === 0) return [];
    const answer = answers.get(item.number);
    const others = seal.of - mark.of;
    return [
      {
        item,
        share: mark.points / mark.of,
        rest: others > 0 ? (seal.points - mark.points) / others : 0,
        chosen: answer && 'choose' in answer ? answer.choose : undefined,
        right: mark.right && 'choose' in mark.right ? mark.right.choose : [],
        answered: answer !== undefined,
      },
    ];
  });
};

/** The best and the weakest by the rest of their papers; ties stay as they came. */
const tails = (meetings: readonly Meeting[]) => {
  const size = Math.max(1, Math.round(meetings.length * tail));
  const ranked = [...meetings].sort((a, b) => b.rest - a.rest);
  return { upper: ranked.slice(0, size), lower: ranked.slice(-size) };
};

const meanShare = (meetings: readonly Meeting[]): number =>
  meetings.reduce((sum, { share }) => sum + share, 0) / meetings.length;

const choiceUse = (meetings: readonly Meeting[]): ChoiceUse[] | undefined => {
  const [first] = meetings;
  if (!first || !('choices' in first.item)) return undefined;
  const { upper, lower } = tails(meetings);
  const count = (some: readonly Meeting[], key: string): number =>
    some.filter(({ chosen }) => chosen?.includes(key)).length;
  return first.item.choices
    .map(({ key, text }) => ({
      text,
      right: first.right.includes(key),
      chosen: count(meetings, key),
      upper: count(upper, key),
      lower: count(lower, key),
    }))
    .sort((a, b) => b.chosen - a.chosen || (a.text < b.text ? -1 : 1));
};

const analysisOf = (id: string, meetings: readonly Meeting[]): ItemAnalysis => {
  const { item } = meetings[0]!;
  const r = correlation(
    meetings.map(({ share }) => share),
    meetings.map(({ rest }) => rest),
  );
  const { upper, lower } = tails(meetings);
  const enough = meetings.length >= fewest;
  const choices = choiceUse(meetings);
  return {
    id,
    kind: item.kind,
    topic: item.topic,
    level: item.level,
    asked: meetings.length,
    answered: meetings.filter(({ answered }) => answered).length,
    difficulty: meanShare(meetings),
    ...(enough && r !== undefined && { correlation: r }),
    ...(enough && { discrimination: meanShare(upper) - meanShare(lower) }),
    ...(choices && { choices }),
  };
};

/**
 * How each question did over many sealed exams, the least telling first.
 *
 * Difficulty: p = mean of (points reached / points to be had); for a question that is right or wrong, the share that got it right.
 *
 * Correlation: r = Pearson's correlation of that share with the share reached in the rest of the same paper. For right-or-wrong it is the
 * point-biserial r = (M₁ − M₀) / s · √(p(1 − p)), where M₁ and M₀ are the mean rest scores of those who had it right and wrong and s their
 * standard deviation; "corrected", because a question that counted in its own total would correlate with itself (Henrysson 1963,
 * Psychometrika 28; Crocker and Algina 1986, ch. 14). Shares, not points, as no two papers are alike.
 *
 * Discrimination: D = p(upper 27 %) − p(lower 27 %), by the rest score; 27 % separates the tails best while keeping them large (Kelley
 * 1939, J. Educ. Psych. 30). By Ebel's rule of thumb 0.4 and above is very good, below 0.2 is to be looked at, below 0 is most likely a
 * wrong key (Ebel and Frisbie 1991, p. 232).
 *
 * A question that was struck counts nowhere. A question that was reworded in between is still the same by its id; choices are those of
 * the wording that was asked last.
 */
export const analyseItems = (exams: readonly SealedExam[]): ItemAnalysis[] => {
  const newestFirst = [...exams].sort((a, b) => b.state.seal.at - a.state.seal.at);
  const byItem = Map.groupBy(newestFirst.flatMap(meetingsOf), ({ item }) => idOfItem(item));
  const worth = ({ correlation: r, discrimination: d }: ItemAnalysis): number => r ?? d ?? Number.POSITIVE_INFINITY;
  return [...byItem]
    .map(([id, meetings]) => analysisOf(id, meetings))
    .sort((a, b) => worth(a) - worth(b) || (a.id < b.id ? -1 : 1));
};
