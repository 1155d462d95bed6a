import { Box, render, Text, useCursor, useInput, useWindowSize } from 'ink';
import { type ReactNode, useState } from 'react';

const piece = '公积金提取 ';
const pieceCells = 11;
const colors = ['green', 'cyan', 'yellow', 'magenta'];

/** A screen full of coloured text with one field to write in, made as one makes it first: the cells of a seat, without its care. */
function PlainScreen(): ReactNode {
  const { columns, rows } = useWindowSize();
  const [text, setText] = useState('');
  const { setCursorPosition } = useCursor();
  useInput((input, key) => setText((now) => (key.ctrl ? '' : now.length < columns / 2 - 1 ? now + input : input)));
  const pieces = Array.from({ length: Math.floor(columns / pieceCells) }, (_, at) => at);
  // Chinese is typed here, two cells a character.
  setCursorPosition({ x: 2 * text.length, y: 0 });
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Text>{text}</Text>
      {Array.from({ length: rows - 1 }, (_, row) => row).map((row) => (
        <Box key={row}>
          {pieces.map((at) => (
            <Text key={at} color={colors[(row + at) % colors.length]!}>
              {piece}
            </Text>
          ))}
        </Box>
      ))}
    </Box>
  );
}

render(<PlainScreen />, { alternateScreen: true, incrementalRendering: true });
