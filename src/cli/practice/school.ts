import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { exitCode } from '../../contract/exit-code.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { shippedPath } from '../../files/shipped-path.ts';
import { Sandbox } from '../../fund-sandbox/sandbox.ts';
import { KnowledgeBase } from '../../kb/knowledge-base.ts';
import { factsOf } from '../../practice/citizen/caller.ts';
import {
  type Library,
  readLibrary,
  readScenarios,
  type ScenarioFile,
  UnreadableLibrary,
} from '../../practice/library.ts';
import { RunFolder } from '../../practice/records/run-folder.ts';
import type { LintGround } from '../../practice/scenario/lint-scenarios.ts';
import type { Scenario } from '../../practice/scenario/scenario.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';
import { nearest } from '../nearest.ts';
import { localDay } from '../output/local-time.ts';

/** All that practice works with on this machine. Nothing in it knows of a hub. */
export interface School {
  readonly documents: readonly KnowledgeDocument[];
  readonly base: KnowledgeBase;
  readonly library: Library;
  /** Files of scenarios, those that ship and the machine's own, also those with faults. */
  readonly files: readonly ScenarioFile[];
  /** Scenarios of files without faults. */
  readonly scenarios: readonly (ScenarioFile & { readonly scenario: Scenario })[];
  readonly ground: LintGround;
  readonly runs: RunFolder;
  readonly today: string;
}

/** Scenarios of this machine's own trainers. */
export const ownScenarios = ({ dataDir }: Pick<Context, 'dataDir'>): string =>
  path.join(dataDir, 'practice', 'scenarios');

/** The folder of practice that ships. @throws {Failure} exit 3 when the program was installed without it */
export const shippedPractice = ({ say }: Pick<Context, 'say'>): string => {
  const manner = shippedPath('practice/manner.yaml');
  if (manner === undefined) throw new Failure('not_found', exitCode.notFound, say('practice.not-shipped'));
  return path.dirname(manner);
};

/** @throws {Failure} exit 3 without what ships, exit 8 when the rules that ship cannot be read */
export const openSchool = async (context: Context): Promise<School> => {
  const dir = shippedPractice(context);
  const documents = await shippedKnowledge();
  const base = new KnowledgeBase(documents);
  const library = await readLibrary(dir, base.text('synonyms') ?? '{synonyms: [], fillers: []}').catch(
    (error: unknown) => {
      if (!(error instanceof UnreadableLibrary)) throw error;
      throw new Failure(
        'check_failed',
        exitCode.checkFailed,
        context.say('practice.unreadable', { faults: error.message }),
      );
    },
  );
  const dirOfOwn = ownScenarios(context);
  const own = existsSync(dirOfOwn) ? await readScenarios(dirOfOwn) : [];
  const today = localDay();
  const sandbox = new Sandbox({ today, seed: 1 });
  const files = [...library.scenarios, ...own.map((one) => ({ ...one, file: path.join(dirOfOwn, one.file) }))];
  return {
    documents,
    base,
    library,
    files,
    scenarios: files.flatMap((file) => (file.scenario ? [{ ...file, scenario: file.scenario }] : [])),
    ground: { base, rules: library.rules, today, factsOf: (role) => factsOf(sandbox.personOf(role)!) },
    runs: new RunFolder(path.join(context.dataDir, 'practice', 'runs')),
    today,
  };
};

/** @throws {Failure} exit 3 when there is no such scenario, exit 8 when its file has faults */
export const scenarioNamed = (
  { say }: Context,
  { scenarios, files }: School,
  id: string,
): School['scenarios'][number] => {
  const found = scenarios.find(({ scenario }) => scenario.id === id);
  if (found) return found;
  const faulty = files.find(({ file }) => path.parse(file).name === id);
  if (faulty)
    throw new Failure(
      'check_failed',
      exitCode.checkFailed,
      say('practice.faulty-scenario', { id, file: faulty.file }),
      { hint: say('practice.faulty-scenario.hint') },
    );
  const meant = nearest(
    id,
    scenarios.map(({ scenario }) => scenario.id),
  );
  throw new Failure(
    'not_found',
    exitCode.notFound,
    say('practice.no-scenario', { id }) + (meant ? say('usage.meant', { word: meant }) : ''),
    { hint: say('practice.no-scenario.hint') },
  );
};

/** Whose results they are: named, or whoever works on this machine. */
export const traineeName = (given: string | undefined): string => given ?? userInfo().username;
