import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Blueprint } from './blueprint/blueprint.ts';
import { parseBlueprint } from './blueprint/parse-blueprint.ts';
import type { ExamText } from './exam-text.ts';
import type { PlacedFault } from './fault.ts';
import { type Bank, bankOf } from './question/bank.ts';
import { parseQuestions } from './question/parse-questions.ts';

/** The texts of a folder of practice that are about exams. */
export interface ExamTexts {
  readonly questions: readonly ExamText[];
  readonly blueprints: readonly ExamText[];
}

const textsIn = (root: string, folder: string): ExamText[] =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { file, text: readFileSync(path.join(root, file), 'utf8') };
    });

/** @throws what the file system throws when there is no such folder */
export const readExamTexts = (root: string): ExamTexts => ({
  questions: textsIn(root, 'questions'),
  blueprints: textsIn(root, 'blueprints'),
});

export interface ExamData {
  readonly bank: Bank;
  /** By id. */
  readonly blueprints: ReadonlyMap<string, Blueprint>;
  /** What was left out because of its form. */
  readonly faults: readonly PlacedFault[];
}

/** Questions and blueprints, ready to be drawn from. Whether they fit the knowledge is the lint's to say. */
export const readExamData = ({ questions, blueprints }: ExamTexts): ExamData => {
  const faults: PlacedFault[] = [];
  const bank = bankOf(
    questions.flatMap(({ file, text }) => {
      const read = parseQuestions(text);
      faults.push(...read.faults.map((fault) => ({ file, ...fault })));
      return read.questions;
    }),
  );
  const plans = blueprints.flatMap(({ file, text }) => {
    const read = parseBlueprint(text);
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
    return read.blueprint ?? [];
  });
  return { bank, blueprints: new Map(plans.map((plan) => [plan.id, plan])), faults };
};
