import type { ReactNode } from 'react';
import type { Style, Theme } from '../../theme.ts';
import type { PlainKey, Say } from '../../words/words.ts';

/** The answer to the last key, until the next one. */
export interface ScreenNotice {
  readonly kind: 'done' | 'refused';
  readonly words: (say: Say) => string;
}

export interface ScreenState {
  readonly notice?: ScreenNotice | undefined;
}

/** What the body tells of the text that is seen, so that keys stop at its ends. */
export interface View {
  /** Rows of a page of the list. */
  page: number;
  /** Of the text that scrolls: lines of a page, the first line that is seen, and the last that can be the first. */
  textPage: number;
  top: number;
  most: number;
}

/** What a key leads to: another state of the screen, or what was chosen, which ends it; nothing where there is nothing to do. */
export type Outcome<State, Choice> = { readonly to: State } | { readonly choose: Choice } | undefined;

/** A key of a screen: what it is called in the key bar, where it means something, and what it does. */
export interface ScreenKey<State, Choice> {
  /** The first that an input method lets through is the one that is shown. */
  readonly keys: readonly string[];
  /** Absent: another row, or the line of tabs, shows this key. */
  readonly name?: (state: State) => PlainKey;
  /** Keys that the bar shows in place of this one, such as both arrows. */
  readonly shown?: readonly string[];
  readonly when?: (state: State) => boolean;
  readonly run: (state: State, view: View) => Outcome<State, Choice>;
}

export interface BodyProps<State> {
  readonly state: State;
  readonly change: (change: (state: State) => State) => void;
  readonly width: number;
  readonly height: number;
}

/** One of the screens around the seat in practice. */
export interface PracticeScreen<State extends ScreenState, Choice> {
  readonly name: PlainKey;
  /** Whose it is, or which call it is about. */
  readonly about: string;
  readonly first: State;
  readonly keys: readonly ScreenKey<State, Choice>[];
  /** The parts of it, each with its key; Tab goes from one to the next. */
  readonly tabs: readonly { readonly name: PlainKey; readonly key: string }[];
  readonly tabOf: (state: State) => number;
  /** Whether a field takes what is typed. */
  readonly writes: (state: State) => boolean;
  /** At the right of the parts, always in view; absent: the key that leads from one to the next. */
  readonly aside?: (state: State, say: Say, theme: Theme) => { readonly text: string; readonly style?: Style };
  /** What the time leads to, asked every second. */
  readonly tick?: (state: State) => Outcome<State, Choice>;
  readonly Body: (props: BodyProps<State>) => ReactNode;
}

/** The rows of a screen's keys that mean something now. */
export const keysNow = <State, Choice>(
  keys: readonly ScreenKey<State, Choice>[],
  state: State,
): readonly ScreenKey<State, Choice>[] => keys.filter(({ when }) => when?.(state) ?? true);

/** What a key leads to, by its name. */
export const pressed = <State extends ScreenState, Choice>(
  { keys }: Pick<PracticeScreen<State, Choice>, 'keys'>,
  state: State,
  key: string,
  view: View,
): Outcome<State, Choice> =>
  keysNow(keys, state)
    .find((row) => row.keys.includes(key))
    ?.run({ ...state, notice: undefined }, view);
