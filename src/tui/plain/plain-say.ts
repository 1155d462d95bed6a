import type { Language } from '../../contract/language.ts';
import { type PlainName, plainNames } from '../words/plain-names.ts';
import { type Say, sayIn, type WordKey } from '../words/words.ts';

/** What is typed here for an action whose key a sentence names. */
const typedFor: Readonly<Record<string, PlainName>> = {
  hold: 'hold',
  close: 'close',
  dispatch: 'dispatch',
  end: 'end',
  return: 'return',
  'take-next': 'take',
  'take-back': 'undo',
  resend: 'resend',
  'older-texts': 'older',
  seat: 'ready',
  'show-queue': 'queue',
  'show-call': 'call',
  'show-tickets': 'tickets',
  talk: 'say',
  'talk-say': 'say',
  'read-out': 'readout',
  'finish-practice': 'finish',
  help: 'help',
  quit: 'quit',
};

/** Sentences in which the key that holds a call brings it back. */
const resuming: readonly WordKey[] = ['done.held', 'remind.held', 'why.not-heard'];

/** The screen's sentences, with what is to be typed here where they name a key. */
export const plainSay = (language: Language): Say => {
  const name = (id: PlainName): string => `"${plainNames[id][language === 'en' ? 1 : 0]}"`;
  const typed = (action: string): string | undefined => {
    const id = typedFor[action];
    return id && name(id);
  };
  const say = sayIn(language, typed);
  const sayResuming = sayIn(language, (action) => (action === 'hold' ? name('resume') : typed(action)));
  return (key, ...fill) => {
    const text = (resuming.includes(key) ? sayResuming : say)(key, ...fill);
    return key === 'outbox.posted' ? `${text}${say('plain.undo')}` : text;
  };
};
