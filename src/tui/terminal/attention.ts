import type { CallView } from '../../contract/shapes/call.ts';
import type { Attention } from '../state/bell.ts';
import type { SeatSession } from '../state/session.ts';
import { domainName, type Say } from '../words/words.ts';
import { type Multiplexer, multiplexerOf } from './multiplexer.ts';
import { notificationSequence, notificationWay, wayByName } from './notification.ts';
import { seatTitle } from './title.ts';

type Env = Readonly<Record<string, string | undefined>>;

const bell = '\x07';

/** What the desktop shows to whoever stands by: that a call has come and which kind, but nothing of who calls or why. */
export const callNews = (session: Pick<SeatSession, 'store'>, call: CallView, say: Say): string => {
  const { language, settings } = session.store.get();
  return [
    say('notify.call'),
    domainName(language, settings.domains, call.domain),
    ...(call.priority === 'urgent' ? [say('notify.urgent')] : []),
  ].join(' · ');
};

/**
 * Tells a person who looks elsewhere of a new call: by the terminal's bell, and by the desktop when the window has not the focus, or does
 * not tell. It takes no focus, moves no cursor and presses no key.
 */
export class TerminalAttention implements Attention {
  /** Whether the window has the focus; undefined until the terminal tells. */
  focused: boolean | undefined;
  private readonly session: () => SeatSession;
  private readonly write: (text: string) => void;
  private readonly env: Env;
  private multiplexer: Multiplexer | undefined;

  constructor(session: () => SeatSession, write: (text: string) => void, env: Env) {
    this.session = session;
    this.write = write;
    this.env = env;
  }

  /** Finds out what stands between here and the terminal that the person sees. */
  async lookAround(): Promise<void> {
    this.multiplexer = await multiplexerOf(this.env);
  }

  call(call: CallView): void {
    this.reminder();
    if (this.focused) return;
    const session = this.session();
    const { notify } = session.preferences;
    const { multiplexer } = this;
    if (!multiplexer || notify === 'off') return;
    const around = multiplexer.terminal === '' ? notificationWay(this.env) : wayByName(multiplexer.terminal);
    const way = notify === 'auto' ? around : notify;
    const sequence = notificationSequence(way, seatTitle(session), callNews(session, call, session.say));
    this.write(multiplexer.through(sequence));
  }

  reminder(): void {
    if (this.session().preferences.bell) this.write(bell);
  }
}

/** Asks the terminal to tell when its window gets the focus or loses it. */
export const tellFocus = { on: '\x1b[?1004h', off: '\x1b[?1004l' } as const;
