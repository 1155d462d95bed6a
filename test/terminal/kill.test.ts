import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DeskStore } from '../../src/client/desk/desk-store.ts';
import { handOver, signedInAs, startServe } from '../cli/support/hub.ts';
import { endAfterTest, freshFolder } from '../cli/support/program.ts';
import { Screen } from './terminal.ts';

/** The full hundred: SEAT_KILLS=100 (`npm run test:kills`). */
const kills = Number(process.env.SEAT_KILLS ?? 6);
/** An answer takes 5,000 characters. */
const room = 4000;
/** The most that may be missing. Milliseconds of typing. */
const mostMissing = 1000;

const character = (at: number): string => String.fromCodePoint(0x4e00 + (at % 3000));
const typed = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => character(from + at)).join('');

/** The one whose answer lies on a desk. */
const writerIn = (data: string): string => {
  const db = new DatabaseSync(path.join(data, 'desk', 'desk.sqlite'), { readOnly: true });
  const { person } = db.prepare('select person from papers').get() as { person: string };
  db.close();
  return person;
};

/** How much of the answer the screen shows, up to the character before its cursor. */
const shownUpTo = (seat: Screen, from: number, to: number): number => {
  const before = seat
    .beforeCursor()
    .replaceAll(/[\s│┃]/g, '')
    .at(-1);
  for (let at = to; at > from; at--) if (character(at - 1) === before) return at;
  return from;
};

it(
  `the seat is killed while somebody types, ${kills} times: at most the last second of what they saw is missing`,
  async () => {
    const hub = await startServe({ args: ['--live-lease', '30'] });
    endAfterTest(hub.running);
    const data = freshFolder();
    const env = { EXPERT_SEAT_HUB: hub.url, EXPERT_SEAT_DATA: data, ...(await signedInAs(hub, '李敏', 'expert')) };
    await handOver(hub);
    let seat = new Screen([], env, 80, 24);
    await seat.sees('刘女士');
    seat.press('Ctrl-N');
    await seat.sees('答复 ━');
    const lost: number[] = [];
    let written = 0;
    for (let round = 0; round < kills; round++) {
      if (written > room) {
        // The answer is nearly full: begun anew.
        seat.type('\x1ba');
        seat.press('Backspace');
        await seat.seesNot(typed(written - 8, written));
        written = 0;
      }
      const from = written;
      const end = Date.now() + 1200 + Math.random() * 1200;
      /** Up to where the screen showed what was typed, and when. */
      const seen: { at: number; upTo: number }[] = [];
      while (Date.now() < end) {
        seat.type(character(written));
        written += 1;
        await sleep(10 + Math.random() * 50);
        seen.push({ at: Date.now(), upTo: shownUpTo(seat, from, written) });
      }
      seat.signal('SIGKILL');
      const killed = Date.now();
      await seat.exit();
      const desk = new DeskStore(path.join(data, 'desk'));
      const text = desk.papers.of(writerIn(data))[0]!.paper.text;
      desk.close();
      expect(text).toBe(typed(0, text.length));
      // The first thing that stood on the screen and is not there any more.
      const missing = seen.find(({ upTo }) => upTo > text.length);
      lost.push(missing ? killed - missing.at : 0);
      expect(lost.at(-1)).toBeLessThanOrEqual(mostMissing);
      written = text.length;
      seat = new Screen([], env, 80, 24);
      // It opens on the call, with the caret where it was: what is typed next goes on from there.
      await seat.sees(text.slice(-8));
      await seat.sees('已连接');
    }
    expect(lost).toHaveLength(kills);
    if (process.env.SEAT_KILLS) console.log(`missing, in milliseconds: ${lost.sort((a, b) => a - b).join(' ')}`);
    seat.signal('SIGKILL');
    await seat.exit();
  },
  60_000 + kills * 15_000,
);
