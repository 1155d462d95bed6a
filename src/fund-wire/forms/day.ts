import * as z from 'zod';

export const dayForms = ['YYYYMMDD', 'YYYY-MM-DD', 'YYYY-MM-DD HH:mm:ss', 'ISO'] as const;
/** `ISO` is an instant with its offset; the day is that of Beijing, where every fund is. */
export type DayForm = (typeof dayForms)[number];

export const monthForms = ['YYYYMM', 'YYYY-MM'] as const;
export type MonthForm = (typeof monthForms)[number];

const patterns: Record<DayForm, RegExp> = {
  YYYYMMDD: /^(\d{4})(\d\d)(\d\d)$/,
  'YYYY-MM-DD': /^(\d{4})-(\d\d)-(\d\d)$/,
  'YYYY-MM-DD HH:mm:ss': /^(\d{4})-(\d\d)-(\d\d) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
  ISO: /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/,
};
const real = z.iso.date();
const beijingOffsetMs = 8 * 3_600_000;

/** The day `YYYY-MM-DD`, or undefined for what is none in this form. */
export const readDay = (wire: unknown, form: DayForm): string | undefined => {
  const match = typeof wire === 'string' ? patterns[form].exec(wire) : null;
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (!real.safeParse(day).success) return undefined;
  if (form !== 'ISO') return day;
  return new Date(Date.parse(match[0]) + beijingOffsetMs).toISOString().slice(0, 10);
};

export const writeDay = (day: string, form: DayForm): string =>
  ({
    YYYYMMDD: day.replaceAll('-', ''),
    'YYYY-MM-DD': day,
    'YYYY-MM-DD HH:mm:ss': `${day} 00:00:00`,
    ISO: `${day}T00:00:00+08:00`,
  })[form];

/** The month `YYYY-MM`, or undefined for what is none in this form. */
export const readMonth = (wire: unknown, form: MonthForm): string | undefined => {
  const match =
    typeof wire === 'string' ? (form === 'YYYYMM' ? /^(\d{4})(\d\d)$/ : /^(\d{4})-(\d\d)$/).exec(wire) : null;
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12 ? `${match[1]}-${match[2]}` : undefined;
};

export const writeMonth = (month: string, form: MonthForm): string =>
  form === 'YYYYMM' ? month.replace('-', '') : month;
