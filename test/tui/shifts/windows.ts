import { expect, onTestFinished, vi } from 'vitest';
import { expectStraight, Hotline, until } from '../driver.tsx';
import { shelf } from '../shelf.ts';
import type { Shift } from './shift.ts';
import { escapes, inCall, selects, writes } from './steps.ts';

/** Help, the command line, leaving, and the terminal itself. */
export const windowShifts: readonly Shift[] = [
  {
    title: 'looks a key up in the help in the middle of an answer',
    does: ['help', 'help-page-down', 'help-page-up', 'help-down', 'help-up', 'help-first', 'help-last', 'help-close'],
    play: async () => {
      const { seat } = await inCall('缴交结算怎么做');
      await writes(seat, '写到一半');
      seat.press('F1');
      await seat.sees('↑0', '用写好的答复办结工单');
      seat.press('Down');
      await seat.sees('↑1 ');
      seat.press('Up');
      await seat.sees('↑0');
      seat.press('PgDn');
      await seat.seesNo('↑0');
      seat.press('PgUp');
      await seat.sees('↑0');
      seat.press('End');
      await seat.sees('↓0');
      seat.press('Home');
      await seat.sees('↑0');
      seat.press('Enter');
      await seat.seesNo('↑↓ 翻看');
      await writes(seat, '写完了');
      await seat.sees('写到一半写完了');
    },
  },
  {
    title: 'looks a key up with a full-width question mark, and leaves with q',
    does: ['help', 'help-close'],
    play: async () => {
      const line = await Hotline.open();
      const seat = await line.seat('李敏', { columns: 120, rows: 36 });
      await seat.sees('没有等待的来电');
      seat.press('？');
      await seat.sees('↑↓ 翻看', 'Ctrl-N');
      expectStraight(seat);
      seat.press('q');
      await seat.seesNo('↑↓ 翻看');
    },
  },
  {
    title: 'takes the next call by the initials of the command',
    does: ['palette', 'palette-run', 'take-next'],
    play: async () => {
      const line = await Hotline.open();
      const { call } = await line.calls('刘女士', '缴交结算怎么做');
      const seat = await line.seat();
      await seat.sees('刘女士');
      seat.press('Ctrl-K');
      await seat.sees('命令', '输入文字、拼音');
      seat.types('jxyg');
      await seat.sees('▸ 接下一个');
      seat.press('Enter');
      await seat.sees('◆ 通话中');
      expect((await line.call(call.id)).call.state).toBe('active');
    },
  },
  {
    title: 'looks through the commands, and reads why one cannot be done now',
    does: ['palette', 'palette-down', 'palette-up', 'palette-cancel'],
    play: async () => {
      const line = await Hotline.open();
      const seat = await line.seat();
      await seat.sees('没有等待的来电');
      seat.press('Ctrl-K');
      await seat.sees('输入文字、拼音');
      seat.types('j');
      await selects(seat, '可以接听来电');
      await seat.sees('✗ 没有来电在这里振铃');
      seat.press('Down', 'Ctrl-K', 'Ctrl-N');
      await selects(seat, '没有来电在这里振铃');
      seat.press('Up', 'Ctrl-P', 'Ctrl-P');
      await selects(seat, '可以接听来电');
      seat.press('Ctrl-U');
      await seat.sees('输入文字、拼音');
      seat.types('接下一个');
      await seat.sees('▸ 接下一个', '没有等待的来电');
      await escapes(seat, '▸ 接下一个');
      await seat.sees('等待接听');
    },
  },
  {
    title: 'opens an article and a ticket from the command line, wherever the seat is',
    does: ['palette', 'palette-run', 'show-queue'],
    play: async () => {
      const { seat, ticket } = await inCall('缴交结算怎么做', { knowledge: shelf });
      seat.press('F4');
      await seat.sees('租房提取住房公积金');
      seat.press('F2');
      await seat.sees('等待接听');
      seat.press('Ctrl-K');
      await seat.sees('输入文字、拼音');
      seat.types('ydjy');
      await seat.sees('医保异地就医备案');
      seat.press('Enter');
      await seat.sees('文章 sb-0001');
      seat.press('Ctrl-K');
      await seat.sees('输入文字、拼音');
      seat.types(ticket);
      await selects(seat, ticket);
      seat.press('Enter');
      await seat.seesNo('输入文字、拼音');
      await seat.sees(ticket);
    },
  },
  {
    title: 'silences the bell for this day from the command line, in English',
    does: ['palette', 'palette-run', 'palette-down'],
    play: async () => {
      const line = await Hotline.open();
      const seat = await line.seat('Li Min', { language: 'en' });
      await seat.sees('No call is waiting');
      seat.press('Ctrl-K');
      await seat.sees('type words');
      seat.types('bell');
      await seat.sees('▸ Bell', 'on · ');
      seat.press('Enter');
      await seat.sees('Setting · Bell', '▸ on', '● now');
      seat.press('Down', 'Enter');
      await seat.sees('Bell: off');
    },
  },
  {
    title: 'another program wrote over the screen: Ctrl-L draws it anew',
    does: ['redraw'],
    play: async () => {
      const { seat } = await inCall('缴交结算怎么做');
      await writes(seat, '草稿');
      seat.screen.write('\x1b[H\x1b[2J某程序的输出');
      await seat.seesNo('◆ 通话中');
      seat.press('Ctrl-L');
      await seat.sees('◆ 通话中', '草稿');
      await seat.seesNo('某程序的输出');
      expectStraight(seat);
    },
  },
  {
    title: 'presses Ctrl-C by mistake in a call, stays, and leaves at the end of the day',
    does: ['quit', 'confirm-no', 'confirm-yes', 'end'],
    play: async () => {
      const { line, seat, call } = await inCall('缴交结算怎么做', { rows: 30 });
      await writes(seat, '写到一半');
      seat.press('Ctrl-C');
      await seat.sees('退出坐席？', '还有 1 个来电在您的坐席：刘女士', '重新打开还在：刘女士');
      await escapes(seat, '退出坐席？');
      await writes(seat, '，写完');
      seat.press('Ctrl-D', 'Enter');
      await seat.sees('◇ 整理中');
      seat.press('Ctrl-D', 'Enter');
      await seat.sees('✓ 已结束');
      expect((await line.call(call)).call.state).toBe('ended');
      seat.press('Ctrl-C', 'Enter');
      expect(await seat.leaves()).toBe(0);
      expect(seat.screen.isShellScreen()).toBe(true);
      expect(seat.keyboard.raw).toBe(false);
    },
  },
  {
    title: 'types into a question that nobody saw: nothing ends, and Enter is asked for anew',
    does: ['end', 'confirm-no', 'confirm-yes'],
    play: async () => {
      const { line, seat, call } = await inCall('缴交结算怎么做');
      seat.press('Ctrl-D');
      await seat.sees('结束与刘女士的通话？');
      seat.press('Ctrl-N');
      await seat.sees('Ctrl-N 在这里没有用处，确认框开着：Enter 确认 · Esc 返回');
      seat.types('先查一下缴存明细，请您稍等');
      await seat.sees('这里不能输入文字「先查一下缴存明细，…」：确认框开着：Enter 确认 · Esc 返回');
      expectStraight(seat);
      seat.press('Enter');
      await seat.sees('刚才按的不是回答', '结束与刘女士的通话？');
      await escapes(seat, '结束与刘女士的通话？');
      seat.press('Ctrl-D');
      await seat.sees('结束与刘女士的通话？');
      // A sentence with its Enter in one read.
      seat.types('您好\r');
      await seat.sees('刚才按的不是回答');
      expect((await line.call(call)).call.state).toBe('active');
      seat.press('Enter');
      await seat.sees('◇ 整理中');
    },
  },
  {
    title: 'presses keys that mean nothing in windows, and is told what the window wants',
    does: ['dispatch', 'form-cancel', 'help', 'seat', 'seat-cancel', 'reader-close'],
    play: async () => {
      const { seat } = await inCall('租房提取', { knowledge: shelf });
      seat.press('F10');
      await seat.sees('转派工单 ·');
      seat.press('Ctrl-N');
      await seat.sees('Ctrl-N 在这里没有用处，转派工单开着：Enter 下一项 · Esc 返回');
      // Esc and a function key that come in one read are two keys.
      seat.keyboard.write('\x1b\x1bOP');
      await seat.sees('↑↓ 翻看', '写字时', '撤销');
      seat.types('怎么撤销');
      await seat.sees('这里不能输入文字「怎么撤销」：帮助开着：Esc 返回');
      await escapes(seat, '↑↓ 翻看');
      seat.press('Ctrl-B');
      await seat.sees('坐席状态');
      seat.types('小休');
      await seat.sees('这里不能输入文字「小休」：状态菜单开着：Enter 选定 · Esc 返回');
      await escapes(seat, '坐席状态');
      seat.press('F4');
      await seat.sees('租房提取住房公积金');
      seat.press('Down', 'Enter');
      await seat.sees('Tab 下一部分');
      seat.types('限额');
      await seat.sees('这里不能输入文字「限额」：Esc 合上文章，再写');
      await escapes(seat, 'Tab 下一部分');
    },
  },
  {
    title: 'goes on writing: what was told before goes, and what was done goes with its undoing',
    does: ['take-next'],
    play: async () => {
      const { seat } = await inCall('缴交结算怎么做', { knowledge: shelf });
      seat.press('F9');
      await seat.sees('先写答复，再办结');
      await writes(seat, '请登录网厅');
      await seat.seesNo('先写答复，再办结');
      seat.press('Alt-W');
      await seat.sees('已复制');
      seat.press('Ctrl-Z');
      await seat.seesNo('已复制', '请登录网厅');
    },
  },
  {
    title: 'goes to the shell for a moment and comes back to the draft',
    does: ['suspend'],
    play: async () => {
      const { seat } = await inCall('缴交结算怎么做');
      await writes(seat, '写到一半');
      // What the system does: it stops the program, and the shell's `fg` wakes it.
      const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
        setTimeout(() => process.emit('SIGCONT', 'SIGCONT'));
        return true;
      });
      onTestFinished(() => kill.mockRestore());
      seat.press('Ctrl-X', 'Ctrl-Z');
      await until(
        () => kill.mock.calls.length > 0,
        () => seat.text(),
      );
      expect(kill.mock.calls).toEqual([[0, 'SIGTSTP']]);
      await writes(seat, '，接着写');
      await seat.sees('◆ 通话中', '写到一半，接着写');
      expect(seat.keyboard.raw).toBe(true);
    },
  },
  {
    title: 'makes the window small and large again in a call',
    does: ['show-tickets', 'show-call'],
    play: async () => {
      const { seat } = await inCall('缴交结算怎么做', { knowledge: shelf });
      await writes(seat, '草稿');
      seat.screen.resize(50, 12);
      await seat.sees('窗口太小', '至少 60×15');
      seat.screen.resize(160, 50);
      await seat.sees('◆ 通话中', '草稿');
      seat.press('F6');
      await seat.sees('我的工单');
      expectStraight(seat);
      seat.screen.resize(80, 24);
      await seat.sees('我的工单');
      seat.press('F3');
      await seat.sees('草稿');
      expectStraight(seat);
    },
  },
];
