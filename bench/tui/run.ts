/**
 * The seat in a real pty, measured: `npm run bench:tui -- --parts first-frame,keys,idle,shift --sizes 80x24,160x50 --keys 400 --rounds 3
 * --events 20 --starts 15 --calls 2000 --seat DIR --json FILE`. Exit 1 when it does not hold to its bounds.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BenchHub } from './hub/hub.ts';
import { measureFirstFrames } from './measures/first-frame.ts';
import { measureIdle } from './measures/idle.ts';
import { measureAll } from './measures/keys.ts';
import { measureShift } from './measures/shift.ts';
import { inkProgram } from './programs/ink-programs.ts';
import { seatProgram } from './programs/seat.ts';
import { type Findings, report, unmet } from './report.ts';
import type { Size } from './terminal.ts';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'first-frame,keys,idle,shift' },
    sizes: { type: 'string', default: '80x24,160x50' },
    /** Keys of a round that count, behind a hundred that do not. Of several rounds the quietest counts: other programs only add. */
    keys: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
    events: { type: 'string', default: '20' },
    starts: { type: 'string', default: '15' },
    calls: { type: 'string', default: '2000' },
    'idle-seconds': { type: 'string', default: '30' },
    /** The folder of the built program. */
    seat: { type: 'string', default: path.join(import.meta.dirname, '../..') },
    json: { type: 'string' },
  },
});

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};
const count = (text: string): number => (/^[1-9]\d*$/.test(text) ? Number(text) : fail(`not a number: ${text}`));
const sizes = values.sizes.split(',').map((text): Size => {
  const [columns, rows] = text.split('x');
  return { columns: count(columns ?? ''), rows: count(rows ?? '') };
});
// What a process costs is read from /proc.
if (process.platform !== 'linux') fail('needs Linux');
const parts = new Set(values.parts.split(','));
const largest = sizes.reduce((a, b) => (a.columns * a.rows > b.columns * b.rows ? a : b));

const folder = mkdtempSync(path.join(tmpdir(), 'bench-tui-'));
const findings: Findings = {
  machine: { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length, load: loadavg()[0]! },
};
/** A part at a hub of its own, so that none finds what another has left. */
const part = async <T>(
  name: string,
  measure: (at: { hub: BenchHub; seat: ReturnType<typeof seatProgram> }) => Promise<T>,
) => {
  if (!parts.has(name)) return undefined;
  process.stderr.write(`${name}\n`);
  const hub = await BenchHub.start(path.join(folder, name, 'hub'));
  try {
    const { url, token } = await hub.ask({ do: 'where' });
    return await measure({ hub, seat: seatProgram(values.seat, url, token, path.join(folder, name)) });
  } finally {
    await hub.end();
  }
};

try {
  const hello = await inkProgram('hello', folder);
  const leanHello = await inkProgram('hello', folder, 'as-seat');
  const plain = await inkProgram('plain-screen', folder);
  findings.firstFrames = await part('first-frame', ({ hub, seat }) =>
    measureFirstFrames(hub, { hello, leanHello, seat }, sizes[0]!, count(values.starts)),
  );
  findings.keys = await part('keys', ({ hub, seat }) =>
    measureAll(hub, { seat, plain }, sizes, {
      keys: count(values.keys),
      rounds: count(values.rounds),
      perSecond: count(values.events),
    }),
  );
  findings.idle = await part('idle', ({ hub, seat }) => measureIdle(hub, seat, largest, count(values['idle-seconds'])));
  findings.shift = await part('shift', ({ hub, seat }) =>
    measureShift(hub, seat, sizes[0]!, count(values.calls), folder),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

process.stdout.write(report(findings));
if (values.json) writeFileSync(values.json, `${JSON.stringify(findings, undefined, 1)}\n`);
if (unmet(findings).length > 0) process.exitCode = 1;
