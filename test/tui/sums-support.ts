import { readFileSync } from 'node:fs';
import type { SumId } from '../../src/kb/sums/sum-forms.ts';
import { sumForms } from '../../src/kb/sums/sum-forms.ts';
import { shelf } from './shelf.ts';

/** The figures that ship. */
export const policyText = readFileSync(new URL('../../kb-cache/policy.yaml', import.meta.url), 'utf8');

/** The shelf with the figures that ship. */
export const figured = [
  ...shelf.filter(({ id }) => id !== 'policy'),
  { id: 'policy', kind: 'policy', text: policyText } as const,
];

/** What citizens ask, in numbers. */
export const asked: Readonly<Record<SumId, Readonly<Record<string, string>>>> = {
  loan: { principal: '60万', years: '20' },
  prepay: { principal: '60万', years: '20', paid: '36', amount: '20万' },
  compare: { principal: '60万', years: '10、20' },
  'max-loan': { years: '20', balance: '8万', multiple: '15' },
  'rate-change': { principal: '60万', years: '20', paid: '36', 'new-rate': '2.35' },
  mixed: { fund: '60万', commercial: '40万', years: '20', 'commercial-rate': '3.1' },
  deposit: { base: '8000', ratio: '12', 'employer-ratio': '8' },
  interest: { opening: '2万', monthly: '1500' },
  withdraw: { reason: 'rent', balance: '2万', months: '6' },
  'early-loss': { balance: '8万', amount: '3万', until: '2030-05-01', monthly: '1500' },
};

/** The fields of a sum's form in their order: what must be filled in first. */
export const fieldOrder = (id: SumId): string[] => {
  const fields = Object.entries(sumForms.find((form) => form.id === id)?.fields ?? {});
  return [...fields.filter(([, { required }]) => required), ...fields.filter(([, { required }]) => !required)].map(
    ([name]) => name,
  );
};
