import { exitCode } from '../../contract/exit-code.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { localToken } from './local-token.ts';
import { runningHub } from './running-hub.ts';

export interface FoundHub {
  url: string;
  token: string | undefined;
  /** Where its address came from. */
  from: 'option' | 'profile' | 'data-dir';
}

/** The hub that somebody chose: on the command line, in the environment, or in the profile. */
export const chosenHub = async (context: Context): Promise<FoundHub | undefined> => {
  const profile = await context.profile();
  const url = context.hub ?? profile.get('hub');
  if (!url) return undefined;
  // A token goes to the hub it was given for and to no other.
  const { signIn } = profile;
  const token = context.token ?? (signIn?.hub === url ? signIn.token : undefined);
  return { url, token, from: context.hub ? 'option' : 'profile' };
};

/** The hub that runs on the data folder, with a token of that folder. */
const localHub = async (context: Context): Promise<FoundHub | undefined> => {
  const { dataDir } = context;
  const running = await runningHub(dataDir);
  if (!running) return undefined;
  const token = context.token ?? (await localToken(dataDir, 'admin')) ?? (await localToken(dataDir, 'expert'));
  return { url: running.url, token, from: 'data-dir' };
};

/**
 * The hub a command talks to: chosen, else the one that runs on the data folder. Where both are one and nobody is signed in, as after
 * `logout` on the hub's own machine, the folder's token serves as it did before the sign-in. A plain command starts none of its own: a
 * citizen's call must not vanish into a private store.
 * @throws {Failure} exit 6 when there is none
 */
export const findHub = async (context: Context): Promise<FoundHub> => {
  const chosen = await chosenHub(context);
  const local = chosen?.token ? undefined : await localHub(context);
  const found = !chosen || chosen.url === local?.url ? local : chosen;
  if (found) return found;
  throw new Failure('no_hub', exitCode.unreachable, context.say('error.no-hub', { dir: context.dataDir }), {
    hint: context.say('error.no-hub.hint'),
  });
};
