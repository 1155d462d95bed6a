import type { SeatSession } from '../state/session.ts';
import { endsText } from '../words/plain-names.ts';
import type { LineTerminal } from './line-terminal.ts';

/** Several lines, ended by a line with nothing but a dot. */
export const readParagraph = async (session: SeatSession, terminal: LineTerminal, title: string): Promise<string> => {
  terminal.print(session.say('plain.paragraph', { title }));
  const lines: string[] = [];
  for (;;) {
    const line = await terminal.ask('');
    if (endsText.test(line.trim())) return lines.join('\n').trim();
    lines.push(line);
  }
};
