import {
  notifyWays,
  type SeatPreferences,
  seatPreferenceShapes,
  themeNames,
} from '../../../client/seat-preferences.ts';
import type { Language } from '../../../contract/language.ts';
import { type Say, term } from '../../words/words.ts';
import type { SeatSession } from '../session.ts';
import type { SettingKey, SettingValue } from './offer.ts';

const onOrOff = [true, false] as const;

/** What each may be set to, at the seat. Whole seconds can be typed as well. */
export const settingValues: { readonly [K in SettingKey]: readonly SeatPreferences[K][] } = {
  theme: ['auto', ...themeNames],
  'ambiguous-width': ['auto', 'narrow', 'wide'],
  'screen-reader': onOrOff,
  'alternate-screen': onOrOff,
  notify: notifyWays,
  bell: onOrOff,
  'undo-seconds': [0, 5, 10, 15, 20, 30, 60],
};

export const settingKeys = Object.keys(settingValues) as readonly SettingKey[];

/** What the terminal was opened with; it stays as it is until the seat is opened again. */
const takesReopening: readonly SettingKey[] = ['ambiguous-width', 'screen-reader', 'alternate-screen'];

/** The value that was typed, when the setting can have it. */
export const typedValue = (key: SettingKey, typed: string): SettingValue | undefined => {
  const text = typed.normalize('NFKC').trim();
  const read = text === '' ? undefined : seatPreferenceShapes[key].safeParse(text);
  return read?.success ? read.data : undefined;
};

/** Sets it for now, and in the person's profile; says so, or why it could not be kept. */
export const applySetting = async (session: SeatSession, key: SettingKey, written: string): Promise<void> => {
  const value = typedValue(key, written);
  if (value === undefined) return;
  const { say, store } = session;
  const about = { setting: say(`setting.${key}`), value: valueText(store.get().language, say, key, value) };
  try {
    await session.setPreference(key, value);
    session.notice('done', say(takesReopening.includes(key) ? 'setting.kept-later' : 'setting.kept', about));
  } catch (error) {
    session.notice('refused', say('setting.not-kept', { ...about, reason: (error as Error).message }));
  }
};

/** A value in people's words. */
export const valueText = (language: Language, say: Say, key: SettingKey, value: SettingValue): string => {
  if (typeof value === 'boolean') return say(value ? 'setting.on' : 'setting.off');
  if (typeof value === 'number') return say('setting.seconds', { seconds: value });
  return term(language, `setting.${key}`, value);
};
