import { render, Text } from 'ink';

/** The least that an Ink program can be, with the same options as the seat. */
render(<Text>Hello, world</Text>, { alternateScreen: true, incrementalRendering: true });
setInterval(() => undefined, 60_000);
