import { EventEmitter } from 'node:events';
import { Terminal } from '@xterm/headless';
import { Box, type Key, render, Text, useInput } from 'ink';
import { render as renderFrames } from 'ink-testing-library';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FieldRegisterContext } from '../../src/tui/components/field-register-context.ts';
import { TextField, type TextFieldProps } from '../../src/tui/components/text-field.tsx';
import { createRegister } from '../../src/tui/state/field-register.ts';
import { type EditBuffer, editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { keyStrokes, keyToEdit } from '../../src/tui/text/key-to-edit.ts';
import { normalKey } from '../../src/tui/text/normal-key.ts';

// Ink's colours are decided when it is imported.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '1';
});

/** Ink on a real terminal screen (xterm, without a window): what a person would see, and where the cursor is. */
class Seat {
  readonly terminal = new Terminal({ cols: 40, rows: 10, convertEol: true, allowProposedApi: true });
  readonly stdin = Object.assign(new EventEmitter(), {
    isTTY: true,
    setRawMode() {},
    setEncoding() {},
    ref() {},
    unref() {},
    waiting: [] as string[],
    read(): string | null {
      return this.waiting.shift() ?? null;
    },
  });
  private written = '';
  private readonly stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns: 40,
    rows: 10,
    write: (data: string, done?: () => void) => {
      this.written += data;
      this.terminal.write(data, done);
      return true;
    },
  });
  private readonly app;

  constructor(tree: ReactNode) {
    this.app = render(tree, {
      stdout: this.stdout as unknown as NodeJS.WriteStream,
      stdin: this.stdin as unknown as NodeJS.ReadStream,
      interactive: true,
      alternateScreen: true,
      incrementalRendering: true,
      exitOnCtrlC: false,
      patchConsole: false,
    });
  }

  /** Everything that `chunks` brings, each chunk in one read, until the screen has settled. */
  async send(...chunks: string[]): Promise<void> {
    for (const chunk of chunks) {
      this.stdin.waiting.push(chunk);
      this.stdin.emit('readable');
      await this.settle();
    }
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await this.app.waitUntilRenderFlush();
    await new Promise<void>((resolve) => this.terminal.write('', resolve));
  }

  async resize(columns: number, rows: number): Promise<void> {
    this.terminal.resize(columns, rows);
    Object.assign(this.stdout, { columns, rows });
    this.stdout.emit('resize');
    await this.settle();
  }

  get rows(): string[] {
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.terminal.rows }, (_, y) => active.getLine(y)?.translateToString(true) ?? '');
  }

  /** `column,row` of the cursor, or `hidden`. */
  get cursor(): string {
    const shown = this.written.lastIndexOf('\x1b[?25h') > this.written.lastIndexOf('\x1b[?25l');
    const { cursorX, cursorY } = this.terminal.buffer.active;
    return shown ? `${cursorX},${cursorY}` : 'hidden';
  }

  close(): void {
    this.app.unmount();
  }
}

let seat: Seat | undefined;
const open = async (tree: ReactNode): Promise<Seat> => {
  seat = new Seat(tree);
  await seat.settle();
  return seat;
};
afterEach(() => seat?.close());

type Options = Partial<TextFieldProps> & { start?: EditBuffer; onText?: (text: string) => void };

function Field({ start = editBuffer(), onText, ...props }: Options): ReactNode {
  const [buffer, setBuffer] = useState(start);
  const onChange = (next: EditBuffer) => {
    setBuffer(next);
    onText?.(next.text);
  };
  return <TextField width={12} focused {...props} buffer={buffer} onChange={onChange} />;
}

const several = (text = '') => editBuffer(text, { multiline: true });
const left = '\x1b[D';
const up = '\x1b[A';

describe('a field of one line', () => {
  test('shows what is typed, with the cursor at the caret', async () => {
    const seat = await open(<Field />);
    expect(seat.cursor).toBe('0,0');
    await seat.send('公积金', 'UK');
    expect(seat.rows[0]).toBe('公积金UK');
    expect(seat.cursor).toBe('8,0');
    await seat.send(left, left, left, '\x7f');
    expect(seat.rows[0]).toBe('公金UK');
    expect(seat.cursor).toBe('2,0');
  });

  test('scrolls sideways and shows the caret behind the last character', async () => {
    const seat = await open(<Field width={9} />);
    await seat.send('一二三四五六');
    expect(seat.rows[0]).toBe('三四五六');
    expect(seat.cursor).toBe('8,0');
    await seat.send('\x1b[H');
    expect(seat.rows[0]).toBe('一二三四');
    expect(seat.cursor).toBe('0,0');
  });

  test('shows a placeholder until something is typed', async () => {
    const seat = await open(<Field placeholder="搜索知识" />);
    expect(seat.rows[0]).toBe('搜索知识');
    expect(seat.cursor).toBe('0,0');
    await seat.send('a');
    expect(seat.rows[0]).toBe('a');
  });

  test('masks a password', async () => {
    const seat = await open(<Field mask="*" />);
    await seat.send('密码ab', left);
    expect(seat.rows[0]).toBe('****');
    expect(seat.cursor).toBe('3,0');
  });

  test('makes one line of what is pasted', async () => {
    const seat = await open(<Field width={30} />);
    await seat.send('\x1b[200~一\r\n二\x1b]52;c;QQ==\x07三\n\x1b[201~');
    expect(seat.rows[0]).toBe('一 二三');
    expect(seat.cursor).toBe('7,0');
  });

  test('loses no key of many that come in one read', async () => {
    const texts: string[] = [];
    const seat = await open(<Field width={30} onText={(text) => texts.push(text)} />);
    await seat.send(`abcd\x7f\x7f${left}X\x1b[F\x17公积金\x7f\x7fY\r`);
    expect(seat.rows[0]).toBe('公Y');
    expect(texts.at(-1)).toBe('公Y');
  });

  test('reports what there is no room for', async () => {
    const refused: string[] = [];
    const seat = await open(<Field start={editBuffer('一', { max: 3 })} onRefused={(text) => refused.push(text)} />);
    await seat.send('二三四', '五');
    expect(seat.rows[0]).toBe('一二三');
    expect(refused).toEqual(['四', '五']);
  });

  test('leaves the keys of the program alone', async () => {
    const texts: string[] = [];
    const keys: string[] = [];
    function Program(): ReactNode {
      useInput((input, key) => {
        keys.push(key.ctrl ? `ctrl-${input}` : key.return ? 'enter' : key.escape ? 'esc' : key.upArrow ? 'up' : input);
      });
      return <Field onText={(text) => texts.push(text)} />;
    }
    const seat = await open(<Program />);
    const program = '\x0b \x0e \x14 \x12 \x07 \x04 \x02 \x0f \x18 \x19 \x0c'.split(' ');
    await seat.send(...program, '\r', up, '\x1b', '\x1bOP', '\x1b[15~', '\x1bz');
    expect(texts).toEqual([]);
    expect(keys.slice(0, 11)).toEqual('kntrgdboxyl'.split('').map((letter) => `ctrl-${letter}`));
    // function keys come without a name: Ink does not tell them apart
    expect(keys.slice(11)).toEqual(['enter', 'up', 'esc', '', '', 'z']);
  });
});

describe('a field of several lines', () => {
  test('wraps, and keeps the caret inside', async () => {
    const seat = await open(<Field start={several()} width={9} rows={3} enter="newline" />);
    await seat.send('一二三四');
    expect(seat.cursor).toBe('8,0');
    await seat.send('五', '\r', 'ab');
    expect(seat.rows.slice(0, 3)).toEqual(['一二三四', '五', 'ab']);
    expect(seat.cursor).toBe('2,2');
    await seat.send(up, up);
    expect(seat.cursor).toBe('2,0');
    await seat.send('\x1b[F');
    expect(seat.cursor).toBe('8,0');
  });

  test('scrolls so that the caret is in view', async () => {
    const seat = await open(<Field start={several('一\n二\n三\n四')} rows={2} />);
    expect(seat.rows.slice(0, 3)).toEqual(['三', '四', '']);
    expect(seat.cursor).toBe('2,1');
    await seat.send(up, up);
    expect(seat.rows.slice(0, 2)).toEqual(['二', '三']);
    expect(seat.cursor).toBe('2,0');
    await seat.send('\x1b[1;5H');
    expect(seat.rows.slice(0, 2)).toEqual(['一', '二']);
  });

  test('takes pasted lines as they are, and Enter only when it is told to', async () => {
    const seat = await open(<Field start={several()} rows={4} />);
    await seat.send('\x1b[200~一\r二\x1b[201~', '\r', '\x1b\r', '三');
    expect(seat.rows.slice(0, 4)).toEqual(['一', '二', '三', '']);
  });

  test('undoes and redoes', async () => {
    const seat = await open(<Field start={several()} rows={2} />);
    await seat.send('一，', '二', '\x1a');
    expect(seat.rows[0]).toBe('一，');
    await seat.send('\x1f');
    expect(seat.rows[0]).toBe('');
    await seat.send('\x1by', '\x1bZ');
    expect(seat.rows[0]).toBe('一，二');
    // Alt-Z is the program's.
    await seat.send('\x1a', '\x1bz');
    expect(seat.rows[0]).toBe('一，');
  });

  test('speaks the kitty keyboard protocol', async () => {
    const seat = await open(<Field start={several()} rows={2} />);
    await seat.send('一，', '\x1b[97u', '\x1b[97;1:3u', '\x1b[13;2u', '二', '\x1b[122;5u');
    expect(seat.rows.slice(0, 2)).toEqual(['一，a', '']);
    await seat.send('\x1b[122;6u', '\x1b[127;5u');
    expect(seat.rows.slice(0, 2)).toEqual(['一，a', '']);
    expect(seat.cursor).toBe('0,1');
  });

  test('cuts, copies and pastes what is selected, and all of it when nothing is', async () => {
    const told: [string, string][] = [];
    const register = createRegister((text, how) => told.push([text, how]));
    const seat = await open(
      <FieldRegisterContext value={register}>
        <Field start={several('一二三')} rows={3} />
      </FieldRegisterContext>,
    );
    await seat.send('\x1b[1;2D', '\x1b[1;2D', '\x1bx');
    expect(seat.rows[0]).toBe('一');
    await seat.send('\x1b[H', '\x1bv', '\x1bv');
    expect(seat.rows[0]).toBe('二三二三一');
    expect(seat.cursor).toBe('8,0');
    await seat.send('\x1bx', '\x1bw', '\x1b[1;2C', '\x1b[3;2~', '\x1a');
    expect(seat.rows[0]).toBe('二三二三一');
    expect(told).toEqual([
      ['二三', 'cut'],
      ['', 'cut'],
      ['二三二三一', 'copy'],
      ['一', 'cut'],
    ]);
  });

  test('gives nothing of a password away', async () => {
    const told: string[] = [];
    const seat = await open(
      <FieldRegisterContext value={createRegister((text) => told.push(text))}>
        <Field start={editBuffer('密码')} mask="*" />
      </FieldRegisterContext>,
    );
    await seat.send('\x1ba', '\x1bw', '\x1bx');
    expect(told).toEqual([]);
    expect(seat.rows[0]).toBe('**');
  });

  test('turns over what is selected', async () => {
    const seat = await open(<Field start={several('一二三')} rows={1} />);
    await seat.send('\x1b[1;2D', '\x1b[1;2D');
    const row = seat.terminal.buffer.active.getLine(0)!;
    expect([0, 2, 4].map((x) => Boolean(row.getCell(x)!.isInverse()))).toEqual([false, true, true]);
    await seat.send('x');
    expect(seat.rows[0]).toBe('一x');
  });
});

describe('the cursor', () => {
  test('is where the field is, in borders, under other things, in a scrolled box, in a full screen', async () => {
    const seat = await open(
      <Box flexDirection="column" width={40} height={10}>
        <Text>标题</Text>
        <Box
          flexDirection="column"
          borderStyle="single"
          paddingX={2}
          marginLeft={3}
          height={4}
          overflow="hidden"
          contentOffsetY={1}
        >
          <Box flexDirection="column" flexShrink={0}>
            <Text>看不见</Text>
            <Text>看得见</Text>
            <Field start={editBuffer('公积金')} />
          </Box>
        </Box>
      </Box>,
    );
    expect(seat.rows[3]).toContain('公积金');
    expect(seat.rows[2]).toContain('看得见');
    expect(seat.cursor).toBe('12,3');
  });

  test('follows when something else pushes the field down without rendering it', async () => {
    let more: (count: number) => void = () => {};
    function List(): ReactNode {
      const [count, setCount] = useState(1);
      more = setCount;
      return (
        <Box flexDirection="column">
          {Array.from({ length: count }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
            <Text key={index}>行</Text>
          ))}
        </Box>
      );
    }
    const field = <Field start={editBuffer('ab')} />;
    const seat = await open(
      <Box flexDirection="column" height={10}>
        <List />
        {field}
      </Box>,
    );
    expect(seat.cursor).toBe('2,1');
    more(5);
    await seat.settle();
    expect(seat.rows[5]).toBe('ab');
    expect(seat.cursor).toBe('2,5');
  });

  test('goes from field to field in both directions, and away when none is focused', async () => {
    let focus: (name: string) => void = () => {};
    function Two(): ReactNode {
      const [focused, setFocused] = useState('first');
      focus = setFocused;
      return (
        <Box flexDirection="column">
          <Field start={editBuffer('a')} focused={focused === 'first'} />
          <Field start={editBuffer('bb')} focused={focused === 'second'} />
        </Box>
      );
    }
    const seat = await open(<Two />);
    expect(seat.cursor).toBe('1,0');
    focus('second');
    await seat.settle();
    expect(seat.cursor).toBe('2,1');
    focus('first');
    await seat.settle();
    expect(seat.cursor).toBe('1,0');
    await seat.send('c');
    expect(seat.rows.slice(0, 2)).toEqual(['ac', 'bb']);
    focus('none');
    await seat.settle();
    expect(seat.cursor).toBe('hidden');
    await seat.send('d');
    expect(seat.rows.slice(0, 2)).toEqual(['ac', 'bb']);
  });

  test('survives a resize', async () => {
    const seat = await open(
      <Box flexDirection="column" height="100%">
        <Text>标题</Text>
        <Field start={several('一二三')} rows={2} />
      </Box>,
    );
    await seat.resize(30, 8);
    await seat.resize(60, 20);
    expect(seat.rows[1]).toBe('一二三');
    expect(seat.cursor).toBe('6,1');
  });
});

test('works in ink-testing-library', async () => {
  const { stdin, lastFrame, unmount } = renderFrames(<Field />);
  await new Promise((resolve) => setTimeout(resolve, 20));
  stdin.write('公积金');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(lastFrame()).toBe('公积金');
  unmount();
});

describe('keys', () => {
  const key = (flags: Partial<Key>): Partial<Key> => flags;

  test.each<[string, Partial<Key>, unknown]>([
    ['公', {}, { do: 'insert', text: '公' }],
    ['A', { shift: true }, { do: 'insert', text: 'A' }],
    [' ', {}, { do: 'insert', text: ' ' }],
    ['', { leftArrow: true }, { do: 'move', to: 'left' }],
    ['', { leftArrow: true, shift: true }, { do: 'move', to: 'left', select: true }],
    ['', { rightArrow: true, ctrl: true, shift: true }, { do: 'move', to: 'word-right', select: true }],
    ['b', { meta: true }, { do: 'move', to: 'word-left' }],
    ['w', { ctrl: true }, { do: 'erase', to: 'word-left' }],
    ['', { backspace: true, meta: true }, { do: 'erase', to: 'word-left' }],
    ['z', { ctrl: true }, { do: 'undo' }],
    ['z', { ctrl: true, shift: true }, { do: 'redo' }],
    ['', { backspace: true, eventType: 'release' }, undefined],
    ['a', { super: true }, undefined],
    ['', {}, undefined],
    ['', { upArrow: true }, undefined],
    ['\r', { return: true }, undefined],
    ['', { tab: true }, undefined],
    ['k', { ctrl: true }, undefined],
    ['z', { meta: true }, undefined],
    ['x', { meta: true }, { do: 'cut' }],
    ['w', { meta: true }, { do: 'copy' }],
    ['v', { meta: true }, { do: 'paste' }],
    ['', { delete: true, shift: true }, { do: 'cut' }],
    ['y', { meta: true }, { do: 'redo' }],
    ['Z', { meta: true, shift: true }, { do: 'redo' }],
    ['', { pageUp: true, shift: true }, undefined],
  ])('%j %j in one line', (input, flags, expected) =>
    expect(keyToEdit(input, key(flags), { multiline: false })).toEqual(expected),
  );

  test('of several lines', () => {
    const field = { multiline: true } as const;
    expect(keyToEdit('', { upArrow: true }, field)).toEqual({ do: 'move', to: 'up' });
    expect(keyToEdit('\r', { return: true }, field)).toBeUndefined();
    expect(keyToEdit('\r', { return: true }, { ...field, enter: 'newline' })).toEqual({ do: 'insert', text: '\n' });
    expect(keyToEdit('\r', { return: true, meta: true }, field)).toEqual({ do: 'insert', text: '\n' });
    expect(keyToEdit('\n', {}, field)).toEqual({ do: 'insert', text: '\n' });
    expect(keyToEdit('', { pageDown: true, shift: true }, field)).toEqual({
      do: 'move',
      to: 'page-down',
      select: true,
    });
  });

  test('that came together are taken apart', () => {
    expect(keyStrokes('公积金', {})).toEqual([['公积金', {}]]);
    expect(keyStrokes('ab\r', {})).toEqual([
      ['ab', {}],
      ['\r', { return: true }],
    ]);
    expect(keyStrokes('a\tb\x0b', {})).toEqual([
      ['a', {}],
      ['', { tab: true }],
      ['b', {}],
      ['k', { ctrl: true }],
    ]);
    expect(keyStrokes('k', { ctrl: true })).toEqual([['k', { ctrl: true }]]);
  });

  test.each([
    ['／', '/'],
    ['、', '/'],
    ['？', '?'],
    ['：', ':'],
    ['１', '1'],
    ['ｑ', 'q'],
    ['　', ' '],
    ['a', 'a'],
    ['公', '公'],
    ['？？', '？？'],
    ['constructor', 'constructor'],
  ])('%s is read as %s', (typed, meant) => expect(normalKey(typed)).toBe(meant));
});
