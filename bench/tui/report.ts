import { table } from '../kb/table.ts';
import type { Spread } from './measures/figures.ts';
import type { FirstFrames } from './measures/first-frame.ts';
import type { IdleFigures } from './measures/idle.ts';
import type { KeyRow } from './measures/keys.ts';
import type { ShiftFigures } from './measures/shift.ts';

/** What a run found; a part that was not asked for is absent. */
export interface Findings {
  readonly machine: { node: string; cpu: string; cores: number; load: number };
  firstFrames?: FirstFrames | undefined;
  keys?: readonly KeyRow[] | undefined;
  idle?: IdleFigures | undefined;
  shift?: ShiftFigures | undefined;
}

/** A figure and the most it may be. */
interface Bound {
  readonly what: string;
  readonly found: number;
  readonly most: number;
}

const largestMs = { columns: 160, p50: 8, p99: 16 };

const bounds = ({ firstFrames, keys = [], idle, shift }: Findings): Bound[] => [
  ...(firstFrames
    ? [
        {
          what: 'first useful frame, times the hello-world',
          found: firstFrames.seat.p50 / firstFrames.hello.p50,
          most: 1.5,
        },
      ]
    : []),
  ...keys
    .filter(({ program }) => program === 'seat')
    .flatMap(({ size, script, figures: { latency, bytes, rewritten } }) => [
      ...(size.columns === largestMs.columns
        ? [
            { what: `${script}, ${sizeName(size)}, key to frame p50, ms`, found: latency.p50, most: largestMs.p50 },
            { what: `${script}, ${sizeName(size)}, key to frame p99, ms`, found: latency.p99, most: largestMs.p99 },
          ]
        : []),
      ...(script === 'answer' ? [{ what: `answer, ${sizeName(size)}, bytes a key`, found: bytes, most: 400 }] : []),
      { what: `${script}, ${sizeName(size)}, rows rewritten unchanged`, found: rewritten, most: 0 },
    ]),
  ...(idle
    ? [
        { what: 'idle at the queue, % of a core', found: 100 * idle.queue, most: 1 },
        { what: 'idle in a conversation, % of a core', found: 100 * idle.call, most: 1 },
      ]
    : []),
  ...(shift
    ? [
        {
          what: 'memory alive after the shift, times that after 100 calls',
          found: shift.late.alive / shift.early.alive,
          most: 1.1,
        },
        {
          what: 'memory resident after the shift, the same',
          found: shift.late.resident / shift.early.resident,
          most: 1.1,
        },
      ]
    : []),
];

/** What is more than it may be. */
export const unmet = (findings: Findings): Bound[] => bounds(findings).filter(({ found, most }) => found > most);

const sizeName = ({ columns, rows }: { columns: number; rows: number }): string => `${columns}x${rows}`;
const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1));
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const keyTable = (rows: readonly KeyRow[]): string =>
  table(
    ['key to frame', 'size', 'p50 ms', 'p90', 'p99', 'worst', 'keys', 'events/s', 'core %', 'bytes/key', 'rewritten'],
    rows.map(({ program, script, size, figures: { latency, changes, busy, bytes, rewritten } }) => [
      program === 'seat' ? `seat, ${script}` : program,
      sizeName(size),
      short(latency.p50),
      short(latency.p90),
      short(latency.p99),
      short(latency.worst),
      String(latency.count),
      short(changes),
      short(100 * busy),
      short(bytes),
      String(rewritten),
    ]),
  );

/** Everything that a run found, for people. */
export const report = (findings: Findings): string => {
  const { machine, firstFrames, keys, idle, shift } = findings;
  const parts = [
    `node ${machine.node}, ${machine.cpu}, ${machine.cores} cores, load ${short(machine.load)} at the start`,
  ];
  if (firstFrames) {
    const { hello, leanHello, seat } = firstFrames;
    const row = (what: string, { p50, p90, worst, count }: Spread): string[] => [
      what,
      ...[p50, p90, worst].map(short),
      String(count),
      short(p50 / hello.p50),
    ];
    parts.push(
      table(
        ['first useful frame', 'p50 ms', 'p90', 'worst', 'starts', 'p50, times'],
        [row('Ink hello-world', hello), row('the same, started as the seat is', leanHello), row('seat at a hub', seat)],
      ),
    );
  }
  if (keys)
    parts.push(
      `${keyTable(keys)}\necho: pty, emulator and bench alone, which are in every figure; plain Ink screen: as many cells, drawn the first way that comes to mind`,
    );
  if (idle)
    parts.push(
      `idle: ${short(100 * idle.queue)} % of a core at the queue, ${short(100 * idle.call)} % in a conversation`,
    );
  if (shift) {
    const { calls, early, late } = shift;
    parts.push(
      `memory after 100 calls: ${megabytes(early.alive)} alive, ${megabytes(early.resident)} resident; ` +
        `after ${calls}: ${megabytes(late.alive)}, ${megabytes(late.resident)}`,
    );
  }
  const verdicts = bounds(findings).map(({ what, found, most }) => [
    what,
    short(found),
    short(most),
    found <= most ? 'holds' : 'NOT MET',
  ]);
  parts.push(table(['bound', 'found', 'most', ''], verdicts));
  return `${parts.join('\n\n')}\n`;
};
