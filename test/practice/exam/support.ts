import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Article } from '../../../src/kb/article/article.ts';
import { KnowledgeBase } from '../../../src/kb/knowledge-base.ts';
import type { Policy } from '../../../src/kb/policy.ts';
import { readSnapshot } from '../../../src/kb/snapshot.ts';
import type { Blueprint } from '../../../src/practice/exam/blueprint/blueprint.ts';
import type { ListedScenario } from '../../../src/practice/exam/draw/draw.ts';
import { readExamData, readExamTexts } from '../../../src/practice/exam/exam-data.ts';
import { ExamDesk } from '../../../src/practice/exam/exam-desk.ts';
import { ExamFolder } from '../../../src/practice/exam/exam-folder.ts';
import type { ExamClock } from '../../../src/practice/exam/journal/exam-clock.ts';
import { choiceKey } from '../../../src/practice/exam/question/bank.ts';
import type { ChoiceQuestion } from '../../../src/practice/exam/question/question.ts';

export const root = path.join(import.meta.dirname, '../../..');
export const day = '2026-11-27';

export const knowledge = new KnowledgeBase(await readSnapshot(path.join(root, 'kb-cache')));
export const { topics, policy } = knowledge;
export const articles: ReadonlyMap<string, Article> = new Map(
  knowledge.list().map(({ id }) => [id, knowledge.article(id)!]),
);
export const lintWorld = { topics, policy, articles, today: day };

export const texts = readExamTexts(path.join(root, 'practice'));
export const { bank, blueprints } = readExamData(texts);

/** Live scenarios of several topics and levels. */
export const scenarios: readonly ListedScenario[] = [
  ['rent', 'gjj.wd.rent', 2],
  ['limit', 'gjj.ln.max', 3],
  ['sealed', 'gjj.dep.seal', 2],
  ['leave', 'gjj.wd.leave', 1],
].map(([id, topic, level]) => ({ id, title: `情景 ${id}`, topic, level }) as ListedScenario);

export const stock = { bank, topics, scenarios };

/** A clock that a test moves. */
export class HandClock implements ExamClock {
  at = Date.parse('2026-11-27T09:00:00+08:00');
  up = 5_000_000;

  now(): number {
    return this.at;
  }

  uptime(): number {
    return this.up;
  }

  /** Time passes. */
  pass(minutes: number): void {
    this.at += minutes * 60_000;
    this.up += minutes * 60_000;
  }
}

export const freshDir = (): string => {
  const dir = mkdtempSync(path.join(tmpdir(), 'expert-seat-exam-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};

export interface Sitting {
  readonly folder: ExamFolder;
  readonly clock: HandClock;
  readonly desk: ExamDesk;
  readonly exam: string;
}

export interface SittingOptions {
  readonly blueprint?: Blueprint;
  readonly trainee?: string;
  readonly seed?: number;
  readonly policy?: Policy;
  readonly dir?: string;
  readonly clock?: HandClock;
}

/** An exam that has begun, in a folder of its own. */
export const sit = (options: SittingOptions = {}): Sitting => {
  const clock = options.clock ?? new HandClock();
  const folder = new ExamFolder(options.dir ?? path.join(freshDir(), 'exams'));
  const desk = new ExamDesk(folder, clock, () => bank);
  const { exam } = desk.start({
    blueprint: options.blueprint ?? blueprints.get('daily')!,
    stock,
    policy: options.policy ?? policy,
    day,
    seed: options.seed ?? 7,
    trainee: options.trainee ?? '张三',
  });
  return { folder, clock, desk, exam };
};

/** The keys of what is right. */
export const rightKeys = (question: ChoiceQuestion): string[] =>
  question.right.map((choice) => choiceKey(question, choice));
