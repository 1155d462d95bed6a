import type { Profile } from './profile.ts';
import { type SeatPreferences, seatPreferenceKeys } from './seat-preferences.ts';

/**
 * What a person set for their seat.
 *
 * @throws {ProfileError} when someone wrote a value into the file that does not fit
 */
export const preferencesOf = (profile: Pick<Profile, 'get'>): Partial<SeatPreferences> =>
  Object.fromEntries(
    seatPreferenceKeys.map((key) => [key, profile.get(key)]).filter(([, value]) => value !== undefined),
  );
