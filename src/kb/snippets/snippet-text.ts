import type { Words } from '../sums/words.ts';

/** Fields that a snippet's text may name, by what stands for them, which is known from the call. */
export const knownFields = {
  caller: '称呼',
  seat: '坐席',
  ticket: '工单号',
  today: '今天',
  topic: '事项',
  article: '文章',
  question: '问题',
} as const;
export type KnownField = keyof typeof knownFields;

const written = Object.values(knownFields)
  .map((name) => `{${name}}`)
  .join(' ');

/** What fields there are, for who writes a snippet. */
export const fieldsHelp: Words = {
  'zh-CN': `${written} 会自动填好；{?…} 插入后现填`,
  en: `${written} are filled in by themselves; {?…} is asked for`,
};

/** A field in a snippet: `{称呼}` is filled in, `{?日期}` is asked for. */
const field = /\{(\??)([^{}?\n]{1,20})\}/g;

/** A place in an answer that is still to be filled in, as a snippet left it: `{日期}`. */
const place = /\{[^{}\n]{1,20}\}/g;

const byName = new Map<string, KnownField>(
  Object.entries(knownFields).map(([known, name]) => [name, known as KnownField]),
);

/** Fields of a text that are neither known nor asked for. */
export const unknownFields = (text: string): readonly string[] =>
  [...text.matchAll(field)].flatMap(([, asked, name = '']) => (asked === '' && !byName.has(name) ? name : []));

/** The text with what is known in its fields; the others stay as places to be filled in. */
export const fillSnippet = (text: string, values: Readonly<Partial<Record<KnownField, string>>>): string =>
  text.replace(field, (_, asked: string, name: string) => {
    const known = asked === '' ? byName.get(name) : undefined;
    return (known && values[known]) || `{${name}}`;
  });

/** A text that was written for one call as a snippet for others: who called becomes a field, places are asked for again. */
export const asSnippet = (text: string, caller: string): string => {
  const asked = text.replace(place, (found) => (byName.has(found.slice(1, -1)) ? found : `{?${found.slice(1)}`));
  return caller === '' ? asked : asked.replaceAll(caller, `{${knownFields.caller}}`);
};

/** What the places of an answer ask for, in their order, each with where it begins and ends. */
export const placesIn = (
  text: string,
): readonly { readonly asks: string; readonly from: number; readonly to: number }[] =>
  text.includes('{')
    ? [...text.matchAll(place)].map(({ 0: found, index }) => ({
        asks: found.slice(1, -1),
        from: index,
        to: index + found.length,
      }))
    : [];
