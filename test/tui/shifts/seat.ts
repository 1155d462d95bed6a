import { expect } from 'vitest';
import { Hotline, type Seat } from '../driver.tsx';
import type { Shift } from './shift.ts';
import { escapes, selects } from './steps.ts';

const sitsDown = async (): Promise<Seat> => {
  const line = await Hotline.open();
  const seat = await line.seat();
  await seat.sees('○ 离线', '没有等待的来电');
  return seat;
};

/** What the hub takes the seat to be. */
const declared = async (seat: Seat) => {
  const { seat: view } = await seat.client!.call('seat.show', {});
  return [view.declared, view.reason];
};

/** Ready, away, and back. */
export const seatShifts: readonly Shift[] = [
  {
    title: 'begins the day, has a break and goes to lunch with two keys each',
    does: ['seat', 'seat-choose', 'seat-down'],
    play: async () => {
      const seat = await sitsDown();
      seat.press('Ctrl-B');
      await seat.sees('坐席状态', '▸ 1  就绪', '6  离线');
      seat.press('Enter');
      await seat.sees('● 就绪');
      // Who is ready wants a break most.
      seat.press('Ctrl-B', 'Enter');
      await seat.sees('◐ 小休');
      seat.press('Ctrl-B', 'Down', 'Down', 'Enter');
      await seat.sees('◐ 用餐');
      expect(await declared(seat)).toEqual(['not-ready', 'meal']);
    },
  },
  {
    title: 'chooses each state by its number with Alt, while an input method is on',
    does: ['seat-ready', 'seat-break', 'seat-meal', 'seat-training', 'seat-meeting', 'seat-offline'],
    play: async () => {
      const seat = await sitsDown();
      const states = ['● 就绪', '◐ 小休', '◐ 用餐', '◐ 培训', '◐ 会议', '○ 离线'];
      for (const [at, state] of states.entries()) {
        seat.press('Ctrl-B', `Alt-${at + 1}`);
        await seat.sees(state);
        await seat.seesNo('坐席状态');
      }
      expect(await declared(seat)).toEqual(['offline', null]);
    },
  },
  {
    title: 'looks at the states and leaves everything as it is',
    does: ['seat-up', 'seat-down', 'seat-cancel'],
    play: async () => {
      const seat = await sitsDown();
      seat.press('Ctrl-B', 'Up');
      await selects(seat, '离线');
      seat.press('k', 'j', 'Ctrl-B', 'Down');
      await selects(seat, '小休');
      await escapes(seat, '坐席状态');
      await seat.sees('○ 离线');
      expect(await declared(seat)).toEqual(['offline', null]);
    },
  },
  {
    title: 'asks the command line for a break, in pinyin',
    does: ['palette', 'palette-run', 'seat-break'],
    play: async () => {
      const seat = await sitsDown();
      seat.press('Ctrl-K');
      await seat.sees('输入文字、拼音');
      seat.types('xiaoxiu');
      await seat.sees('▸ 小休');
      seat.press('Enter');
      await seat.sees('◐ 小休');
      expect(await declared(seat)).toEqual(['not-ready', 'break']);
    },
  },
];
