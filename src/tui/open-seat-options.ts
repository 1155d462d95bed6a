import type { HubClient } from '../client/hub-client.ts';
import type { PersonalSnippets } from '../client/personal-snippets.ts';
import type { SeatPreferences } from '../client/seat-preferences.ts';
import type { Language } from '../contract/language.ts';
import type { Clock } from './state/clock.ts';
import type { Conversation } from './state/conversation/conversation.ts';
import type { KnowledgeSource } from './state/knowledge/open.ts';
import type { Mode } from './state/model.ts';
import type { SavePreference } from './state/session-options.ts';
import type { TerminalInput } from './terminal/key-stream.ts';
import type { TerminalFacts } from './terminal/terminal-facts.ts';

/** What a seat is opened with, on a screen or line by line. */
export interface OpenSeatOptions {
  /** Signed in. Undefined: the sign-in screen asks for hub and token. */
  client: HubClient | undefined;
  signIn?: ((url: string, token: string) => Promise<HubClient>) | undefined;
  language: Language;
  mode: Mode;
  color: boolean;
  /** What the terminal said of itself; absent: it was not asked. */
  terminal?: TerminalFacts | undefined;
  /** How this person likes their seat; what is absent is as `defaultPreferences` has it. */
  preferences?: Partial<SeatPreferences> | undefined;
  /** Keeps a preference that was changed at the seat; absent: it lasts as long as the seat is open. */
  savePreference?: SavePreference | undefined;
  /** What there is to search and read; absent: nothing. */
  knowledge?: KnowledgeSource | undefined;
  /** Opens the person's own snippets; absent: there are none. */
  personalSnippets?: (() => Promise<PersonalSnippets>) | undefined;
  /** The folder of what must not be lost, whatever happens; absent: it lasts as long as the program. */
  desk?: string | undefined;
  /** What a simulated citizen would say of themselves, by the call's id. */
  citizenSays?: ((call: string) => string | undefined) | undefined;
  /** What is said and heard, where citizens can be talked with: in practice. */
  conversation?: Conversation | undefined;
  /** Called when the first useful frame stands. */
  whenShown?: (() => void) | undefined;
  stdin?: TerminalInput;
  stdout?: NodeJS.WriteStream;
  /** What the environment says of the terminal. */
  env?: NodeJS.ProcessEnv;
  /** For tests that stop the time. */
  clock?: Clock;
}
