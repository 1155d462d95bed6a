import { type ArticleUse, noUse } from '../../client/article-use.ts';
import type { OutboxEntry } from '../../client/desk/outbox-entry.ts';
import { type ListUse, noListUse } from '../../client/list-use.ts';
import { defaultPreferences, type SeatPreferences } from '../../client/seat-preferences.ts';
import type { Language } from '../../contract/language.ts';
import type { EventView } from '../../contract/shapes/audit.ts';
import type { CallView } from '../../contract/shapes/call.ts';
import type { CorrectionView } from '../../contract/shapes/knowledge.ts';
import type { SeatView } from '../../contract/shapes/seat.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { UserView } from '../../contract/shapes/user.ts';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import type { EditBuffer } from '../text/edit-buffer.ts';
import { dayOf } from '../text/time.ts';
import type { AccountDesk } from './accounts/account-desk.ts';
import type { Talk } from './conversation/talk-state.ts';
import type { Lookup } from './knowledge/lookup-state.ts';
import { type Knowledge, noKnowledge } from './knowledge/model.ts';
import { RowMap } from './list/row-map.ts';
import type { FormState, Overlay } from './overlay.ts';
import { emptyTicketList, type TicketList } from './tickets/ticket-list-state.ts';

/** Where the hub is: a server, own process, own process with simulated calls; `practice`: the same for who learns, and nothing is real. */
export type Mode = 'hub' | 'local' | 'demo' | 'practice';
export type Screen = 'sign-in' | 'queue' | 'call' | 'knowledge' | 'accounts' | 'tickets';

export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected' }
  /** `retryAt`: local clock. */
  | { readonly state: 'away'; readonly since: number; readonly retryAt: number };

/** What the line above the keys says. The marks tell the kinds apart without colour. */
export interface Notice {
  /** `warning`: it was done, and there is something to mind. */
  readonly kind: 'done' | 'warning' | 'info' | 'refused' | 'away';
  readonly text: string;
  /** Local clock. */
  readonly at: number;
}

/** A citizen's number in clear, for a short while. */
export interface Reveal {
  readonly call: string;
  readonly phone: string;
  /** Local clock. */
  readonly until: number;
}

/** Everything the seat screen knows and shows. Never changed, only replaced. */
export interface SeatModel {
  readonly language: Language;
  readonly mode: Mode;
  /** How this person likes their seat; a change of one is drawn at once. */
  readonly preferences: SeatPreferences;
  /** Whether anybody sits here: while nobody does, there is the sign-in screen and no other. */
  readonly signedIn: boolean;
  /** Whether the first snapshot has come. */
  readonly loaded: boolean;
  readonly connection: Connection;
  /** The hub's clock minus ours. */
  readonly clockOffset: number;
  readonly me: UserView | undefined;
  readonly seat: SeatView | undefined;
  readonly settings: Settings;
  /** Calls of the line by id, ended ones included for a while so that late news of them stays old news. */
  readonly calls: ReadonlyMap<string, CallView>;
  /** Own tickets, and those of own calls, by number. */
  readonly tickets: RowMap<TicketView>;
  readonly ticketList: TicketList;
  /** How this person left the lists. */
  readonly lists: ListUse;
  /** What happened to a ticket, by number. */
  readonly histories: ReadonlyMap<string, readonly EventView[]>;
  readonly knowledge: Knowledge;
  /** The hub's calendar day, `YYYY-MM-DD`, on which articles hold or do not. */
  readonly today: string;
  /** The hub's clock by the minute, ISO 8601, by which tickets are overdue. */
  readonly minute: string;
  /** What this person pinned, read and used. */
  readonly use: ArticleUse;
  /** Own corrections by id. */
  readonly corrections: ReadonlyMap<string, CorrectionView>;

  readonly screen: Screen;
  readonly overlay: Overlay | undefined;
  /** Keys pressed that others have to follow, and whether the hint with those is shown. */
  readonly prefix: { readonly keys: string; readonly shown: boolean } | undefined;
  readonly notice: Notice | undefined;
  /** The selected call of the queue. */
  readonly queueAt: string | undefined;
  readonly ticketAt: string | undefined;
  /** The ticket screen shows the selected ticket's history. */
  readonly ticketOpen: boolean;
  /** The call on the call screen. */
  readonly callAt: string | undefined;
  /** Which pane of the screen has the focus; the first one when it has no such pane. `lookup`: the knowledge beside a call; `talk`: what is said in it. */
  readonly pane: 'main' | 'detail' | 'lookup' | 'talk';
  /** Whether the call screen has room for the knowledge while the answer has the keys, as it was drawn last. */
  readonly knowledgeFits: boolean;
  /** Whether the window has room for the screen, as it was drawn last; keys that mean something on a screen mean nothing without. */
  readonly windowFits: boolean;
  /** First line shown of the pane with the long text. */
  readonly scroll: number;
  /** Answers being written, by call. */
  readonly drafts: ReadonlyMap<string, EditBuffer>;
  /** Searches, by call; the knowledge screen's has an empty name. */
  readonly lookups: ReadonlyMap<string, Lookup>;
  /** Ids of the articles that a call's answer rests on, by call. */
  readonly citations: ReadonlyMap<string, readonly string[]>;
  /** Forms begun and not yet accepted, by `formKey`. */
  readonly forms: ReadonlyMap<string, FormState>;
  readonly reveal: Reveal | undefined;
  /** What is said in calls; undefined where there is nobody to talk with. */
  readonly talk: Talk | undefined;
  /** What is known of citizens' accounts, by call at this seat. */
  readonly accounts: ReadonlyMap<string, AccountDesk>;
  /** What is to be sent, and what was refused and nobody has looked after yet; in the order in which it was done. */
  readonly outbox: readonly OutboxEntry[];
  /** What stands at the hub in place of what was refused, by ticket; `hidden`: it is not this person's to see. */
  readonly standing: ReadonlyMap<string, TicketView | 'hidden'>;
  /** What was sent last, in words. */
  readonly sentLast: string | undefined;
  /** What is being asked of the hub right now. */
  readonly busy: string | undefined;
}

/** A moment without its seconds. `now`: milliseconds since 1970. */
export const minuteOf = (now: number): string => toInstant(Math.floor(now / 60_000) * 60_000);

/** `now`: milliseconds since 1970. */
export const emptyModel = (language: Language, mode: Mode, now = Date.now()): SeatModel => ({
  language,
  mode,
  preferences: defaultPreferences,
  signedIn: true,
  loaded: false,
  connection: { state: 'connecting' },
  clockOffset: 0,
  me: undefined,
  seat: undefined,
  settings: defaultSettings,
  calls: new Map(),
  tickets: RowMap.of(({ number }) => number),
  ticketList: emptyTicketList,
  lists: noListUse,
  histories: new Map(),
  knowledge: noKnowledge,
  today: dayOf(now),
  minute: minuteOf(now),
  use: noUse,
  corrections: new Map(),
  screen: 'queue',
  overlay: undefined,
  prefix: undefined,
  notice: undefined,
  queueAt: undefined,
  ticketAt: undefined,
  ticketOpen: false,
  callAt: undefined,
  pane: 'main',
  knowledgeFits: true,
  windowFits: true,
  scroll: 0,
  drafts: new Map(),
  lookups: new Map(),
  citations: new Map(),
  forms: new Map(),
  reveal: undefined,
  talk: undefined,
  accounts: new Map(),
  outbox: [],
  standing: new Map(),
  sentLast: undefined,
  busy: undefined,
});
