import type { SeatSession } from '../state/session.ts';
import { type EditBuffer, edit } from '../text/edit-buffer.ts';
import { endsText } from '../words/plain-names.ts';
import type { LineTerminal } from './line-terminal.ts';

/**
 * Several lines, ended by a line with nothing but a dot. Each is handed on as it comes, since the terminal may be gone before the dot;
 * empty lines with the one behind them.
 */
export const readParagraph = async (
  session: SeatSession,
  terminal: LineTerminal,
  title: string,
  keep: (line: string) => void,
): Promise<void> => {
  terminal.print(session.say('plain.paragraph', { title }));
  let empty = '';
  for (;;) {
    const line = await terminal.ask('');
    if (endsText.test(line.trim())) return;
    if (line.trim() === '') empty += '\n';
    else {
      keep(empty + line);
      empty = '';
    }
  }
};

/** A text with a line more at its end, one step to undo; nothing when there is no room for all of it. */
export const withLine = (buffer: EditBuffer, line: string): EditBuffer | undefined => {
  const end = edit(buffer, { do: 'move', to: 'text-end' }).buffer;
  const between = buffer.text === '' || buffer.text.endsWith('\n') ? '' : '\n';
  const text = buffer.text === '' ? line.replace(/^\n+/, '') : between + line;
  const { buffer: next, refused } = edit(end, { do: 'insert', text, pasted: true });
  return refused === '' ? next : undefined;
};

/** A line for which there is no place is put by, and that is said. */
export const putLineBy = (
  session: SeatSession,
  terminal: LineTerminal,
  place: { readonly person: string; readonly call: string; readonly max: number },
  line: string,
): void => {
  session.kept.putBy(place.person, place.call, line.trim());
  terminal.print(session.say('plain.line-put-by', { max: place.max }));
};
