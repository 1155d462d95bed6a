import { plainText } from '../../domain/text/plain-text.ts';

type Env = Readonly<Record<string, string | undefined>>;
/** `off`: the terminal shows none, so the bell has to do. */
export type NotificationWay = 'osc9' | 'osc777' | 'osc99' | 'off';

/** Terminals by the name they give themselves, in TERM_PROGRAM, in TERM, or to tmux. ConEmu means other things by OSC 9. */
const known: readonly (readonly [RegExp, NotificationWay])[] = [
  [/kitty/, 'osc99'],
  [/iterm/, 'osc9'],
  [/wezterm|ghostty|foot|rxvt|contour/, 'osc777'],
  [/apple_terminal|^linux|^dumb|^cons|^vt\d/, 'off'],
];

const byName = (name: string): NotificationWay | undefined =>
  known.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];

/**
 * How the terminal shows a notification on the desktop. One that is not known by name gets OSC 777, which most understand (Windows Terminal,
 * and VTE where it is built in) and the others leave alone: behind SSH only TERM tells of it, and that says xterm for many.
 */
export const notificationWay = (env: Env): NotificationWay => {
  if (env.ConEmuPID) return 'off';
  if (env.KITTY_WINDOW_ID) return 'osc99';
  const named = [env.TERM_PROGRAM, env.LC_TERMINAL, env.TERM].map((name) => byName(name ?? ''));
  return named.find((way) => way !== undefined) ?? 'osc777';
};

/** The same inside tmux, by what the terminal around it calls itself. */
export const wayByName = (name: string): NotificationWay => byName(name) ?? 'osc777';

/** Nothing that could end the sequence early, and no `;`, which parts its fields. */
const harmless = (text: string): string => plainText(text, { multiline: false }).replaceAll(';', ',');

const ends = '\x07';

/** A notification with a title and a line of text. */
export const notificationSequence = (way: NotificationWay, title: string, text: string): string => {
  const [name, words] = [harmless(title), harmless(text)];
  switch (way) {
    case 'osc9':
      return `\x1b]9;${name}: ${words}${ends}`;
    case 'osc777':
      return `\x1b]777;notify;${name};${words}${ends}`;
    case 'osc99':
      return `\x1b]99;i=expert-seat:d=0;${name}${ends}\x1b]99;i=expert-seat:p=body;${words}${ends}`;
    case 'off':
      return '';
  }
};
