import { render, Text, useInput } from 'ink';
import type { ReactNode } from 'react';
import { layoutReady } from '../../../src/tui/layout-ready.ts';

/** Given by the launcher to a program that is started as the seat is. */
declare const whenShown: (() => void) | undefined;

/** The least that an Ink program for a terminal can be: it says something, and stays until Ctrl-C. */
function Hello(): ReactNode {
  useInput(() => undefined);
  return <Text>Hello, world</Text>;
}

void layoutReady.then(async () => {
  const { waitUntilRenderFlush } = render(<Hello />, { alternateScreen: true });
  await waitUntilRenderFlush();
  if (typeof whenShown === 'function') whenShown();
});
