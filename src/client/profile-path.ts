import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Language, languages } from '../contract/language.ts';
import { configDir } from './places.ts';

/** Shape of a profile's name, which is also its file's. */
export const profileNamePattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;

export const profilePath = (name: string, env?: Record<string, string | undefined>): string =>
  path.join(configDir(env), `${name}.json`);

/** The language set in a profile, read without loading what a profile takes: help and version must come at once. */
export const peekLanguage = (name: string): Language | undefined => {
  try {
    const { lang } = JSON.parse(readFileSync(profilePath(name), 'utf8')) as { lang?: unknown };
    return languages.find((language) => language === lang);
  } catch {
    return undefined;
  }
};
