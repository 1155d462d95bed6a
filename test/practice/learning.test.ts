import { expect, it } from 'vitest';
import { whatIsKnown } from '../../src/practice/learning/learning.ts';
import { progressOf } from '../../src/practice/learning/today.ts';
import type { RunResult } from '../../src/practice/records/run-result.ts';
import type { Scenario } from '../../src/practice/scenario/scenario.ts';
import { scenarioOf } from './school.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-02T09:00:00+08:00');
const subject = 'topic gjj.wd.rent';
const practised = (at: number, score: number) => ({ subject, at, score, passed: score >= 80 });

it('the better it went, the later it comes again; what failed comes again tomorrow at the latest', () => {
  const dueAfter = (score: number) => whatIsKnown([practised(start, score)], start)[0]!.due - start;
  const [failed, hard, good, easy] = [30, 70, 85, 100].map(dueAfter);
  expect(failed).toBeLessThanOrEqual(day);
  expect(hard).toBeLessThanOrEqual(good!);
  expect(good).toBeLessThan(easy!);
});

it('what is practised again and again well comes ever later, and one failure brings it back soon', () => {
  const times = [0, 3, 12, 40].map((days) => practised(start + days * day, 90));
  const gaps = times.map((_, at) => {
    const { due } = whatIsKnown(times.slice(0, at + 1), start)[0]!;
    return due - times[at]!.at;
  });
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  const failed = practised(start + 60 * day, 20);
  expect(whatIsKnown([...times, failed], failed.at)[0]!.due - failed.at).toBeLessThan(gaps.at(-1)!);
});

it('is forgotten with time, and the same results give the same days', () => {
  const all = [practised(start, 90), practised(start + 5 * day, 95)];
  const now = whatIsKnown(all, start + 5 * day)[0]!.recall;
  expect(whatIsKnown(all, start + 60 * day)[0]!.recall).toBeLessThan(now);
  expect(whatIsKnown([...all].reverse(), start)).toEqual(whatIsKnown(all, start));
});

const template = scenarioOf('gjj-ukey-first-month').scenario!;
const scenario = (id: string, level: 1 | 2 | 3, topic = 'gjj.wd.rent'): Scenario => ({ ...template, id, level, topic });
const result = (of: Scenario, days: number, score: number): RunResult => {
  const endedAt = new Date(start + days * day).toISOString();
  return {
    id: '0193bd00-0000-7000-8000-000000000001',
    trainee: '学员',
    scenario: of.id,
    title: of.title,
    level: of.level,
    topics: [of.topic],
    seed: 1,
    score,
    passed: score >= 80,
    lost: [],
    vetoed: [],
    startedAt: endedAt,
    endedAt,
    exam: null,
    rules: '',
    recording: '',
  };
};

it('what is due comes first, then calls on weak topics, then new ones, the easier first', () => {
  const [old, weak, easy, hard] = [
    scenario('old', 1),
    scenario('weak', 1),
    scenario('aa-easy', 1, 'gjj.ln.rate'),
    scenario('hard', 2, 'gjj.ln.max'),
  ];
  const { today, weak: topics } = progressOf([hard!, easy!, weak!, old!], [result(old!, 0, 40)], start + 3 * day);
  expect(topics.map(({ topic }) => topic)).toEqual(['gjj.wd.rent']);
  expect(today.map(({ scenario: { id }, reason }) => `${id} ${reason}`)).toEqual([
    'old due',
    'weak weak-topic',
    'aa-easy new',
  ]);
});

it('a level opens when half of the one below has passed', () => {
  const all = [scenario('a', 1), scenario('b', 1), scenario('c', 2), scenario('d', 3)];
  const ids = (results: RunResult[]) => progressOf(all, results, start).today.map(({ scenario: { id } }) => id);
  expect(ids([])).toEqual(['a', 'b']);
  expect(ids([result(all[0]!, 0, 90)])).toEqual(['b', 'c']);
});

it('counts the days in a row, today not being over', () => {
  const one = scenario('a', 1);
  const runs = [0, 1, 2].map((days) => result(one, days, 90));
  expect(progressOf([one], runs, start + 2 * day).streak).toBe(3);
  expect(progressOf([one], runs, start + 3 * day).streak).toBe(3);
  expect(progressOf([one], runs, start + 4 * day).streak).toBe(0);
  expect(progressOf([one], [], start).streak).toBe(0);
});
