import { existsSync } from 'node:fs';
import path from 'node:path';
import { defaultDataDir } from '../client/places.ts';
import type { Profile } from '../client/profile.ts';
import { profileNamePattern, profilePath } from '../client/profile-path.ts';
import { type Language, languages } from '../contract/language.ts';
import type { GlobalValues } from './global-options.ts';
import { wrongUsage } from './usage-failure.ts';
import type { Say } from './words/words.ts';

/** What every command works in: the global options settled from command line, environment and profile, in this order. */
export interface Context {
  language: Language;
  say: Say;
  /** Results as JSON documents. */
  json: boolean;
  color: boolean;
  /** Whether a person may be asked: there is a terminal, and nobody said --no-input. */
  mayAsk: boolean;
  /** How long one request may take, in milliseconds; `timeoutGiven` when somebody chose it. */
  timeoutMs: number;
  timeoutGiven: boolean;
  dataDir: string;
  profileName: string;
  /** Opens the profile; its file is made by the first write only. */
  profile(): Promise<Profile>;
  /** From the command line or the environment. A profile's are found by `findHub`. */
  hub: string | undefined;
  token: string | undefined;
}

const defaultTimeoutMs = 10_000;

type Env = Record<string, string | undefined>;

const yes = /^(1|true|yes|on)$/i;
const no = /^(0|false|no|off|)$/i;

/** A switch from the environment. @throws {Failure} exit 2 on a word that is neither yes nor no */
const envSwitch = (env: Env, name: string, say: Say): boolean => {
  const value = env[name] ?? '';
  if (yes.test(value)) return true;
  if (no.test(value)) return false;
  throw wrongUsage(say('global.bad-switch', { name }));
};

/** An option by its flag, else its variable; an empty variable is as good as none. */
const chosen = (flag: string | undefined, env: Env, name: string): string | undefined =>
  flag ?? (env[name] || undefined);

const checkedLanguage = (value: string | undefined, say: Say): Language | undefined => {
  if (value === undefined) return undefined;
  const language = languages.find((known) => known === value);
  if (!language) throw wrongUsage(say('global.bad-lang', { known: languages.join(' | ') }));
  return language;
};

/**
 * @param given what the command line says
 * @throws {Failure} exit 2 when a global option or its variable does not fit
 */
export const contextOf = async (given: GlobalValues, say: Say, language: Language): Promise<Context> => {
  const env = process.env;
  checkedLanguage(chosen(given.lang, env, 'EXPERT_SEAT_LANG'), say);
  const profileName = chosen(given.profile, env, 'EXPERT_SEAT_PROFILE') ?? 'default';
  if (!profileNamePattern.test(profileName)) throw wrongUsage(say('global.bad-profile'));
  let opened: Profile | undefined;
  const profile = async (): Promise<Profile> => {
    if (!opened) {
      const module = await import('../client/profile.ts');
      opened = new module.Profile(profileName);
    }
    return opened;
  };
  const kept = existsSync(profilePath(profileName)) ? await profile() : undefined;

  const timeout = chosen(given.timeout, env, 'EXPERT_SEAT_TIMEOUT');
  if (timeout !== undefined && !(/^\d+$/.test(timeout) && Number(timeout) >= 100 && Number(timeout) <= 3_600_000))
    throw wrongUsage(say('global.bad-timeout'));
  const timeoutMs = timeout === undefined ? kept?.get('timeout') : Number(timeout);

  const hub = chosen(given.hub, env, 'EXPERT_SEAT_HUB');
  const token = chosen(given.token, env, 'EXPERT_SEAT_TOKEN');
  if (token !== undefined && !/^[\x21-\x7e]{1,512}$/.test(token)) throw wrongUsage(say('global.bad-token'));
  const noColor = given.color === false || envSwitch(env, 'EXPERT_SEAT_NO_COLOR', say) || Boolean(env.NO_COLOR);
  return {
    language,
    say,
    json: given.json ?? envSwitch(env, 'EXPERT_SEAT_JSON', say),
    color: !noColor && (kept?.get('color') ?? process.stdout.isTTY === true),
    mayAsk:
      given.input !== false &&
      !envSwitch(env, 'EXPERT_SEAT_NO_INPUT', say) &&
      process.stdin.isTTY === true &&
      process.stderr.isTTY === true,
    timeoutMs: timeoutMs ?? defaultTimeoutMs,
    timeoutGiven: timeoutMs !== undefined,
    dataDir: path.resolve(chosen(given.data, env, 'EXPERT_SEAT_DATA') ?? kept?.get('data') ?? defaultDataDir()),
    profileName,
    profile,
    hub: hub === undefined ? undefined : await checkedHub(hub, say),
    token,
  };
};

const checkedHub = async (value: string, say: Say): Promise<string> => {
  const { HubUrl } = await import('../client/settings.ts');
  const parsed = HubUrl.safeParse(value);
  if (!parsed.success) throw wrongUsage(say('global.bad-hub'));
  return parsed.data;
};
