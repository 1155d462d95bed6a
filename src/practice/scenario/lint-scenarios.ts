import path from 'node:path';
import type { Role } from '../../fund-sandbox/cast/roles.ts';
import { stateOn } from '../../kb/article/article.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import { Claim } from '../claims/claim.ts';
import type { ClaimForm } from '../claims/claim-form.ts';
import { readTurn } from '../claims/turn.ts';
import type { ScenarioFile } from '../library.ts';
import type { Rules } from '../marking/rules.ts';
import type { ScenarioProblem, ScenarioProblemCode } from './problem.ts';
import type { Scenario } from './scenario.ts';

/** What scenarios are held against. */
export interface LintGround {
  readonly base: KnowledgeBase;
  readonly rules: Rules;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The facts of a role's person, by their names. */
  factsOf(role: Role): Readonly<Record<string, string>>;
}

type Path = readonly PropertyKey[];
type Report = (code: ScenarioProblemCode, path: Path, details?: ScenarioProblem['details']) => void;

const checkTopics = (
  { topic, domain, expect, sources, holds }: Scenario,
  { base, today }: LintGround,
  report: Report,
): void => {
  const day = holds?.to !== undefined && holds.to < today ? holds.to : today;
  const inForce = (id: string): boolean => {
    const article = base.article(id);
    return article !== undefined && stateOn(article, day) === 'in-force';
  };
  const known = base.topics.get(topic);
  if (!known) report('unknown_topic', ['topic'], { topic });
  else if (known.domain !== domain) report('wrong_domain', ['domain'], { domain: known.domain });
  expect.cite.forEach((cited, at) => {
    const where = ['expect', 'cite', at];
    if (!base.topics.has(cited)) report('unknown_topic', where, { topic: cited });
    else if (!base.ofTopic(cited).some(({ id }) => inForce(id))) report('no_article', where, { topic: cited });
  });
  if (sources.length === 0 && !('move' in expect.ending)) report('no_source', ['sources']);
  sources.forEach((article, at) => {
    if (!base.article(article)) report('unknown_article', ['sources', at], { article });
    else if (!inForce(article)) report('article_not_in_force', ['sources', at], { article, date: day });
  });
};

/** Every text that the citizen may say, with its place. */
const citizenTexts = ({ citizen, handed_over }: Scenario): { text: string; path: Path }[] => [
  { text: handed_over.question, path: ['handed_over', 'question'] },
  ...(citizen.opening === undefined ? [] : [{ text: citizen.opening, path: ['citizen', 'opening'] }]),
  ...citizen.knows.map(({ says }, at) => ({ text: says, path: ['citizen', 'knows', at, 'says'] })),
  ...citizen.objects.map(({ says }, at) => ({ text: says, path: ['citizen', 'objects', at, 'says'] })),
  ...(citizen.next_matter ? [{ text: citizen.next_matter.says, path: ['citizen', 'next_matter', 'says'] }] : []),
  ...citizen.happens.flatMap(({ says }, at) =>
    says === undefined ? [] : [{ text: says, path: ['citizen', 'happens', at, 'says'] }],
  ),
];

const checkFacts = (scenario: Scenario, { factsOf }: LintGround, report: Report): void => {
  const { role, other } = scenario.citizen;
  const own = role === undefined ? {} : factsOf(role);
  const others = other === undefined ? {} : factsOf(other);
  for (const { text, path: where } of citizenTexts(scenario)) {
    for (const [placeholder, name] of text.matchAll(/\{([^}]*)\}/g)) {
      const known = name!.startsWith('other.') ? others[name!.slice('other.'.length)] : own[name!];
      if (known === undefined && name !== 'phone') report('unknown_fact', where, { placeholder, why: role ?? '-' });
    }
  }
};

const checkClaims = (scenario: Scenario, { rules }: LintGround, report: Report): void => {
  const claimOf = (form: ClaimForm): Claim => new Claim(form, rules.vocabulary);
  const model = readTurn(scenario.model_answer);
  const spoken = citizenTexts(scenario).map(({ text, path: where }) => ({ text, where, turn: readTurn(text) }));
  scenario.expect.say.forEach(({ says }) => {
    const claim = claimOf(says);
    if (claim.heardIn(model) !== 'said') report('model_lacks', ['model_answer'], { point: claim.point });
    for (const { text, where, turn } of spoken)
      if (claim.heardIn(turn) === 'said') report('gives_away', where, { point: claim.point, text });
  });
  scenario.expect.must_not.forEach(({ says }) => {
    const claim = claimOf(says);
    if (claim.heardIn(model) === 'said') report('model_says', ['model_answer'], { point: claim.point });
  });
};

const checkReferences = ({ citizen, expect, domain, handed_over }: Scenario, report: Report): void => {
  const points = new Set(expect.say.map(({ id }) => id));
  for (const list of ['say', 'must_not', 'ticket'] as const) {
    const seen = new Set<string>();
    expect[list].forEach(({ id }, at) => {
      if (seen.has(id)) report('repeated_id', ['expect', list, at, 'id'], { id });
      seen.add(id);
    });
  }
  citizen.next_matter?.after.forEach((id, at) => {
    if (!points.has(id)) report('unknown_point', ['citizen', 'next_matter', 'after', at], { id });
  });
  citizen.happens.forEach(({ unless = [] }, at) => {
    for (const id of unless) if (!points.has(id)) report('unknown_point', ['citizen', 'happens', at, 'unless'], { id });
  });
  const asked = new Set<string>();
  citizen.knows.forEach(({ when }, at) => {
    when.forEach((text) => {
      if (asked.has(text)) report('repeated_question', ['citizen', 'knows', at, 'when'], { text });
      asked.add(text);
    });
  });
  if (citizen.role === undefined && citizen.name === undefined) report('needs_name', ['citizen']);
  if (expect.identity === 'verified' && citizen.role === undefined) report('needs_role', ['expect', 'identity']);
  if (expect.identity !== 'verified' && expect.look_up.length > 0)
    report('look_up_without_identity', ['expect', 'look_up']);
  if ('move' in expect.ending && expect.ending.move.domain === (handed_over.domain ?? domain))
    report('own_domain', ['expect', 'ending']);
};

/** All faults of scenarios, by file and line. */
export const lintScenarios = (files: readonly ScenarioFile[], ground: LintGround): ScenarioProblem[] => {
  const problems: ScenarioProblem[] = [];
  const known = new Map<string, string>();
  for (const { file, faults, scenario, lineAt } of files) {
    problems.push(...faults.map((fault) => ({ ...fault, file })));
    if (!scenario) continue;
    const report: Report = (code, where, details = {}) => problems.push({ file, line: lineAt(where), code, details });
    const { id } = scenario;
    if (path.basename(file) !== `${id}.yaml`) report('file_name', ['id'], { expected: `${id}.yaml` });
    const before = known.get(id);
    if (before !== undefined) report('duplicate_id', ['id'], { id, file: before });
    known.set(id, file);
    checkTopics(scenario, ground, report);
    checkFacts(scenario, ground, report);
    checkClaims(scenario, ground, report);
    checkReferences(scenario, report);
  }
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
};
