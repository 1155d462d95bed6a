import { type RevealField, revealable } from '../../domain/account/disclosure.ts';
import type { Subject } from '../../domain/account/identity-items.ts';
import { steeringRoles } from '../../domain/user/role.ts';
import { revealField } from '../state/accounts/reveal-field.ts';
import type { Tab } from '../state/accounts/tabs.ts';
import { accountView } from '../state/accounts/verified.ts';
import type { SeatModel } from '../state/model.ts';
import type { FormSpec } from './form-spec.ts';

const fieldsFor: Readonly<Record<Subject, readonly RevealField[]>> = {
  person: [
    'phone',
    'account',
    'loan-contract',
    'loan-account',
    'property-address',
    'bank-account',
    'repayment-account',
    'id-number',
  ],
  employer: ['clerk-phone'],
};
/** What stands masked on the tab is meant first. */
const firstOn: Partial<Readonly<Record<Tab, RevealField>>> = { loans: 'loan-contract', repayments: 'loan-contract' };

/** What this person may see in full of the account on the screen. */
const fieldsNow = (model: SeatModel): readonly RevealField[] => {
  const subject = accountView(model)?.person.subject;
  const steers = model.me !== undefined && steeringRoles.includes(model.me.role);
  return subject === undefined ? [] : fieldsFor[subject].filter((field) => revealable[field] === 'seat' || steers);
};

/** One masked field in full for half a minute, with a reason for the audit log. */
export const revealFieldForm: FormSpec = {
  kind: 'reveal-field',
  title: 'form.reveal-field.title',
  go: 'form.reveal.go',
  intro: (_model, say) => [say('form.reveal-field.audited')],
  fields: () => [
    {
      type: 'choice',
      id: 'field',
      label: 'form.reveal-field.field',
      options: (model, say) => fieldsNow(model).map((value) => ({ value, label: say(`reveal.${value}`) })),
      initial: (model) => {
        const tab = accountView(model)?.tab;
        return (tab && firstOn[tab]) ?? fieldsNow(model)[0] ?? '';
      },
    },
    { type: 'text', id: 'reason', label: 'form.reason', hint: 'form.reveal-field.hint', max: 200, rows: 1 },
  ],
  // The next time another field may be meant.
  begun: () => false,
  submit: (session, { field = '', reason = '' }) => revealField(session, field as RevealField, reason),
};
