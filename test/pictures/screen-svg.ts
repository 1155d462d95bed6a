import { escapeXml } from './escape-xml.ts';

/** One cell of a screen as it is drawn. */
export interface DrawnCell {
  readonly text: string;
  /** Cells that it takes: 0 behind a wide character. */
  readonly cells: number;
  /** `#rrggbb`; undefined: the terminal's own. */
  readonly ink: string | undefined;
  readonly paper: string | undefined;
  readonly bold: boolean;
  readonly underline: boolean;
}

const cellWidth = 9;
/** So high that the lines of a frame meet from row to row. */
const lineHeight = 18;
const fontSize = 15;
const margin = 8;
/** First such as draw … ★ → in one cell, as a terminal does; of the others only the Chinese characters are wanted. */
const fonts =
  "'Sarasa Term SC','DejaVu Sans Mono','Noto Sans Mono CJK SC','WenQuanYi Zen Hei Mono','Noto Sans CJK SC',monospace";

const sameStyle = (a: DrawnCell, b: DrawnCell): boolean =>
  a.ink === b.ink && a.paper === b.paper && a.bold === b.bold && a.underline === b.underline && a.cells === b.cells;

/** Cells of one style and width that stand side by side. */
const runsOf = (line: readonly DrawnCell[]): { readonly at: number; readonly cells: DrawnCell[] }[] => {
  const runs: { at: number; cells: DrawnCell[] }[] = [];
  line.forEach((cell, at) => {
    if (cell.cells === 0) return;
    const last = runs.at(-1);
    if (last && sameStyle(last.cells[0]!, cell)) last.cells.push(cell);
    else runs.push({ at, cells: [cell] });
  });
  return runs;
};

/** A screen as an SVG picture: every character stands in its cells, whatever font the reader has. */
export const screenSvg = (
  lines: readonly (readonly DrawnCell[])[],
  colours: { readonly ink: string; readonly paper: string },
): string => {
  const columns = Math.max(...lines.map(({ length }) => length));
  const width = columns * cellWidth + 2 * margin;
  const height = lines.length * lineHeight + 2 * margin;
  const pieces = lines.flatMap((line, row) =>
    runsOf(line).flatMap(({ at, cells }) => {
      const [first] = cells;
      const { ink = colours.ink, paper, bold, underline } = first!;
      const x = margin + at * cellWidth;
      const y = margin + row * lineHeight;
      const wide = cells.length * first!.cells * cellWidth;
      const chars = cells.map((cell) => cell.text || ' ');
      // Each character has a place of its own; one that is made of several would count as several.
      const places = chars.flatMap((char, index) => [...char].map(() => x + index * first!.cells * cellWidth));
      const ground =
        paper === undefined ? [] : [`<rect x="${x}" y="${y}" width="${wide}" height="${lineHeight}" fill="${paper}"/>`];
      if (chars.join('').trim() === '' && !underline) return ground;
      const style = `${bold ? ' font-weight="bold"' : ''}${underline ? ' text-decoration="underline"' : ''}`;
      return [
        ...ground,
        `<text x="${places.join(' ')}" y="${y + 14}" fill="${ink}"${style} xml:space="preserve">${escapeXml(chars.join(''))}</text>`,
      ];
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<g font-family="${fonts}" font-size="${fontSize}">`,
    ...pieces,
    '</g></svg>\n',
  ].join('\n');
};
