import { expect, it } from 'vitest';
import { functionKey, KeyStream } from '../../src/tui/terminal/key-stream.ts';
import { until } from './driver.tsx';
import { FakeKeyboard } from './terminal.ts';

/** What Ink gets to read, one entry a key. */
const reading = (): { keyboard: FakeKeyboard; read: string[]; stream: KeyStream } => {
  const keyboard = new FakeKeyboard();
  const stream = new KeyStream(keyboard);
  const read: string[] = [];
  stream.on('readable', () => {
    for (let unit = stream.read(); unit !== null; unit = stream.read()) read.push(unit);
  });
  stream.setRawMode(true);
  return { keyboard, read, stream };
};

const expectRead = async (read: string[], ...units: string[]): Promise<void> => {
  await until(
    () => read.length >= units.length,
    () => JSON.stringify(read),
  );
  expect(read).toEqual(units);
};

it('takes apart what comes in one read', async () => {
  const { keyboard, read } = reading();
  keyboard.write('你好\r\x1b[A\x1bb\x0bjj\x7f\x7f');
  await expectRead(read, '你好', '\r', '\x1b[A', '\x1bb', '\x0b', 'jj', '\x7f', '\x7f');
});

it('knows the function keys of every kind of terminal', async () => {
  const { keyboard, read } = reading();
  keyboard.write('\x1bOP\x1b[11~\x1b[[A\x1b[20~\x1b[24~');
  await expectRead(read, '\x1b[97;17u', '\x1b[97;17u', '\x1b[97;17u', '\x1b[105;17u', '\x1b[108;17u');
  expect(['a', 'i', 'l'].map(functionKey)).toEqual(['f1', 'f9', 'f12']);
});

it('waits for the rest of a sequence that came in two reads', async () => {
  const { keyboard, read } = reading();
  keyboard.write('a\x1b');
  keyboard.write('[20');
  keyboard.write('~b');
  await expectRead(read, 'a', '\x1b[105;17u', 'b');
});

it('gives a bare Esc after a moment', async () => {
  const { keyboard, read } = reading();
  keyboard.write('\x1b');
  await expectRead(read, '\x1b[27u');
});

it('leaves a paste in one piece, whatever is in it', async () => {
  const { keyboard, read } = reading();
  keyboard.write('\x1b[200~第一行\r\n\x1b[31m');
  keyboard.write('第二行\x1b[20');
  keyboard.write('1~x');
  await expectRead(read, '\x1b[200~第一行\r\n\x1b[31m第二行\x1b[201~', 'x');
});

it('does not wait for ever for the end of a paste that got lost', async () => {
  const { keyboard, read } = reading();
  keyboard.write('\x1b[200~一半');
  await expectRead(read, '\x1b[200~一半\x1b[201~');
});

it('keeps what the terminal tells out of what is typed, also when it comes in pieces', async () => {
  const { keyboard, read, stream } = reading();
  const news: string[] = [];
  stream.onNews = (told) => news.push(told);
  keyboard.write('先\x1b[0n还\x1b[I清\x1b[O');
  keyboard.write('本\x1b[');
  await new Promise((resolve) => setTimeout(resolve, 60));
  keyboard.write('0n息');
  await expectRead(read, '先', '还', '清', '本', '息');
  expect(news).toEqual(['drawn', 'focused', 'unfocused', 'drawn']);
});

it('makes no text of an answer about colours that comes late and in pieces, or without its end', async () => {
  const { keyboard, read } = reading();
  keyboard.write('\x1b]11;rgb:1e1e/');
  await new Promise((resolve) => setTimeout(resolve, 60));
  keyboard.write('1e1e/1e1e\x1b\\字');
  await expectRead(read, '字');
  keyboard.write('\x1b]11;rgb:1e1e/');
  await new Promise((resolve) => setTimeout(resolve, 400));
  keyboard.write('\x1b]');
  await expectRead(read, '字', '\x1b]');
});

it('tells that there will be no more keys', async () => {
  const { keyboard, stream } = reading();
  let ended = false;
  stream.onEnd = () => {
    ended = true;
  };
  keyboard.end();
  await until(
    () => ended,
    () => 'not ended',
  );
});

it('takes Esc for a key also when the terminal tells something right behind it', async () => {
  const { keyboard, read, stream } = reading();
  const news: string[] = [];
  stream.onNews = (told) => news.push(told);
  keyboard.write('\x1b\x1b[0nx');
  keyboard.write('\x1b');
  keyboard.write('\x1b[0n');
  await expectRead(read, '\x1b[27u', 'x', '\x1b[27u');
  expect(news).toEqual(['drawn', 'drawn']);
});

it('takes Esc for a key also when a function key follows at once; Alt with an arrow stays one key', async () => {
  const { keyboard, read } = reading();
  keyboard.write('\x1b\x1b[21~');
  keyboard.write('\x1b\x1bOP\x1b\x1b[D\x1b\x1bOA');
  await expectRead(read, '\x1b[27u', '\x1b[106;17u', '\x1b[27u', '\x1b[97;17u', '\x1b\x1b[D', '\x1b\x1bOA');
});

it('takes Esc pressed twice for two keys', async () => {
  const { keyboard, read } = reading();
  keyboard.write('\x1b\x1b');
  await expectRead(read, '\x1b[27u', '\x1b[27u');
});
