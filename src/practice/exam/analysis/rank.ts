import type { SealedExam } from '../verify.ts';

/** Which of a person's results counts. */
export const rankings = ['best', 'latest'] as const;
export type Ranking = (typeof rankings)[number];

export interface RankRow {
  /** 1 for the best; those who reached the same share it, and the next are placed as many further. */
  readonly rank: number;
  readonly trainee: string;
  readonly exam: string;
  readonly points: number;
  readonly of: number;
  readonly percent: number;
  readonly passed: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many exams of this blueprint the person has handed in. */
  readonly sat: number;
}

export interface RankTable {
  readonly blueprint: string;
  readonly title: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly rows: readonly RankRow[];
}

/** Two results, the better first: points by share, without rounding; of the same share the one that was reached earlier. */
const better = (a: SealedExam, b: SealedExam): number => {
  const [x, y] = [a.state.seal, b.state.seal];
  // Of two fractions, without dividing.
  return y.points * Math.max(1, x.of) - x.points * Math.max(1, y.of) || x.at - y.at || (a.exam < b.exam ? -1 : 1);
};

const sameShare = (a: SealedExam, b: SealedExam): boolean =>
  a.state.seal.points * b.state.seal.of === b.state.seal.points * a.state.seal.of;

/** A name is the same person's however wide it was typed. */
const personOf = ({ state }: SealedExam): string => state.start.trainee.normalize('NFKC').replace(/\s+/g, ' ').trim();

const rowsOf = (exams: readonly SealedExam[], by: Ranking): RankRow[] => {
  const people = [...Map.groupBy(exams, personOf).values()];
  const counted = people
    .map((sat) => ({
      one: by === 'best' ? sat.toSorted(better)[0]! : sat.toSorted((a, b) => b.state.seal.at - a.state.seal.at)[0]!,
      sat: sat.length,
    }))
    .sort((a, b) => better(a.one, b.one));
  return counted.map(({ one, sat }, place): RankRow => {
    const first = counted.findIndex((other) => sameShare(other.one, one));
    const { seal, start } = one.state;
    const { points, of, percent, passed, at } = seal;
    return {
      rank: Math.min(first, place) + 1,
      trainee: start.trainee,
      exam: one.exam,
      points,
      of,
      percent,
      passed,
      at,
      sat,
    };
  });
};

/**
 * Who did how well, for each blueprint by itself: papers of different blueprints are not to be compared. One result a person, their best
 * or their latest. Ties: the same share of the points is the same rank ("1224", standard competition ranking); within it whoever reached
 * it earlier is named first.
 */
export const rankTrainees = (exams: readonly SealedExam[], by: Ranking): RankTable[] =>
  [...Map.groupBy(exams, ({ state }) => state.start.blueprint.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([blueprint, sat]) => {
      const newest = sat.toSorted((a, b) => b.state.seal.at - a.state.seal.at)[0]!;
      return { blueprint, title: newest.state.start.blueprint.title, rows: rowsOf(sat, by) };
    });
