import type { Language } from '../../contract/language.ts';
import { type Say, sayIn, type WordKey } from '../words/words.ts';

/** Sentences in which Ctrl-T brings a held call back; in all others it holds one. */
const resuming: readonly WordKey[] = ['done.held', 'remind.held'];

/** The screen's sentences, with what is to be typed here where they name a key. */
export const plainSay = (language: Language): Say => {
  const say = sayIn(language);
  return (key, ...fill) => {
    const text = say(key, ...fill).replaceAll(/Alt-[ZG]|F6 /g, (name) =>
      say(`plain.typed.${name as 'Alt-Z' | 'Alt-G' | 'F6 '}`),
    );
    const told = text.replaceAll('Ctrl-T', say(resuming.includes(key) ? 'plain.typed.resume' : 'plain.typed.hold'));
    return key === 'outbox.posted' ? `${told}${say('plain.undo')}` : told;
  };
};
