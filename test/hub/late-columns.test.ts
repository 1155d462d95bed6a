import { expect, it } from 'vitest';
import { digestedRow } from '../../src/hub/store/late-columns.ts';

it('an empty column that a table got later counts as absent, so rows written before keep their digest', () => {
  expect(digestedRow('tickets', { number: 'a', answer: null, sms: null })).toEqual({ number: 'a', answer: null });
  expect(digestedRow('tickets', { number: 'a', sms: '短信' })).toEqual({ number: 'a', sms: '短信' });
  expect(digestedRow('calls', { id: 'a', sms: null })).toEqual({ id: 'a', sms: null });
});
