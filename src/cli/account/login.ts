import { HubError } from '../../client/hub-error.ts';
import { HubUrl } from '../../client/settings.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { chosenHub } from '../hub/find-hub.ts';
import { runningHub } from '../hub/running-hub.ts';
import { ask } from '../input/ask.ts';
import { refused } from '../input/checked.ts';
import { readStdin } from '../input/text-or-stdin.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { term } from '../words/words.ts';
import { signInAndKeep } from './sign-in.ts';

const hubToSignInAt = async (context: Context): Promise<string> => {
  const { say } = context;
  const url = (await chosenHub(context))?.url ?? (await runningHub(context.dataDir))?.url;
  if (url) return url;
  if (!context.mayAsk) throw wrongUsage(say('login.no-hub'), say('login.no-hub.hint'));
  const answer = HubUrl.safeParse((await ask(say('login.ask-hub'), { secret: false })) || 'http://127.0.0.1:7345');
  if (!answer.success) throw wrongUsage(say('global.bad-hub'));
  return answer.data;
};

const tokenToSignInWith = async (context: Context, fromStdin: boolean): Promise<string> => {
  const { say } = context;
  if (context.token) return context.token;
  if (!fromStdin && !context.mayAsk) throw wrongUsage(say('login.no-terminal'), say('login.no-terminal.hint'));
  const token = fromStdin
    ? (await readStdin(context, 'token')).trim()
    : await ask(say('login.ask-token'), { secret: true });
  if (!/^[\x21-\x7e]{1,512}$/.test(token))
    throw refused(context, [{ field: 'token', problem: say('global.bad-token') }]);
  return token;
};

/** A token sent in the clear over a network can be read on its way. */
const inTheClear = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(127(\.\d+){3}|localhost|\[::1\])$/.test(hostname);
};

/** To log in is no advice for who is just doing that: which token it is, and who gives a right one. */
const tokenRefused = ({ say }: Context, url: string, error: unknown): unknown =>
  error instanceof HubError && error.code === 'not_signed_in'
    ? new Failure(error.code, error.exit, say('login.refused', { url }), {
        hint: say('login.refused.hint'),
        cause: error,
      })
    : error;

/** `login`: asks the hub whose token it is, and keeps both in the profile (0600). */
export const login: Work<[], { tokenStdin?: boolean }> = async (context, _args, options) => {
  const { say, language } = context;
  const url = await hubToSignInAt(context);
  const token = await tokenToSignInWith(context, options.tokenStdin === true);
  if (inTheClear(url)) remark(context, say('login.clear', { url }));
  const { client, user } = await signInAndKeep(context, url, token).catch((error: unknown) => {
    throw tokenRefused(context, url, error);
  });
  await client.close();
  await show(
    context,
    { user, hub: url, profile: context.profileName },
    () => `${say('login.done', { name: user.name, role: term(language, 'role', user.role), url })}\n`,
  );
  return undefined;
};
