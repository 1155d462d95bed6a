import { peekLanguage, profileNamePattern } from '../client/profile-path.ts';
import { type Language, languageOf, languages } from '../contract/language.ts';

/** The value of an option before the command line is parsed; only for what must be known before that. */
const early = (args: readonly string[], flag: string): string | undefined => {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const joined = options.findLast((word) => word.startsWith(`${flag}=`));
  if (joined) return joined.slice(flag.length + 1);
  const at = options.lastIndexOf(flag);
  return at < 0 ? undefined : options[at + 1];
};

/** The first of the locale's variables that says something, as a language tag. */
const localeOf = (env: Record<string, string | undefined>): string | undefined =>
  [env.LC_ALL, env.LC_MESSAGES, env.LANG]
    .find((locale) => locale && !/^(C|POSIX)(\.|$)/.test(locale))
    ?.replace('_', '-');

/**
 * The language to speak: `--lang`, EXPERT_SEAT_LANG, the profile, then the locale. A locale that says nothing (C, POSIX, none)
 * means Chinese. A wrong `--lang` is refused later, in the language found without it.
 */
export const speakingLanguage = (
  args: readonly string[],
  env: Record<string, string | undefined> = process.env,
): Language => {
  const known = (value: string | undefined): Language | undefined => languages.find((language) => language === value);
  const profile = early(args, '--profile') ?? env.EXPERT_SEAT_PROFILE ?? 'default';
  return (
    known(early(args, '--lang')) ??
    known(env.EXPERT_SEAT_LANG) ??
    (profileNamePattern.test(profile) ? peekLanguage(profile) : undefined) ??
    languageOf(localeOf(env))
  );
};

/** Whether errors are wanted as JSON, before the command line is parsed. */
export const speakingJson = (
  args: readonly string[],
  env: Record<string, string | undefined> = process.env,
): boolean => {
  const end = args.indexOf('--');
  return (
    (end < 0 ? args : args.slice(0, end)).includes('--json') || /^(1|true|yes|on)$/i.test(env.EXPERT_SEAT_JSON ?? '')
  );
};
