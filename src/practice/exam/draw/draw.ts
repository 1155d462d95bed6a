import { Draws } from '../../../fund-sandbox/random/draws.ts';
import type { Topic } from '../../../kb/topics.ts';
import type { Blueprint, Part } from '../blueprint/blueprint.ts';
import { groupOf } from '../group.ts';
import type { Bank } from '../question/bank.ts';
import type { Level, Question, QuestionKind } from '../question/question.ts';
import { choose } from './choose.ts';
import type { Cell } from './fill-cells.ts';
import { largestRemainder } from './largest-remainder.ts';
import { shuffled } from './shuffle.ts';

/** A live scenario as the draw sees it; what happens in it is marked elsewhere. */
export interface ListedScenario {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly level: Level;
}

/** What the bank could not give. */
export interface Shortfall {
  readonly of: 'kind' | 'group' | 'level';
  readonly name: string;
  readonly wanted: number;
  readonly found: number;
}

export type Drawn =
  | { readonly part: Part; readonly question: Question }
  | { readonly part: Part; readonly scenario: ListedScenario };

export interface Drawing {
  /** In the order of the blueprint's parts, within a part as the seed has it. */
  readonly items: readonly Drawn[];
  /** None when the paper is as the blueprint wants it. */
  readonly shortfalls: readonly Shortfall[];
}

/** Out of what is drawn. */
export interface Stock {
  readonly bank: Bank;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly scenarios: readonly ListedScenario[];
}

const levels = [1, 2, 3] as const;

const isQuestionPart = (part: Part): part is Part & { kind: QuestionKind } => part.kind !== 'scenario';

const shortOf = (of: Shortfall['of'], names: readonly string[], wanted: readonly number[], found: readonly number[]) =>
  names.flatMap((name, at): Shortfall[] =>
    found[at] === wanted[at] ? [] : [{ of, name, wanted: wanted[at] ?? 0, found: found[at] ?? 0 }],
  );

/** The questions of a paper, and what the shares lack. */
const drawQuestions = (blueprint: Blueprint, { bank, topics }: Stock, seed: number) => {
  const parts = blueprint.parts.filter(isQuestionPart);
  const groups = Object.keys(blueprint.groups);
  const groupAt = (question: Question): number => {
    const topic = topics.get(question.topic);
    const group = topic ? groupOf(topic) : '';
    return (blueprint.groups[group] ?? 0) > 0 ? groups.indexOf(group) : -1;
  };
  const cells: Cell[] = [];
  const cellOf = new Map<string, number>();
  const placed: { question: Question; topic: string; cell: number }[] = [];
  for (const question of shuffled([...bank.values()], new Draws(seed, 'exam questions', 0))) {
    const kind = parts.findIndex((part) => part.kind === question.kind);
    const group = groupAt(question);
    if (kind < 0 || group < 0 || blueprint.levels[question.level] === 0) continue;
    const level = question.level - 1;
    const key = [kind, group, level].join();
    const cell = cellOf.get(key) ?? cells.length;
    cellOf.set(key, cell);
    cells[cell] = { kind, group, level, size: (cells[cell]?.size ?? 0) + 1 };
    placed.push({ question, topic: question.topic, cell });
  }
  const kinds = parts.map(({ count }, kind) =>
    Math.min(count, placed.filter(({ cell }) => cells[cell]!.kind === kind).length),
  );
  const total = kinds.reduce((sum, count) => sum + count, 0);
  const shares = {
    kinds,
    groups: largestRemainder(total, Object.values(blueprint.groups)),
    levels: largestRemainder(
      total,
      levels.map((level) => blueprint.levels[level]),
    ),
  };
  const chosen = choose(placed, cells, shares, seed);
  const countBy = (many: number, of: (cell: Cell) => number): number[] =>
    Array.from({ length: many }, (_, at) => chosen.filter(({ cell }) => of(cells[cell]!) === at).length);
  const shortfalls = [
    ...shortOf(
      'kind',
      parts.map(({ kind }) => kind),
      parts.map(({ count }) => count),
      kinds,
    ),
    ...shortOf(
      'group',
      groups,
      shares.groups,
      countBy(groups.length, ({ group }) => group),
    ),
    ...shortOf(
      'level',
      levels.map(String),
      shares.levels,
      countBy(levels.length, ({ level }) => level),
    ),
  ];
  return { questions: chosen.map(({ question }) => question), shortfalls };
};

/** Scenarios of a part's levels and the blueprint's groups, of as many topics as can be, rather not those of the questions. */
const drawScenarios = (
  part: Part & { kind: 'scenario' },
  { groups }: Blueprint,
  { scenarios, topics }: Stock,
  asked: readonly Question[],
  seed: number,
): ListedScenario[] => {
  const inOrder = [...scenarios].sort((a, b) => (a.id < b.id ? -1 : 1));
  const left = shuffled(inOrder, new Draws(seed, 'exam scenarios', 0)).filter(({ topic, level }) => {
    const known = topics.get(topic);
    return known !== undefined && (groups[groupOf(known)] ?? 0) > 0 && part.levels.includes(level);
  });
  const used = new Map<string, number>();
  for (const { topic } of asked) used.set(topic, 1);
  const chosen: ListedScenario[] = [];
  while (chosen.length < part.count && left.length > 0) {
    const uses = left.map(({ topic }) => used.get(topic) ?? 0);
    const [next] = left.splice(uses.indexOf(Math.min(...uses)), 1);
    chosen.push(next!);
    // A second scenario of one topic is worse than one of a topic that was asked about.
    used.set(next!.topic, (used.get(next!.topic) ?? 0) + 2);
  }
  return chosen;
};

/** Draws a paper. The same blueprint, stock and seed give the same, on every machine. */
export const draw = (blueprint: Blueprint, stock: Stock, seed: number): Drawing => {
  const { questions, shortfalls } = drawQuestions(blueprint, stock, seed);
  const lacking: Shortfall[] = [...shortfalls];
  const items = blueprint.parts.flatMap((part): Drawn[] => {
    if (part.kind !== 'scenario')
      return questions.filter(({ kind }) => kind === part.kind).map((question) => ({ part, question }));
    const found = drawScenarios(part, blueprint, stock, questions, seed);
    lacking.push(...shortOf('kind', [part.kind], [part.count], [found.length]));
    return found.map((scenario) => ({ part, scenario }));
  });
  return { items, shortfalls: lacking };
};
