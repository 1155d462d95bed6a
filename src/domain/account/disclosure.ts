import { Refusal } from '../refusal.ts';
import { type Role, steeringRoles } from '../user/role.ts';
import type { Verified } from './identity-check.ts';

/** For how long a revealed field is shown. Seconds. */
export const revealSeconds = 30;

/**
 * Fields that are shown masked, and who may see one of them in full, with a reason. The other fields of a record are shown as they are;
 * what is in no view never leaves the hub. Someone who speaks for another person is told no number in full.
 */
export const revealable = {
  account: 'seat',
  phone: 'seat',
  'loan-account': 'seat',
  'loan-contract': 'seat',
  'property-address': 'seat',
  'clerk-phone': 'seat',
  'bank-account': 'steering',
  'repayment-account': 'steering',
  'id-number': 'steering',
} as const satisfies Record<string, 'seat' | 'steering'>;
export type RevealField = keyof typeof revealable;
export const revealFields = Object.keys(revealable) as [RevealField, ...RevealField[]];

/** @throws {Refusal} field_not_disclosed */
export const requireDisclosable = (field: RevealField, role: Role, verified: Pick<Verified, 'authorisation'>): void => {
  const allowed = revealable[field] === 'seat' || steeringRoles.includes(role);
  if (!allowed || verified.authorisation) throw new Refusal('field_not_disclosed', { field, role });
};
