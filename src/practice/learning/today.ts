import type { RunResult } from '../records/run-result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Known, type Practised, whatIsKnown } from './learning.ts';

/** Why a scenario is proposed today. */
export type Reason = 'due' | 'weak-topic' | 'new';

export interface Proposal {
  readonly scenario: Scenario;
  readonly reason: Reason;
}

/** A topic that does not sit yet. */
export interface WeakTopic {
  readonly topic: string;
  readonly recall: number;
  readonly lastScore: number;
  readonly times: number;
}

export interface Progress {
  readonly today: readonly Proposal[];
  readonly weak: readonly WeakTopic[];
  /** Days in a row, up to today or yesterday, on which something was practised. */
  readonly streak: number;
  readonly runs: number;
  readonly passed: number;
  readonly known: readonly Known[];
}

/** How much is enough for a day. */
const aDay = 5;
/** Below this likelihood, or after a run that did not pass, a topic is weak. */
const weakBelow = 0.8;
const dayMs = 86_400_000;
/** Shanghai has no summer time. */
const offsetMs = 8 * 3_600_000;
const dayOf = (at: number): number => Math.floor((at + offsetMs) / dayMs);

const scenarioSubject = (id: string): string => `scenario ${id}`;
const topicSubject = (id: string): string => `topic ${id}`;

/** What results of calls say was practised. */
export const practisedIn = (results: readonly RunResult[]): Practised[] =>
  results.flatMap(({ scenario, topics, endedAt, score, passed }) => {
    const common = { at: Date.parse(endedAt), score, passed };
    return [scenarioSubject(scenario), ...topics.map(topicSubject)].map((subject) => ({ subject, ...common }));
  });

const streakOf = (practised: readonly Practised[], now: number): number => {
  const days = new Set(practised.map(({ at }) => dayOf(at)));
  let day = dayOf(now);
  // Today is not over yet.
  if (!days.has(day)) day--;
  let streak = 0;
  while (days.has(day - streak)) streak++;
  return streak;
};

/**
 * Where a trainee stands, and what to practise today: what is due by its forgetting first, the least remembered ahead; then calls on weak
 * topics; then new ones, the easier levels first, a level only when half of the one below has passed.
 * @param more practised elsewhere, such as an exam's questions
 */
export const progressOf = (
  scenarios: readonly Scenario[],
  results: readonly RunResult[],
  now: number,
  more: readonly Practised[] = [],
): Progress => {
  const practised = [...practisedIn(results), ...more];
  const known = whatIsKnown(practised, now);
  const bySubject = new Map(known.map((one) => [one.subject, one]));
  const weak = known
    .filter(({ subject, recall, lastPassed }) => subject.startsWith('topic ') && (recall < weakBelow || !lastPassed))
    .sort((a, b) => a.recall - b.recall || a.lastScore - b.lastScore)
    .map(({ subject, recall, lastScore, times }) => ({
      topic: subject.slice('topic '.length),
      recall,
      lastScore,
      times,
    }));
  const weakTopics = new Set(weak.map(({ topic }) => topic));
  const due = scenarios
    .flatMap((scenario) => {
      const one = bySubject.get(scenarioSubject(scenario.id));
      return one && one.due <= now ? [{ scenario, recall: one.recall }] : [];
    })
    .sort((a, b) => a.recall - b.recall)
    .map(({ scenario }) => ({ scenario, reason: 'due' as const }));
  const passedIds = new Set(results.filter(({ passed }) => passed).map(({ scenario }) => scenario));
  const open = (level: number): boolean => {
    const below = scenarios.filter((scenario) => scenario.level === level - 1);
    return below.length === 0 || below.filter(({ id }) => passedIds.has(id)).length * 2 >= below.length;
  };
  const fresh = scenarios
    .filter(({ id, level }) => !bySubject.has(scenarioSubject(id)) && open(level))
    .sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
  const onWeak = fresh
    .filter(({ topic }) => weakTopics.has(topic))
    .map((scenario) => ({ scenario, reason: 'weak-topic' as const }));
  const rest = fresh
    .filter(({ topic }) => !weakTopics.has(topic))
    .map((scenario) => ({ scenario, reason: 'new' as const }));
  return {
    today: [...due, ...onWeak, ...rest].slice(0, aDay),
    weak,
    streak: streakOf(practised, now),
    runs: results.length,
    passed: results.filter(({ passed }) => passed).length,
    known,
  };
};
