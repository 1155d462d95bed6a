import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll } from 'vitest';
import { parse } from 'yaml';
import { openPracticeLine } from '../../src/cli/practice/practice-line.ts';
import { Handlings } from '../../src/cli/practice/script/handling-form.ts';
import { playScript } from '../../src/cli/practice/script/play-script.ts';
import type { Script } from '../../src/cli/practice/script/script-form.ts';
import { SeatHands } from '../../src/cli/practice/script/seat-hands.ts';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';
import { KnowledgeBase } from '../../src/kb/knowledge-base.ts';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { factsOf } from '../../src/practice/citizen/caller.ts';
import { readLibrary, type ScenarioFile } from '../../src/practice/library.ts';
import { markRun } from '../../src/practice/marking/mark-run.ts';
import type { Marks } from '../../src/practice/marking/marks.ts';
import type { Recording } from '../../src/practice/recording/recording.ts';
import type { LintGround } from '../../src/practice/scenario/lint-scenarios.ts';

/** The day on which all tests of practice take place. */
export const today = '2026-11-27';

export const documents = await readSnapshot(path.resolve('kb-cache'));
export const base = new KnowledgeBase(documents);
export const library = await readLibrary(path.resolve('practice'), base.text('synonyms')!);

export const scenarioOf = (id: string): ScenarioFile => {
  const found = library.scenarios.find(({ scenario }) => scenario?.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
};

const sandbox = new Sandbox({ today, seed: 1 });
export const ground: LintGround = {
  base,
  rules: library.rules,
  today,
  factsOf: (role) => factsOf(sandbox.personOf(role)!),
};

export const handlingsOf = (id: string): Handlings =>
  Handlings.parse(parse(readFileSync(path.resolve('practice/handlings', `${id}.yaml`), 'utf8')));

/** Marks of a run, by the scenario that its recording holds. */
export const marksOf = (recording: Recording): Marks => {
  const { scenario, lineAt } = scenarioOf(recording.scenario);
  return markRun({ scenario: scenario!, lineAt }, recording, library.rules);
};

/** Of which marks something was lost. */
export const lostIn = ({ marks }: Marks): string[] =>
  marks.filter(({ worth, earned }) => earned < worth).map(({ id }) => id);

/** A practice line with a pair of hands at its seat, for all tests of a file. */
export const openSchool = async () => {
  const line = await openPracticeLine({
    language: 'zh-CN',
    timeoutMs: 10_000,
    knowledge: documents,
    seed: 1,
    today,
    trainee: '学员',
  });
  const hands = new SeatHands(line.trainee, 'zh-CN', documents);
  await hands.open();
  afterAll(async () => {
    await hands.close();
    await line.close();
  });
  const stage = { line, hands, base, rules: library.rules, rulesDigest: library.rulesDigest };
  return {
    line,
    hands,
    play: (id: string, steps: Script['steps'], seed = 1) =>
      playScript(stage, scenarioOf(id), { steps }, { seed, trainee: '学员', startedAt: `${today}T10:00:00+08:00` }),
  };
};
