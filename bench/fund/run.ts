/**
 * The sandbox fund at its sizes: what it costs to make everybody, then whether all books balance.
 * `npm run bench:fund -- --sizes 1000,10000,100000 --seeds 50 --people 10000`. Exit 1 when something does not balance.
 */
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { table } from '../kb/table.ts';
import type { Answers } from './job.ts';
import { runChild } from './run-child.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    seeds: { type: 'string', default: '50' },
    people: { type: 'string', default: '10000' },
  },
});

const megabyte = 1_000_000;
const times = (value: number, base: number): string => `${(value / base).toFixed(2)}x`;

const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const making = async (sizes: readonly number[]): Promise<void> => {
  const rows: (Answers['making'] & { people: number })[] = [];
  for (const people of sizes) rows.push({ people, ...(await runChild({ measure: 'making', people })) });
  const [first] = rows;
  if (!first) return;
  const each = ({ milliseconds, people }: (typeof rows)[number]): number => (milliseconds * 1000) / people;
  out('Everybody and every employer made once, a process a size:\n');
  out(
    table(
      ['people', 'entries', 'seconds', 'us a person', 'to the first', 'peak MB', 'to the first'],
      rows.map((row) => [
        String(row.people),
        String(row.entries),
        (row.milliseconds / 1000).toFixed(1),
        each(row).toFixed(0),
        times(each(row), each(first)),
        (row.peakBytes / megabyte).toFixed(0),
        times(row.peakBytes, first.peakBytes),
      ]),
    ),
  );
};

/** Walks the books of so many seeds, on all cores. @returns whether all of them balance */
const books = async (seeds: number, people: number): Promise<boolean> => {
  const processes = Math.min(availableParallelism(), seeds);
  const shares = Array.from({ length: processes }, (_, share) =>
    Array.from({ length: seeds }, (_, seed) => seed + 1).filter((seed) => seed % processes === share),
  );
  const start = performance.now();
  const answers = await Promise.all(shares.map((share) => runChild({ measure: 'books', people, seeds: share })));
  const seconds = (performance.now() - start) / 1000;
  const walked = answers.reduce((sum, answer) => sum + answer.people, 0);
  const problems = answers.flatMap((answer) => answer.problems);
  out(
    `\n${walked} people of ${seeds} seeds walked in ${seconds.toFixed(0)} s: ${problems.length === 0 ? 'all books balance' : 'NOT balanced'}`,
  );
  for (const problem of problems) out(problem);
  return problems.length === 0;
};

out(`node ${process.version}, ${cpus()[0]?.model ?? ''}, ${cpus().length} cores\n`);
await making(values.sizes.split(',').map(Number));
if (!(await books(Number(values.seeds), Number(values.people)))) process.exitCode = 1;
