/** Characters that JSON leaves as they are but a terminal acts upon or hides: C1 controls, zero-width and bidi characters. */
const unseen = /[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** One JSON document on one line, harmless to a terminal too. */
export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(unseen, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
