import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseLexicon } from '../kb/search/lexicon.ts';
import { parseManner } from './citizen/manner.ts';
import { Vocabulary } from './claims/phrase.ts';
import type { Rules } from './marking/rules.ts';
import { parseWeights } from './marking/weights.ts';
import { parseScenario, type ReadScenario, type ScenarioFault } from './scenario/parse-scenario.ts';

/** A scenario's file, read. */
export interface ScenarioFile extends ReadScenario {
  /** Relative to the folder of scenarios. */
  readonly file: string;
  readonly text: string;
}

/** A fault in one of practice's files. */
export interface FileFault extends ScenarioFault {
  readonly file: string;
}

/** All that practice is made of. */
export interface Library {
  readonly scenarios: readonly ScenarioFile[];
  readonly rules: Rules;
  /** SHA-256 of what marks depend on besides scenario and recording. */
  readonly rulesDigest: string;
}

/** Files of practice that cannot be read as what they are. */
export class UnreadableLibrary extends Error {
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    super(faults.map(({ file, line, code }) => `${file}:${line} ${code}`).join(', '));
    this.faults = faults;
  }
}

/** The files of scenarios in a folder and those below it, by name. */
export const readScenarios = async (dir: string): Promise<ScenarioFile[]> => {
  const names = (await readdir(dir, { recursive: true })).filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(path.join(dir, file), 'utf8');
      return { file, text, ...parseScenario(text) };
    }),
  );
};

/** The rules of marking, from their texts. */
export const rulesFrom = (texts: {
  manner: string;
  weights: string;
  synonyms: string;
}): { rules: Rules; digest: string } => {
  const { manner, faults: inManner } = parseManner(texts.manner);
  const { weights, faults: inWeights } = parseWeights(texts.weights);
  if (!manner || !weights) {
    throw new UnreadableLibrary([
      ...inManner.map((fault) => ({ ...fault, file: 'manner.yaml' })),
      ...inWeights.map((fault) => ({ ...fault, file: 'weights.yaml' })),
    ]);
  }
  const { lexicon } = parseLexicon(texts.synonyms);
  const vocabulary = new Vocabulary([...manner.words, ...lexicon.synonyms]);
  const digest = createHash('sha256')
    .update(JSON.stringify([texts.manner, texts.weights, texts.synonyms]))
    .digest('hex');
  return { rules: { manner, weights, vocabulary, lexicon }, digest };
};

/**
 * Reads a folder of practice: `scenarios/`, `manner.yaml`, `weights.yaml`. Scenarios with faults stay in the list, without a scenario.
 * @param synonyms the text of the knowledge base's `synonyms.yaml`
 * @throws {UnreadableLibrary} when the rules themselves cannot be read; what the file system throws
 */
export const readLibrary = async (dir: string, synonyms: string): Promise<Library> => {
  const [scenarios, manner, weights] = await Promise.all([
    readScenarios(path.join(dir, 'scenarios')),
    readFile(path.join(dir, 'manner.yaml'), 'utf8'),
    readFile(path.join(dir, 'weights.yaml'), 'utf8'),
  ]);
  const { rules, digest } = rulesFrom({ manner, weights, synonyms });
  return { scenarios, rules, rulesDigest: digest };
};
