import type { ExamText } from '../exam-text.ts';
import type { PlacedFault } from '../fault.ts';
import { parseQuestions } from '../question/parse-questions.ts';
import { bareWording } from './bare-wording.ts';
import { lintBlueprint } from './lint-blueprint.ts';
import { lintQuestion } from './lint-question.ts';
import type { LintWorld, Tell } from './lint-world.ts';

export interface ExamLint {
  readonly questions: number;
  readonly blueprints: number;
  /** In order of file and line. */
  readonly faults: readonly PlacedFault[];
}

/** Finds every fault in questions and blueprints, each with its file and line. */
export const lintExams = (
  questions: readonly ExamText[],
  blueprints: readonly ExamText[],
  world: LintWorld,
): ExamLint => {
  const asked = new Map<string, string>();
  for (const { id, questions: wordings } of world.articles.values()) {
    for (const wording of wordings) asked.set(bareWording(wording), id);
  }
  const faults: PlacedFault[] = [];
  const known = new Map<string, string>();
  let count = 0;
  for (const { file, text } of questions) {
    const read = parseQuestions(text);
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
    for (const question of read.questions) {
      count += 1;
      const tell: Tell = (field, code, details) =>
        faults.push({ file, line: read.lineOf(question, field), code, details });
      const other = known.get(question.id);
      if (other !== undefined) tell('id', 'id_twice', { id: question.id, file: other });
      known.set(question.id, file);
      lintQuestion(question, world, asked, tell);
    }
  }
  faults.push(...blueprints.flatMap((blueprint) => lintBlueprint(blueprint, world)));
  faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { questions: count, blueprints: blueprints.length, faults };
};
