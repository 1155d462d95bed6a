/**
 * What the screen itself is drawn with, and what stands in for it at a terminal that gives two cells to East Asian Ambiguous characters:
 * there no frame could be straight and no mark would fit its column.
 */
const standIns: Readonly<Record<string, string>> = {
  '─': '-',
  '━': '=',
  '│': '|',
  '┃': '#',
  ...Object.fromEntries([...'┌┐└┘├┤┬┴┼'].map((corner) => [corner, '+'])),
  ...Object.fromEntries([...'┏┓┗┛'].map((corner) => [corner, '#'])),
  ...Object.fromEntries([...'█▉▊▋▌▍▎▏▀▁▂▃▄▅▆▇'].map((block) => [block, '#'])),
  ...Object.fromEntries([...'░▒▓'].map((shade) => [shade, '.'])),
  '●': '*',
  '◉': '@',
  '○': 'o',
  '◐': '%',
  '◆': '*',
  '◇': 'o',
  '■': '#',
  '□': 'o',
  '★': '*',
  '☆': '*',
  '‖': '=',
  '←': '<',
  '→': '>',
  '↑': '^',
  '↓': 'v',
  '×': 'x',
};

export const isDrawing = (grapheme: string): boolean => Object.hasOwn(standIns, grapheme);
export const standIn = (drawing: string): string => standIns[drawing] ?? drawing;
