import { render, Text, useInput } from 'ink';
import type { ReactNode } from 'react';

/** The least that an Ink program for a terminal can be: it says something, and stays until Ctrl-C. */
function Hello(): ReactNode {
  useInput(() => undefined);
  return <Text>Hello, world</Text>;
}

render(<Hello />, { alternateScreen: true });
