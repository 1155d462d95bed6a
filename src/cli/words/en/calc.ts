import type { calc as chinese } from '../zh-CN/calc.ts';

/** What the commands for sums say; the fields and results have their own words in `kb/sums`. */
export const calc: Record<keyof typeof chinese, string> = {
  'calc.about':
    'sums of the fund: instalments, prepayment, largest loan, change of rate, contributions, interest, withdrawal; no hub needed',
  'calc.field': '{label} ({help})',
  'calc.full': 'show every instalment',
  'calc.value': 'Value',
  'calc.overridden': 'given by hand',
  'calc.published': 'published: {value}',
  'calc.note': '* {note}',
  'calc.missing': 'More complete with {options}',
};
