import stringWidth from 'string-width';
import { isDrawing, standIn } from './stand-ins.ts';
import { ambiguousIsWide, graphemes } from './width.ts';

/** Holds the second cell of an ambiguous character in Ink's grid, which gives it but one. No text has this noncharacter in it. */
const secondCell = '\ufdd0';
const ascii = /^[ -~]*$/;

/**
 * A text as it is handed to Ink. Ink counts ambiguous characters (“ … — ①) as narrow; where the terminal draws them wide, each gets a
 * second cell that holds its place, and what the screen is drawn with is drawn otherwise.
 */
export const drawn = (text: string): string => {
  if (!ambiguousIsWide() || ascii.test(text)) return text;
  return graphemes(text.replaceAll(secondCell, ''))
    .map(({ text: grapheme, cells }) =>
      isDrawing(grapheme)
        ? standIn(grapheme)
        : grapheme === '\n'
          ? grapheme
          : grapheme + secondCell.repeat(Math.max(0, cells - stringWidth(grapheme))),
    )
    .join('');
};

/** The terminal without the places that were only held. */
export const withoutHeldCells = (stdout: NodeJS.WriteStream): NodeJS.WriteStream => {
  const write = (chunk: string | Uint8Array, ...rest: never[]): boolean =>
    stdout.write(typeof chunk === 'string' ? chunk.replaceAll(secondCell, '') : chunk, ...rest);
  return new Proxy(stdout, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
