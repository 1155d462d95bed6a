import * as z from 'zod';
import { strictMap } from '../strict-map.ts';
import { dayForms, monthForms } from './day.ts';

const Written = z.enum(['text', 'number']);
const Money = z.enum(['yuan', 'fen']);
const Share = z.enum(['fraction', 'percent']);
const Flag = z.union([z.literal('boolean'), strictMap({ yes: z.string().min(1), no: z.string().min(1) })], {
  error: () => 'boolean, or {yes: code, no: code}',
});

/** How values are written in the messages of a fund. */
export const Forms = strictMap({
  /** Money in yuan with two decimals, or in whole fen. */
  money: Money,
  /** 12 % as 0.12 or as 12. */
  ratio: Share,
  /** 2.6 % a year as 0.026 or as 2.6. */
  rate: Share,
  day: z.enum(dayForms),
  month: z.enum(monthForms),
  flag: Flag,
  /** Whether money in yuan, ratios, rates and areas are JSON strings or JSON numbers. */
  decimals: Written,
  /** The same of whole numbers: fen, terms, counts, pages. */
  counts: Written,
  /** What stands for "there is none"; the first is what we write. */
  nothing: z
    .array(z.preprocess((value) => value ?? 'null', z.enum(['null', 'missing', 'empty'])))
    .min(1)
    .max(3),
});
export type Forms = z.output<typeof Forms>;

/** The forms that a single field may have for itself, by kind. */
export const ownForms = {
  money: { form: Money.optional(), written: Written.optional() },
  ratio: { form: Share.optional(), written: Written.optional() },
  rate: { form: Share.optional(), written: Written.optional() },
  area: { written: Written.optional() },
  count: { written: Written.optional() },
  day: { form: z.enum(dayForms).optional() },
  month: { form: z.enum(monthForms).optional() },
  flag: { form: Flag.optional() },
  text: {},
} as const;
