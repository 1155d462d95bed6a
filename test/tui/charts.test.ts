import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/tui/charts/chart.ts';
import { columnChart } from '../../src/tui/charts/columns.ts';
import { curveChart } from '../../src/tui/charts/curve.ts';
import type { Datum } from '../../src/tui/charts/datum.ts';
import { progressChart } from '../../src/tui/charts/progress.ts';
import { bar, shareChart } from '../../src/tui/charts/shares.ts';
import { type Step, stepChart } from '../../src/tui/charts/steps.ts';
import { toldLines, toldRows } from '../../src/tui/charts/told.ts';
import type { StyledLine } from '../../src/tui/text/styled-line.ts';
import { cellWidth } from '../../src/tui/text/width.ts';
import { themes } from '../../src/tui/themes/themes.ts';

const theme = themes.dark.dark;
const textOf = (line: StyledLine): string => line.map(({ text }) => text).join('');
const drawn = (chart: Chart, width: number, height: number): string[] =>
  chart.draw({ width, height }, theme).map((line) => textOf(line).trimEnd());

const label = fc.constantFrom('2025-01', '2025-02', '单位', '上年结转', 'employer', '', '👍');
const value = fc.option(fc.integer({ min: -1e14, max: 1e14 }), { nil: undefined });
const datum: fc.Arbitrary<Datum> = fc
  .record({ label, value, tick: fc.option(fc.constantFrom('2025', '2025-01', '年'), { nil: undefined }) })
  .map((part) => ({ ...part, text: part.value === undefined ? '× 断缴' : String(part.value) }));
const data = fc.array(datum, { maxLength: 130 });
const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom('新建', '待审核', '联系函审核通过', 'under review', ''),
  state: fc.constantFrom('done', 'now', 'stopped', 'coming'),
  since: fc.constantFrom('', '2026-10-12'),
});
const words = { done: '已办', now: '现在', stopped: '终止', coming: '未到' };
const scale = (number: number): string => number.toLocaleString('en');
const chart: fc.Arbitrary<Chart> = fc.oneof(
  data.map((all) => columnChart('', all, scale)),
  data.map((all) => curveChart('', all, scale)),
  data.map((all) => shareChart('', all)),
  fc.tuple(datum, datum).map(([done, left]) => progressChart('', done, left)),
  fc.array(step, { maxLength: 12 }).map((steps) => stepChart('', steps, words)),
);
const room = fc.record({ width: fc.integer({ min: 1, max: 170 }), height: fc.integer({ min: 0, max: 40 }) });

describe('every chart', () => {
  it('stays in its room, drawn and told, whatever the numbers', () => {
    fc.assert(
      fc.property(chart, room, (one, size) => {
        for (const lines of [one.draw(size, theme), toldLines(one, { ...size, width: Math.max(2, size.width) })]) {
          expect(lines.length).toBeLessThanOrEqual(size.height);
          for (const line of lines) expect(cellWidth(textOf(line))).toBeLessThanOrEqual(Math.max(2, size.width));
        }
      }),
    );
  });

  it('wants no more rows than it draws, where it does not grow', () => {
    fc.assert(
      fc.property(chart, fc.integer({ min: 60, max: 170 }), (one, width) => {
        if (!one.grows) expect(one.draw({ width, height: 50 }, theme).length).toBeLessThanOrEqual(one.rows(width));
      }),
    );
  });

  it('tells every number', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 20, max: 120 }), (all, width) => {
        for (const one of [columnChart('', all, scale), curveChart('', all, scale), shareChart('', all)]) {
          const told = toldLines(one, { width, height: toldRows(one, width) })
            .map(textOf)
            .join('');
          // A line may end at a space of the text itself, which is then not drawn.
          const closed = told.replaceAll(' ', '');
          for (const { text } of all) expect(closed).toContain(text.replaceAll(' ', ''));
        }
      }),
    );
  });
});

describe('columns', () => {
  const month = (at: number, amount: number | undefined): Datum => ({
    label: `2026-0${at}`,
    value: amount,
    text: amount === undefined ? '× 断缴' : String(amount),
    tick: at === 1 ? '2026' : undefined,
  });

  it('stand on their axis; nothing, zero and less than zero have signs of their own', () => {
    const chartOf = columnChart('', [month(1, 8), month(2, undefined), month(3, 0), month(4, -4), month(5, 4)], String);
    expect(drawn(chartOf, 30, 7)).toEqual([
      ' 8 │███',
      '   │███',
      '   │███             ███',
      ' 0 │███ ×   ·       ███',
      '   │            ███',
      '-4 │            ███',
      '    2026',
    ]);
  });

  it('are told in runs', () => {
    const chartOf = columnChart('', [month(1, 8), month(2, 8), month(3, undefined), month(4, 8)], String);
    expect(chartOf.plain).toEqual(['2026-01 – 2026-02  8', '2026-03  × 断缴', '2026-04  8']);
  });

  it('show the last ones where not all have room', () => {
    const all = Array.from({ length: 60 }, (_, at) => ({ label: String(at), value: at === 59 ? 1 : 9, text: '' }));
    expect(drawn(columnChart('', all, String), 20, 3)[0]).toBe('9 │████████████████');
  });
});

it('draws a line that rises, and breaks where there is nothing', () => {
  const at = (number: number | undefined, tick?: string): Datum => ({ label: '', value: number, text: '', tick });
  const all = [at(0, 'a'), at(1), at(2), at(undefined), at(2), at(0, 'b')];
  expect(drawn(curveChart('', all, String), 14, 4)).toMatchInlineSnapshot(`
    [
      "2 │   ⡠⠂   ⠐⡄",
      "  │ ⢀⠜      ⠸⡀",
      "0 │⡠⠃        ⢱",
      "   a         b",
    ]
  `);
});

it('never shows a share as full or empty when it is not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
      fc.integer({ min: 1, max: 60 }),
      (share, cells) => {
        const { filled, rest } = bar(share, cells);
        expect(filled).not.toBe('');
        expect(filled).not.toBe('█'.repeat(cells));
        expect(cellWidth(filled + rest)).toBe(cells);
      },
    ),
  );
  const part = (value: number): Datum => ({ label: 'x', value, text: String(value) });
  expect(progressChart('', part(9999), part(1)).plain[0]).toBe('x  9999  99.9%');
  expect(progressChart('', part(0), part(0)).plain[0]).toBe('x  0  —');
});

describe('steps', () => {
  const way: Step[] = [
    { name: '新建', state: 'done', since: '2026-10-09' },
    { name: '待审核', state: 'now', since: '2026-10-12' },
    { name: '待签合同', state: 'coming', since: '' },
  ];
  it('stand side by side where they fit, with their days below', () => {
    expect(drawn(stepChart('', way, words), 60, 2)).toEqual([
      '● 新建 ─────── ◉ 待审核 ───── ○ 待签合同',
      '  2026-10-09     2026-10-12',
    ]);
    // No more than they need: the last one has nothing behind it.
    expect(drawn(stepChart('', way.slice(0, 2), words), 29, 2)).toEqual(
      drawn(stepChart('', way.slice(0, 2), words), 60, 2),
    );
  });
  it('stand one below the other where they do not, around the present one', () => {
    expect(drawn(stepChart('', way, words), 30, 3)).toEqual([
      '● 新建      2026-10-09',
      '◉ 待审核    2026-10-12',
      '○ 待签合同',
    ]);
    expect(drawn(stepChart('', way, words), 30, 1)).toEqual(['◉ 待审核    2026-10-12']);
  });
  it('are told with the word for each', () => {
    expect(stepChart('', way, words).plain).toEqual([
      '已办  新建  2026-10-09',
      '现在  待审核  2026-10-12',
      '未到  待签合同',
    ]);
  });
});

it('bars of parts are as long as their part of the whole, though the longest is not all of it', () => {
  const half: Datum[] = [{ label: '入门', value: 0.5, text: '2 / 4' }];
  expect(drawn(shareChart('', half, 1), 21, 1)).toEqual(['入门 █████░░░░░ 2 / 4']);
  expect(drawn(shareChart('', half), 21, 1)).toEqual(['入门 ██████████ 2 / 4']);
});
