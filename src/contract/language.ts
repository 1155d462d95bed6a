/** The languages the program speaks. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language meant by a tag, a locale or an Accept-Language header: English when it says so first, else Chinese. */
export const languageOf = (tag: string | undefined): Language => (/^\s*en(?![a-z])/i.test(tag ?? '') ? 'en' : 'zh-CN');
