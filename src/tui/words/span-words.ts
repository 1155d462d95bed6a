import type { Language } from '../../contract/language.ts';
import { figure, type PolicyEntry } from '../../kb/policy.ts';

/** Spans of time as policy.yaml writes their units, in English. */
const english: Readonly<Record<string, string>> = {
  日: 'days',
  天: 'days',
  个工作日: 'working days',
  小时: 'hours',
  个月: 'months',
  年: 'years',
};

/** A span of time that a rule gives, such as `10日` or `10 days`. */
export const spanWords = (entry: Pick<PolicyEntry, 'value' | 'unit'>, language: Language): string => {
  const unit = entry.unit === undefined ? undefined : english[entry.unit];
  return language === 'en' && unit ? `${entry.value} ${unit}` : figure(entry);
};
