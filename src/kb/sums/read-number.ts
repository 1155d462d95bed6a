import type { NumberField } from './form.ts';
import { both, type Words } from './words.ts';

type NumberKind = NumberField['kind'];

/** Digits with commas between thousands or without, and decimals: `1,234.56`. */
const decimal = String.raw`(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?`;

/** How a kind is written, what its units are worth (in what it is read as), and what to say when it does not fit. */
const kinds: Record<NumberKind, { units: Record<string, number>; expected: (example?: string) => Words }> = {
  money: {
    units: { '': 100, 元: 100, 万: 1_000_000, 万元: 1_000_000 },
    expected: (example) =>
      both(
        `应为金额，如 ${example ?? '600000、60万、1,234.56'}，最多到分`,
        `an amount such as ${example ?? '600000, 60万 or 1,234.56'}, to the fen at most`,
      ),
  },
  percent: {
    units: { '': 1_000_000, '%': 1_000_000 },
    expected: (example = '2.6') =>
      both(
        `应为百分数，如 ${example} 或 ${example}%，最多 6 位小数`,
        `a percentage such as ${example} or ${example}%, 6 decimals at most`,
      ),
  },
  times: {
    units: { '': 100, 倍: 100 },
    expected: (example = '15') =>
      both(
        `应为倍数，如 ${example} 或 ${example}倍，最多 2 位小数`,
        `a multiple such as ${example}, 2 decimals at most`,
      ),
  },
  years: {
    units: { '': 12, 年: 12, y: 12, 个月: 1, 月: 1, 期: 1, m: 1 },
    expected: (example = '20') =>
      both(`应为年数，如 ${example}，或月数，如 174个月`, `years such as ${example}, or months such as 174m`),
  },
  count: {
    units: { '': 1, 期: 1, 个月: 1, 天: 1, 日: 1, 号: 1, 岁: 1, 周岁: 1, 年: 1 },
    expected: (example) =>
      example === undefined
        ? both('应为整数', 'a whole number')
        : both(`应为整数，如 ${example}`, `a whole number such as ${example}`),
  },
};

const patterns = Object.fromEntries(
  Object.entries(kinds).map(([kind, { units }]) => [
    kind,
    new RegExp(`^${kind === 'money' ? '¥?\\s*' : ''}${decimal}\\s*(${Object.keys(units).join('|')})$`, 'i'),
  ]),
) as Record<NumberKind, RegExp>;

/** No amount that means anything is written longer. */
const longest = 40;

/** A yuan of so many decimals may be thousands with a point for their comma, so even noughts count. */
const tooFine = (kind: NumberKind, decimals: string, worth: number): boolean =>
  kind === 'money' && 10 ** decimals.length > worth;

/** A 年 counts the calendar's years: `1年` where months are counted would be read as one of them. */
const wrongUnit = (kind: NumberKind, whole: string, unit: string): boolean =>
  kind === 'count' && unit === '年' && whole.length < 4;

/**
 * A number as people and their input methods write it (full-width, 。 for the point), with its unit or without; undefined when it is none
 * or not a whole one of its kind.
 */
export const readNumber = (kind: NumberKind, text: string): number | undefined => {
  if (text.length > longest) return undefined;
  const match = patterns[kind].exec(text.normalize('NFKC').replaceAll('。', '.').trim());
  if (!match) return undefined;
  const [, whole = '', decimals = '', unit = ''] = match;
  const worth = kinds[kind].units[unit.toLowerCase()] ?? 0;
  if (tooFine(kind, decimals, worth) || wrongUnit(kind, whole, unit)) return undefined;
  const shift = 10n ** BigInt(decimals.length);
  const scaled = (BigInt(whole.replaceAll(',', '')) * shift + BigInt(decimals || '0')) * BigInt(worth);
  const value = Number(scaled / shift);
  return scaled % shift === 0n && Number.isSafeInteger(value) ? value : undefined;
};

/** What to say of a value that does not fit, with an example of the field's own where it has one. */
export const expectedOf = (kind: NumberKind, example?: string): Words => kinds[kind].expected(example);
