import type { Language } from '../../contract/language.ts';

/** The same words in every language. */
export type Words = Readonly<Record<Language, string>>;

export const both = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

/** Words that need no translation: a number, a date, a name. */
export const same = (text: string): Words => both(text, text);

/** One after another, as clauses of one sentence or as sentences. */
export const joined = (parts: readonly Words[], chinese: string, english: string): Words =>
  both(parts.map((part) => part['zh-CN']).join(chinese), parts.map((part) => part.en).join(english));
