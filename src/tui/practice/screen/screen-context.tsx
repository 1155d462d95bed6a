import { createContext, use } from 'react';
import type { Language } from '../../../contract/language.ts';
import type { Say } from '../../words/words.ts';
import type { View } from './practice-screen.ts';

/** What every part of a screen may need. */
export interface ScreenFacts {
  readonly say: Say;
  readonly language: Language;
  /** The body's, written by what scrolls in it. */
  readonly view: View;
}

export const ScreenContext = createContext<ScreenFacts | undefined>(undefined);

export const useScreen = (): ScreenFacts => {
  const facts = use(ScreenContext);
  if (!facts) throw new Error('no practice screen around this component');
  return facts;
};
