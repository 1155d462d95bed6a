import type { SeatSession } from '../state/session.ts';
import type { LineTerminal } from './line-terminal.ts';

/** What ends a text of several lines: as in mail, a dot on a line of its own; an input method may type the Chinese one. */
const end = /^[.．。]$/;

/** Several lines, ended by a line with nothing but a dot. */
export const readParagraph = async (session: SeatSession, terminal: LineTerminal, title: string): Promise<string> => {
  terminal.print(session.say('plain.paragraph', { title }));
  const lines: string[] = [];
  for (;;) {
    const line = await terminal.ask('');
    if (end.test(line.trim())) return lines.join('\n').trim();
    lines.push(line);
  }
};
