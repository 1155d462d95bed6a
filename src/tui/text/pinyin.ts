/** Pinyin of a text, as initials and in full; nothing until the library is there. */
export type Pinyin = (text: string) => { initials: string; full: string };

let loading: Promise<Pinyin> | undefined;

/** The library is large, so it is there only for who needs it. */
export const loadPinyin = (): Promise<Pinyin> => {
  loading ??= import('pinyin-pro').then(({ pinyin }) => (text) => {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
    return { initials: syllables.map((syllable) => syllable[0] ?? '').join(''), full: syllables.join('') };
  });
  return loading;
};
