import type { HubClient } from '../../client/hub-client.ts';
import type { PersonalSnippets } from '../../client/personal-snippets.ts';
import type { SeatPreferences } from '../../client/seat-preferences.ts';
import type { Language } from '../../contract/language.ts';
import type { Say } from '../words/words.ts';
import type { Attention } from './bell.ts';
import type { Clock } from './clock.ts';
import type { Conversation } from './conversation/conversation.ts';
import type { KnowledgeSource } from './knowledge/open.ts';
import type { Mode } from './model.ts';
import type { SettingKey, SettingValue } from './palette/offer.ts';

export interface SessionOptions {
  readonly client: HubClient | undefined;
  readonly signIn?: ((url: string, token: string) => Promise<HubClient>) | undefined;
  readonly language: Language;
  /** Its sentences, where others than the screen's are wanted. */
  readonly say?: Say;
  readonly mode: Mode;
  readonly preferences?: SeatPreferences;
  /** Keeps a preference in the person's profile; absent: it lasts as long as the seat is open. */
  readonly savePreference?: SavePreference | undefined;
  readonly clock: Clock;
  /** The folder of what must not be lost; without one it lasts as long as the program. */
  readonly desk?: string | undefined;
  /** How a person who looks elsewhere is told. */
  readonly attention?: Attention;
  /** Hands a text to the terminal's clipboard. */
  readonly copy?: ((text: string) => void) | undefined;
  readonly knowledge?: KnowledgeSource | undefined;
  readonly personalSnippets?: (() => Promise<PersonalSnippets>) | undefined;
  /** What the citizen of a call would say when asked who they are; where citizens are simulated. */
  readonly citizenSays?: ((call: string) => string | undefined) | undefined;
  /** What is said and heard, where citizens can be talked with. */
  readonly conversation?: Conversation | undefined;
}

/** Keeps one of a person's preferences; throws when it cannot. */
export type SavePreference = (key: SettingKey, value: SettingValue) => Promise<void> | void;

/** What the terminal and the key table do for the session. */
export interface SessionHooks {
  quit(): void;
  /** Draws the whole screen anew. */
  redraw(): void;
  /** Does an action by its id. */
  perform(id: string): void;
  /** Gives the terminal to another program until `work` has ended, as `TerminalLending.lend` does. */
  lend(work: () => void | Promise<void>): Promise<boolean>;
  /** Stops this program as the shell's Ctrl-Z does. */
  suspend(): void;
}
