import path from 'node:path';
import { HubClient } from '../../client/hub-client.ts';
import { PersonalSnippets } from '../../client/personal-snippets.ts';
import { preferencesOf } from '../../client/preferences-of.ts';
import { signInAndKeep } from '../account/sign-in.ts';
import type { Context } from '../context.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { chosenHub } from '../hub/find-hub.ts';
import { localToken } from '../hub/local-token.ts';
import { runningHub } from '../hub/running-hub.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';
import type { Work } from '../run.ts';
import { fundToAsk } from '../serve/fund-options.ts';
import { hubStartFailure } from '../serve/hub-start-failure.ts';
import { wrongUsage } from '../usage-failure.ts';
import { version } from '../version.ts';
import { localExpert } from './local-expert.ts';
import { terminalOf } from './terminal-of.ts';

type SeatMode = 'hub' | 'local';

interface Place {
  mode: SeatMode;
  /** Absent: the person signs in on the screen. */
  client: HubClient | undefined;
  leave(): Promise<void>;
}

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

/** A hub in this very process, which ends with the seat. */
const atOwnHub = async (context: Context): Promise<Place> => {
  const { startHub } = await import('../../hub/start-hub.ts');
  const options = {
    dataDir: context.dataDir,
    version,
    logLevel: 'silent',
    knowledge: await shippedKnowledge(),
    fund: await fundToAsk(context, {}),
  } as const;
  const hub = await startHub(options).catch((error: unknown) => {
    throw hubStartFailure(context, error);
  });
  try {
    const client = await localExpert(context, hub.url, hub.adminToken);
    const leave = async (): Promise<void> => {
      await client.close();
      await hub.close();
    };
    return { mode: 'local', client, leave };
  } catch (error) {
    await hub.close();
    throw error;
  }
};

const placeOf = async (context: Context): Promise<Place> =>
  (await atChosenHub(context)) ?? (await atRunningHub(context)) ?? (await atOwnHub(context));

/** `expert-seat`: the seat screen. Needs a terminal. */
export const openSeatScreen: Work<[], object> = async (context) => {
  const { say, language, color } = context;
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw wrongUsage(say('seat.no-terminal'), say('seat.no-terminal.hint'));
  const [place, terminal] = await Promise.all([placeOf(context), terminalOf(context)]);
  try {
    const { openSeat } = await import('../../tui/open-seat.tsx');
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
      personalSnippets: new PersonalSnippets(),
      knowledge: { dir: path.join(context.dataDir, 'knowledge'), shipped: shippedKnowledge },
    });
  } finally {
    await place.leave();
  }
};
