/**
 * Compares the search with other engines, speed and memory by size, then how often the right topic is found:
 * `npm run bench:kb -- --sizes 1000,100000 --engines expert-seat,minisearch --queries 50 --half held --json FILE`.
 * Every engine at every size has a process of its own, one after the other.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { engines, ours } from './engines/catalogue.ts';
import { halves } from './questions.ts';
import { type QualityRow, report, type SpeedRow } from './report.ts';
import { runChild } from './run-child.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    engines: { type: 'string' },
    queries: { type: 'string', default: '150' },
    half: { type: 'string', default: 'held' },
    json: { type: 'string' },
    /** Seconds for the key presses of one engine at one size, and for its build, before it is measured on fewer. */
    'query-budget': { type: 'string', default: '90' },
    'build-budget': { type: 'string', default: '60' },
    'no-quality': { type: 'boolean', default: false },
    'no-speed': { type: 'boolean', default: false },
  },
});

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};
const counts = (text: string): number[] =>
  text.split(',').map((part) => (/^[1-9]\d*$/.test(part) ? Number(part) : fail(`not a number: ${part}`)));

const sizes = counts(values.sizes);
const names = values.engines?.split(',') ?? Object.keys(engines);
for (const name of names)
  if (!engines[name]) fail(`no such engine: ${name}; there are ${Object.keys(engines).join(', ')}`);
const half = halves.find((one) => one === values.half) ?? fail(`no such half: ${values.half}`);
const [queries] = counts(values.queries);
const [queryBudget, buildBudget] = counts(`${values['query-budget']},${values['build-budget']}`).map((s) => s * 1000);

/** Beyond this only engines that are named, and ours, are measured. */
const largestForAll = 100_000;
/** After so long something has gone wrong. */
const timeoutMs = 30 * 60_000;
const folder = mkdtempSync(path.join(tmpdir(), 'bench-kb-'));

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const speedRow = (engine: string, size: number): SpeedRow => {
  say(`${engine}, ${size}`);
  const file = path.join(folder, 'index');
  const options = { size, queries: queries!, queryBudget: queryBudget!, buildBudget: buildBudget!, file };
  const speed = runChild({ engine, measure: 'speed', ...options }, timeoutMs);
  const loaded = speed?.stored === undefined ? undefined : runChild({ engine, measure: 'load', file }, timeoutMs);
  return { engine, size, speed, loaded };
};

const speed: SpeedRow[] = [];
const quality: QualityRow[] = [];
try {
  for (const size of values['no-speed'] ? [] : sizes) {
    const wanted = size > largestForAll && values.engines === undefined ? [ours] : names;
    for (const engine of wanted) speed.push(speedRow(engine, size));
  }
  for (const engine of values['no-quality'] ? [] : names) {
    say(`${engine}, quality`);
    quality.push({ engine, quality: runChild({ engine, measure: 'quality', half }, timeoutMs) });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
process.stdout.write(
  `node ${machine.node}, ${machine.cpu}, ${machine.cores} cores\n\n${report(speed, quality, half)}\n`,
);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ machine, half, queries, speed, quality }, undefined, 1)}\n`);
if ([...speed.map((row) => row.speed), ...quality.map((row) => row.quality)].includes(undefined)) process.exitCode = 1;
