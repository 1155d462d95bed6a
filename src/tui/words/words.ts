import type { Language } from '../../contract/language.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type WordKey = keyof typeof zhCN;

/** The names in braces of a sentence; `{close:F9}` is the key of an action, and filled by itself. */
type Places<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${string}:${string}` ? never : Place) | Places<Rest>
  : never;
type Filling<K extends WordKey> = Places<(typeof zhCN)[K]>;

/** Sentences without places, which need no filling. */
export type PlainKey = { [K in WordKey]: [Filling<K>] extends [never] ? K : never }[WordKey];

/** A sentence of the catalogue in one language, its places filled; `{count|month|months}` is the former for one. */
export type Say = <K extends WordKey>(
  key: K,
  ...fill: [Filling<K>] extends [never] ? [] : [Record<Filling<K>, string | number>]
) => string;

const catalogues: Record<Language, Record<WordKey, string>> = { 'zh-CN': zhCN, en };

/** The key that a person gave to an action, as it is printed; nothing when it has the one that the sentence names. */
export type OwnKeyOf = (action: string) => string | undefined;

export const sayIn = (language: Language, ownKeyOf: OwnKeyOf = () => undefined): Say => {
  const catalogue = catalogues[language];
  return (key, ...[fill]) => {
    const places: Record<string, string | number> = fill ?? {};
    return catalogue[key].replace(
      /\{([\w-]+):([^{}]+)\}|\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
      (place, action?: string, usual?: string, name?: string, one?: string, more?: string) => {
        if (action !== undefined) return ownKeyOf(action) ?? usual!;
        const value = String(places[name!] ?? place);
        return one === undefined || more === undefined ? value : value === '1' ? one : more;
      },
    );
  };
};

/** A state or kind of the contract in people's words; one that is newer than this program is shown as it is. */
export const term = (language: Language, group: string, value: string): string => {
  const catalogue: Record<string, string> = catalogues[language];
  return catalogue[`${group}.${value}`] ?? value;
};

/** Name of a domain as the hotline calls it. */
export const domainName = (
  language: Language,
  domains: readonly { id: string; zh: string; en: string }[],
  id: string,
): string => {
  const found = domains.find((domain) => domain.id === id);
  return found ? (language === 'en' ? found.en : found.zh) : id;
};
