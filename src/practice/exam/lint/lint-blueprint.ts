import { parseBlueprint } from '../blueprint/parse-blueprint.ts';
import type { ExamText } from '../exam-text.ts';
import type { PlacedFault } from '../fault.ts';
import { groupOf } from '../group.ts';
import type { LintWorld } from './lint-world.ts';

/** One blueprint: its form, its name and its groups. */
export const lintBlueprint = ({ file, text }: ExamText, { topics }: LintWorld): PlacedFault[] => {
  const { blueprint, faults, lineAt } = parseBlueprint(text);
  const placed: PlacedFault[] = faults.map((fault) => ({ file, ...fault }));
  if (!blueprint) return placed;
  const expected = `${blueprint.id}.yaml`;
  if (file.replace(/^.*[/\\]/, '') !== expected) {
    placed.push({ file, line: lineAt(['id']), code: 'file_name', details: { expected } });
  }
  const groups = new Set([...topics.values()].map(groupOf));
  for (const group of Object.keys(blueprint.groups)) {
    if (!groups.has(group)) {
      placed.push({ file, line: lineAt(['groups', group]), code: 'unknown_group', details: { group } });
    }
  }
  return placed;
};
