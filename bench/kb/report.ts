import { ours } from './engines/catalogue.ts';
import type { Quality, QualityReport } from './quality.ts';
import type { Half } from './questions.ts';
import type { Loaded, Speed } from './speed.ts';
import { table } from './table.ts';

/** One engine at one size; `speed` is missing when it failed or ran out of time. */
export interface SpeedRow {
  readonly engine: string;
  readonly size: number;
  readonly speed?: Speed | undefined;
  readonly loaded?: Loaded | undefined;
}

export interface QualityRow {
  readonly engine: string;
  readonly quality?: QualityReport | undefined;
}

/** Three digits that count. */
const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const megabytes = (bytes: number): string => short(Math.max(0, bytes) / 1e6);
const times = (value: number, base: number | undefined): string =>
  base === undefined || base <= 0 ? '' : `${short(value / base)}x`;

const speedHead = [
  'engine',
  'build s',
  '',
  'p50 ms',
  'p95 ms',
  '',
  'p99 ms',
  'hits',
  'index MB',
  '',
  'RSS +MB',
  'RSS MB',
];

const speedCells = ({ engine, speed }: SpeedRow, base: Speed | undefined): string[] => {
  if (!speed) return [engine, 'failed', ...speedHead.slice(2).map(() => '')];
  const { build, latency, memory, resident } = speed;
  return [
    engine + (latency.sampled ? ' *' : ''),
    short(build / 1000),
    times(build, base?.build),
    short(latency.p50),
    short(latency.p95),
    times(latency.p95, base?.latency.p95),
    short(latency.p99),
    latency.results.toFixed(1),
    megabytes(memory.alive),
    times(memory.alive, base?.memory.alive),
    megabytes(memory.resident),
    megabytes(resident),
  ];
};

/** The table of one size, every ratio against our own row of the same run. */
const speedTable = (rows: readonly SpeedRow[]): string => {
  const mine = rows.find(({ engine }) => engine === ours);
  const lines = [
    table(
      speedHead,
      rows.map((row) => speedCells(row, mine?.speed)),
    ),
  ];
  for (const { engine, speed } of rows) {
    if (speed?.latency.sampled) lines.push(`* ${engine}: ${speed.latency.measured} of the key presses, evenly picked`);
  }
  const { speed, loaded } = mine ?? {};
  if (speed?.stored !== undefined && loaded) {
    const { load, memory, resident } = loaded;
    lines.push(
      `${ours} from its file: ${megabytes(speed.stored)} MB stored, ${short(load)} ms to load, ` +
        `${megabytes(memory.alive)} MB index, RSS +${megabytes(memory.resident)} MB, ${megabytes(resident)} MB`,
    );
  }
  return lines.join('\n');
};

const percent = (share: number): string => (100 * share).toFixed(1);
const qualityCells = ({ first, firstFive, reciprocal }: Quality): string[] => [
  percent(first),
  percent(firstFive),
  reciprocal.toFixed(3),
];

/** Totals of all engines, then R@1 / R@5 kind by kind. */
const qualityTables = (rows: readonly QualityRow[]): string => {
  const measured = rows.filter((row): row is Required<QualityRow> => row.quality !== undefined);
  const kinds = Object.keys(measured[0]?.quality.byKind ?? {});
  const totals = table(
    ['engine', 'R@1', 'R@5', 'MRR', 'R@1 hanzi', 'R@5 hanzi', 'MRR hanzi'],
    measured.map(({ engine, quality }) => [
      engine,
      ...qualityCells(quality.overall),
      ...qualityCells(quality.inCharacters),
    ]),
  );
  const byKind = table(
    ['R@1/R@5', ...kinds],
    measured.map(({ engine, quality }) => [
      engine,
      ...kinds.map((kind) => `${percent(quality.byKind[kind]!.first)}/${percent(quality.byKind[kind]!.firstFive)}`),
    ]),
  );
  return `${totals}\n\n${byKind}`;
};

/** Everything that a run found, for people. */
export const report = (speed: readonly SpeedRow[], quality: readonly QualityRow[], half: Half): string => {
  const parts = [...Map.groupBy(speed, ({ size }) => size)].map(
    ([size, rows]) =>
      `${size.toLocaleString('en')} titles; x: times ours; hits: results per key press, 20 at most\n${speedTable(rows)}`,
  );
  const count = quality.find((row) => row.quality)?.quality?.overall.questions;
  if (count !== undefined) {
    parts.push(
      `Topic found, ${count} questions of the half "${half}" over the articles that ship (hanzi: without the kinds typed in pinyin)\n${qualityTables(quality)}`,
    );
  }
  return parts.join('\n\n');
};
