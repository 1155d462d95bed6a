import {
  type ClientSettingKey,
  type ClientSettings,
  clientSettingKeys,
  clientSettings,
} from '../../client/settings.ts';
import { exitCode } from '../../contract/exit-code.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { refused } from '../input/checked.ts';
import { check } from '../input/problems.ts';
import { nearest } from '../nearest.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';

/** Settings of one value; own keys are a table, which `config keys` keeps in order. */
const keysOfOne = clientSettingKeys.filter((key) => key !== 'keys');

const keyOf = ({ say }: Context, word: string): ClientSettingKey => {
  if (word === 'keys') throw wrongUsage(say('config.keys.elsewhere'), say('config.keys.elsewhere.hint'));
  const key = keysOfOne.find((known) => known === word);
  if (key) return key;
  const meant = nearest(word, keysOfOne);
  throw new Failure(
    'not_found',
    exitCode.notFound,
    say('config.unknown', { key: word }) + (meant ? say('usage.meant', { word: meant }) : ''),
    { hint: say('config.unknown.hint', { known: keysOfOne.join(' ') }) },
  );
};

/** `config get`: the value alone, so that a script can use it as it is. */
export const getSetting: Work<[string], object> = async (context, [word]) => {
  const key = keyOf(context, word);
  const value = (await context.profile()).get(key);
  if (value === undefined) throw new Failure('not_found', exitCode.notFound, context.say('config.not-set', { key }));
  await show(context, { key, value }, () => `${value}\n`);
  return undefined;
};

/** `config set` */
export const setSetting: Work<[string, string], object> = async (context, [word, value]) => {
  const key = keyOf(context, word);
  const result = check(clientSettings[key], value, context);
  if (!result.ok)
    throw refused(
      context,
      result.problems.map(({ problem }) => ({ field: key, problem })),
    );
  const change: ClientSettings = { [key]: result.value };
  (await context.profile()).set(change);
  await show(context, { key, value: result.value }, () => `${key} = ${result.value}\n`);
  return undefined;
};

/** `config unset` */
export const unsetSetting: Work<[string], object> = async (context, [word]) => {
  const key = keyOf(context, word);
  (await context.profile()).unset(key);
  await show(context, { key, value: null }, () => `${context.say('config.unset', { key })}\n`);
  return undefined;
};

/** Own keys are a table: each action with its keys on a line. */
const settingText = (value: unknown): string =>
  typeof value === 'object'
    ? Object.entries(value as Record<string, string[]>)
        .map(([action, keys]) => `${action}: ${keys.join(', ')}`)
        .join('\n')
    : String(value);

/** `config list`: what is set, and who is signed in; never the token. */
export const listSettings: Work<[], object> = async (context) => {
  const profile = await context.profile();
  const { settings, signIn } = profile;
  const document = {
    profile: profile.name,
    path: profile.path,
    settings,
    ...(signIn && { signedIn: { hub: signIn.hub, user: signIn.user } }),
  };
  await show(context, document, () =>
    facts([
      [context.say('config.profile'), `${profile.name}  ${profile.path}`],
      ...Object.entries(settings).map(([key, value]) => [key, settingText(value)] as const),
      [context.say('config.signed-in'), signIn && `${signIn.user.name}  ${signIn.hub}`],
    ]),
  );
  return undefined;
};

/** `config path` */
export const settingsPath: Work<[], object> = async (context) => {
  const { path } = await context.profile();
  await show(context, { path }, () => `${path}\n`);
  return undefined;
};
