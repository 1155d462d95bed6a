import path from 'node:path';
import { HubClient } from '../../client/hub-client.ts';
import { preferencesOf } from '../../client/preferences-of.ts';
import { signInAndKeep } from '../account/sign-in.ts';
import type { Context } from '../context.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { chosenHub } from '../hub/find-hub.ts';
import { localToken } from '../hub/local-token.ts';
import { runningHub } from '../hub/running-hub.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { localExpert } from './local-expert.ts';
import { personalSnippets } from './personal-snippets.ts';
import type { Place } from './place.ts';
import { terminalOf } from './terminal-of.ts';

/** The hub that was configured, signed in or not. */
const atChosenHub = async (context: Context): Promise<Place | undefined> => {
  const found = await chosenHub(context);
  if (!found) return undefined;
  const { language, timeoutMs } = context;
  const client = found.token ? new HubClient({ url: found.url, token: found.token, language, timeoutMs }) : undefined;
  return { mode: 'hub', client, leave: async () => client?.close() };
};

/** The hub that already runs on the data folder: a second seat, or `serve` next door. */
const atRunningHub = async (context: Context): Promise<Place | undefined> => {
  const running = await runningHub(context.dataDir);
  if (!running) return undefined;
  const { token, language, timeoutMs } = context;
  // Who says who they are sits there as themselves.
  if (token !== undefined) {
    const client = new HubClient({ url: running.url, token, language, timeoutMs });
    return { mode: 'hub', client, leave: () => client.close() };
  }
  const client = await localExpert(context, running.url, await localToken(context.dataDir, 'admin'));
  return { mode: 'local', client, leave: () => client.close() };
};

/** The hub that is there for this seat: chosen, or running on the data folder. */
export const hubToSitAt = async (context: Context): Promise<Place | undefined> =>
  (await atChosenHub(context)) ?? (await atRunningHub(context));

/** What a hub takes is loaded by a seat that has to bring its own only. */
const ownHub = async (context: Context): Promise<Place> => (await import('./own-hub.ts')).atOwnHub(context);

/** Whether there is a screen and a keyboard. */
export const isTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

/** The seat screen at a place, which it leaves at the end. @param whenShown called when the first useful frame stands */
export const openSeatAt = async (context: Context, place: Place, whenShown?: () => void): Promise<number> => {
  const { language, color } = context;
  try {
    // The terminal answers while the screen is loaded.
    const [terminal, { openSeat }] = await Promise.all([terminalOf(context), import('../../tui/open-seat.ts')]);

    handleSignalsMyself();
    return await openSeat({
      client: place.client,
      signIn: async (url: string, token: string) => (await signInAndKeep(context, url, token)).client,
      language,
      mode: place.mode,
      color,
      terminal,
      preferences: preferencesOf(await context.profile()),
      savePreference: async (key, value) => (await context.profile()).set({ [key]: value }),
      desk: path.join(context.dataDir, 'desk'),
      personalSnippets: () => personalSnippets(),
      knowledge: { dir: path.join(context.dataDir, 'knowledge'), shipped: shippedKnowledge },
      whenShown,
    });
  } finally {
    await place.leave();
  }
};

/** `expert-seat`: the seat screen. Needs a terminal. */
export const openSeatScreen: Work<[], object> = async (context) => {
  const { say } = context;
  if (!isTerminal()) throw wrongUsage(say('seat.no-terminal'), say('seat.no-terminal.hint'));
  return openSeatAt(context, (await hubToSitAt(context)) ?? (await ownHub(context)));
};
