import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { Box, render, Text, useCursor } from 'ink';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { withChangedCells } from '../../src/tui/terminal/changed-cells.ts';

// Before Ink asks whether there are colours.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3';
});

const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless');

/** A terminal, and what it was written to. */
class Wire extends Writable {
  readonly isTTY = true;
  readonly emulator;
  bytes = 0;
  /** Whether the cursor is shown: where one that is hidden stands is nothing to see. */
  private shown = true;

  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
    this.emulator = new Terminal({ cols: columns, rows, scrollback: 0, convertEol: true, allowProposedApi: true });
  }

  override _write(chunk: string, _encoding: BufferEncoding, done: () => void): void {
    this.bytes += Buffer.byteLength(chunk);
    const [last] = chunk.match(/\x1b\[\?25[hl](?!.*\x1b\[\?25[hl])/s) ?? [];
    if (last) this.shown = last.endsWith('h');
    this.emulator.write(chunk, done);
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.emulator.resize(columns, rows);
    this.emit('resize');
  }

  /** Every cell with its style, and where the cursor is. */
  picture(): string[] {
    const { active } = this.emulator.buffer;
    const rows = Array.from({ length: this.rows }, (_, row) => {
      const line = active.getLine(row)!;
      return Array.from({ length: this.columns }, (_, column) => {
        const cell = line.getCell(column)!;
        const styles = [
          cell.isBold(),
          cell.isDim(),
          cell.isInverse(),
          cell.isUnderline(),
          cell.getFgColor(),
          cell.getBgColor(),
        ];
        return `${cell.getWidth() === 0 ? '' : cell.getChars() || ' '}${styles.join(',')}`;
      }).join(' ');
    });
    return [...rows, this.shown ? `${active.cursorX},${active.cursorY}` : 'hidden'];
  }
}

const words = [
  '公积金',
  'UK 登录',
  '提取“首付款”',
  '─────',
  '┃',
  '● 已连接',
  '   ',
  'a',
  '',
  'de\u0301ja\u0300',
  '…①',
  'ไทย',
  '¥3,000.00',
];
const styles = [
  {},
  { color: 'cyan' },
  { bold: true },
  { inverse: true },
  { dimColor: true, color: '#ff8800' },
  { backgroundColor: 'blue' },
];

/** Numbers that look drawn by lot and are the same in every run. */
const lots = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
};

type Piece = { readonly id: number; readonly text: string; readonly style: object };
type Line = readonly Piece[];

function Picture(props: {
  lines: readonly Line[];
  columns: number;
  cursor: { x: number; y: number } | undefined;
}): ReactNode {
  const { setCursorPosition } = useCursor();
  setCursorPosition(props.cursor);
  return (
    <Box flexDirection="column" width={props.columns} height={props.lines.length}>
      {props.lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is the line that stands there
        <Box key={row} width={props.columns} height={1} overflow="hidden">
          <Text wrap="truncate">
            {line.map(({ id, text, style }) => (
              <Text key={id} {...style}>
                {text}
              </Text>
            ))}{' '}
          </Text>
        </Box>
      ))}
    </Box>
  );
}

const drawn = async (wire: Wire): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise<void>((resolve) => wire.emulator.write('', resolve));
};

describe('a screen of which only the cells that change are written', () => {
  it.each([1, 2, 3])('looks as the one that Ink writes (series %i)', async (seed) => {
    const lot = lots(seed);
    const whole = new Wire(60, 12);
    const thrifty = new Wire(60, 12);
    const line = (): Line =>
      Array.from({ length: 1 + lot(8) }, (_, id) => ({
        id,
        text: words[lot(words.length)]!,
        style: styles[lot(styles.length)]!,
      }));
    let lines = Array.from({ length: 12 }, line);
    const options = { alternateScreen: true, interactive: true, maxFps: 1000, patchConsole: false };
    const picture = (cursor?: { x: number; y: number }) => (
      <Picture lines={lines} columns={whole.columns} cursor={cursor} />
    );
    const screens = [
      render(picture(), { ...options, stdout: whole as unknown as NodeJS.WriteStream }),
      render(picture(), { ...options, stdout: withChangedCells(thrifty as unknown as NodeJS.WriteStream) }),
    ];
    const expectSame = async (): Promise<void> => {
      await drawn(whole);
      await drawn(thrifty);
      expect(thrifty.picture()).toEqual(whole.picture());
    };
    await expectSame();
    for (let frame = 0; frame < 80; frame++) {
      const at = lot(12);
      lines = lines.map((old, row) => {
        if (row !== at && lot(6) > 0) return old;
        const piece = lot(old.length);
        return lot(3) === 0
          ? line()
          : old.map((one, id) => (id === piece ? { ...one, text: words[lot(words.length)]! } : one));
      });
      const cursor = lot(3) === 0 ? undefined : { x: lot(60), y: lot(12) };
      for (const screen of screens) screen.rerender(picture(cursor));
      await expectSame();
    }
    for (const [columns, rows] of [
      [70, 12],
      [50, 10],
    ] as const) {
      lines = lines.slice(0, rows);
      for (const wire of [whole, thrifty]) wire.resize(columns, rows);
      for (let frame = 0; frame < 5; frame++) {
        lines = lines.map((old) => (lot(3) === 0 ? line() : old));
        for (const screen of screens) screen.rerender(picture());
        await expectSame();
      }
    }
    expect(thrifty.bytes).toBeLessThan(whole.bytes);
    for (const screen of screens) screen.unmount();
  });
});
