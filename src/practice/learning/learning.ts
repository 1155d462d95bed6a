import { type Card, createEmptyCard, type FSRS, fsrs, type Grade, Rating } from 'ts-fsrs';

/** Something that was practised: what, when, and how well. */
export interface Practised {
  /** A topic or a scenario, such as `topic gjj.wd.rent`. */
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of 100. */
  readonly score: number;
  readonly passed: boolean;
}

/** How well something is known now. */
export interface Known {
  readonly subject: string;
  /** When it is to be practised again; milliseconds since 1970. */
  readonly due: number;
  /** How likely it is still known, 0 to 1. */
  readonly recall: number;
  readonly times: number;
  readonly lastScore: number;
  readonly lastPassed: boolean;
}

/** From which score on something was easy, and below which it was not known at all. */
const easy = 95;
const again = 60;

/** Marks as FSRS grades an answer. */
const gradeOf = ({ score, passed }: Practised): Grade => {
  if (score < again) return Rating.Again;
  if (!passed) return Rating.Hard;
  return score >= easy ? Rating.Easy : Rating.Good;
};

/**
 * Days and not minutes: a call is practised once a sitting. Without fuzz, so that the same results give the same days.
 * FSRS-6 with its published weights (ts-fsrs); nine of ten are to be known when they come again.
 */
const scheduler = (): FSRS => fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

/** What is known of each subject, from all that was practised; a function of that alone. */
export const whatIsKnown = (practised: readonly Practised[], now: number): Known[] => {
  const schedule = scheduler();
  const cards = new Map<string, { card: Card; times: number; last: Practised }>();
  for (const one of [...practised].sort((a, b) => a.at - b.at)) {
    const known = cards.get(one.subject);
    const before = known?.card ?? createEmptyCard<Card>(new Date(one.at));
    const { card } = schedule.next(before, new Date(one.at), gradeOf(one));
    cards.set(one.subject, { card, times: (known?.times ?? 0) + 1, last: one });
  }
  return [...cards].map(([subject, { card, times, last }]) => ({
    subject,
    due: card.due.getTime(),
    recall: schedule.get_retrievability(card, new Date(now), false),
    times,
    lastScore: last.score,
    lastPassed: last.passed,
  }));
};
