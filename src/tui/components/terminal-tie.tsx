import { Box, type DOMElement, useApp, useWindowSize } from 'ink';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { TerminalLending } from '../terminal/suspend.ts';

/** What of the terminal Ink has to be tied to. */
export interface SeatTerminal {
  /** Draws when the line to the terminal has room for a frame. */
  readonly whenFrameFits: (draw: () => void) => void;
  readonly lending: TerminalLending;
  /** The screen is laid out for the window as it is now. */
  resized(draw: () => void): void;
}

const rootOf = (box: DOMElement): DOMElement => (box.parentNode ? rootOf(box.parentNode) : box);

/**
 * Ties Ink to the terminal; draws nothing. React takes every key at once, whatever the line is like, so that the next key finds the field it
 * is meant for; only the drawing of frames, which Ink hangs on the root of its tree, waits for room, and then draws what stands there by then.
 */
export function TerminalTie({ terminal }: { terminal: SeatTerminal }): ReactNode {
  const { whenFrameFits, lending } = terminal;
  const box = useRef<DOMElement>(null);
  const { suspendTerminal } = useApp();
  useLayoutEffect(() => {
    const root = box.current && rootOf(box.current);
    const draw = root?.onRender;
    if (!root || !draw) return;
    root.onRender = () => whenFrameFits(draw);
    return () => {
      root.onRender = draw;
    };
  }, [whenFrameFits]);
  const size = useWindowSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: for every size, also one that comes back
  useLayoutEffect(() => {
    terminal.resized(() => box.current && rootOf(box.current).onRender?.());
  }, [terminal, size]);
  useEffect(() => {
    lending.through(suspendTerminal);
    return () => lending.through(undefined);
  }, [lending, suspendTerminal]);
  return <Box ref={box} position="absolute" width={0} height={0} />;
}
