import { type Instance, type RenderOptions, render } from 'ink';
import type { SeatTerminal } from './components/terminal-tie.tsx';
import { layoutReady } from './layout-ready.ts';
import { SeatApp } from './screens/app.tsx';
import type { Speaker } from './spoken/speaker.ts';
import { HoldLine } from './spoken/spoken-field.tsx';
import type { SeatSession } from './state/session.ts';
import type { TerminalFacts } from './terminal/terminal-facts.ts';

interface Drawing {
  readonly session: SeatSession;
  readonly terminal: TerminalFacts;
  readonly tie: SeatTerminal;
  /** For who hears the screen. */
  readonly speaker: Speaker | undefined;
}

/** Draws the seat from here on. Apart from what opens it, so that the hub is asked before Ink and the screens are loaded. */
export const drawSeat = async (
  { session, terminal, tie, speaker }: Drawing,
  options: RenderOptions,
): Promise<Instance> => {
  await layoutReady;
  const app = <SeatApp session={session} terminal={terminal} tie={tie} />;
  return render(speaker ? <HoldLine value={speaker.hold}>{app}</HoldLine> : app, options);
};

export type DrawSeat = typeof drawSeat;
