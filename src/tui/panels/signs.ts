import type { PlainKey, Say } from '../words/words.ts';

/** A sign of the screen and what it means. */
interface Sign {
  readonly sign: string;
  readonly means: PlainKey;
}

/** Signs that stand for themselves, and words that are short for more, in the order in which a new person meets them. */
export const signs = (say: Say): readonly Sign[] => [
  { sign: '▸', means: 'signs.chosen' },
  { sign: '!', means: 'signs.mind' },
  { sign: '↩', means: 'signs.back' },
  { sign: '◆', means: 'signs.talking' },
  { sign: '‖', means: 'signs.held' },
  { sign: '✓', means: 'signs.done' },
  { sign: '✗', means: 'signs.refused' },
  { sign: '↻', means: 'signs.again' },
  { sign: say('kb.mark.unconfirmed'), means: 'signs.unconfirmed' },
  { sign: say('signs.matched.sign'), means: 'signs.matched' },
  { sign: '[1]', means: 'signs.figure' },
];
