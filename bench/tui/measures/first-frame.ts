import type { BenchHub } from '../hub/hub.ts';
import type { Program } from '../programs/program.ts';
import { BenchTerminal, type Size } from '../terminal.ts';
import { type Spread, spread } from './figures.ts';

export interface FirstFrames {
  /** Milliseconds from the start of the program to the screen: of the hello-worlds, their text; of the seat, the hub and the queue. */
  readonly hello: Spread;
  /** Started as the seat is. */
  readonly leanHello: Spread;
  readonly seat: Spread;
}

/** Starts that are not counted: they fill the compile cache, and the seat's copy of the knowledge is made. */
const firstStarts = 2;

const startUp = async (program: Program, size: Size, texts: readonly string[]): Promise<number> => {
  const terminal = new BenchTerminal(program, size);
  const shown = await terminal.shows(...texts).finally(() => terminal.leave());
  return shown - terminal.startedAt;
};

/** All in turn, so that whatever else the machine does meets both. */
export const measureFirstFrames = async (
  hub: BenchHub,
  programs: { hello: Program; leanHello: Program; seat: Program },
  size: Size,
  starts: number,
): Promise<FirstFrames> => {
  const [name] = await hub.ask({ do: 'call', count: 3 });
  const hello: number[] = [];
  const leanHello: number[] = [];
  const seat: number[] = [];
  for (let start = -firstStarts; start < starts; start++) {
    const one = await startUp(programs.hello, size, ['Hello']);
    const lean = await startUp(programs.leanHello, size, ['Hello']);
    const other = await startUp(programs.seat, size, ['已连接', name!]);
    if (start < 0) continue;
    hello.push(one);
    leanHello.push(lean);
    seat.push(other);
  }
  return { hello: spread(hello), leanHello: spread(leanHello), seat: spread(seat) };
};
