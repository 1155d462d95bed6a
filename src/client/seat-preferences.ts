import * as z from 'zod';

export const themeNames = ['dark', 'light', 'contrast', '16', 'none'] as const;
export type ThemeName = (typeof themeNames)[number];
export const notifyWays = ['auto', 'osc9', 'osc777', 'osc99', 'off'] as const;

/** Stands for own keys that are no table of keys at all. */
export const unreadableKeys: Record<string, string[]> = {};

/**
 * How a person likes their seat. Each is a setting of their profile (`config set KEY VALUE`), but for `keys`, which `config keys` changes.
 */
export const seatPreferenceShapes = {
  /** Colours; `auto` asks the terminal for its background and how many colours it has. */
  theme: z.enum(['auto', ...themeNames]),
  /** How many cells the terminal gives to characters such as `—`, `…`, `①`; `auto` measures it. */
  'ambiguous-width': z.enum(['auto', 'narrow', 'wide']),
  /** Speaks in order, and only what changed, in place of drawing. */
  'screen-reader': z.union([z.boolean(), z.stringbool()]),
  /** Whether the program has a screen of its own, which leaves no trace of citizens in the terminal's history. */
  'alternate-screen': z.union([z.boolean(), z.stringbool()]),
  /** How a new call is told to the desktop. */
  notify: z.enum(notifyWays),
  /** Whether a new call sounds the terminal's bell. */
  bell: z.union([z.boolean(), z.stringbool()]),
  /** For how long a close or a dispatch can be taken back. Whole seconds; 0 sends at once. */
  'undo-seconds': z.coerce.number().int().min(0).max(60),
  /** Own keys, by the action's id. A seat has to open also when somebody wrote nonsense here: `tui/keymap/own-keys.ts` names it. */
  keys: z
    .record(z.string(), z.union([z.string().transform((one) => [one]), z.array(z.string()).catch([])]))
    .catch(() => unreadableKeys),
} as const;

export type SeatPreferences = {
  readonly [K in keyof typeof seatPreferenceShapes]: z.output<(typeof seatPreferenceShapes)[K]>;
};

export const defaultPreferences: SeatPreferences = {
  theme: 'auto',
  'ambiguous-width': 'auto',
  'screen-reader': false,
  'alternate-screen': true,
  notify: 'auto',
  bell: true,
  'undo-seconds': 10,
  keys: {},
};

export const seatPreferenceKeys = Object.keys(seatPreferenceShapes) as (keyof SeatPreferences)[];
