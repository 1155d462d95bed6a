import type { BodyOf } from '../../contract/routes.ts';
import { callingNumber, Verify } from '../../contract/shapes/identity.ts';
import { authorisationKinds } from '../../domain/account/identity-check.ts';
import { clerkItems, personItems } from '../../domain/account/identity-items.ts';
import { verifyIdentity } from '../state/accounts/verify.ts';
import type { SeatModel } from '../state/model.ts';
import { formKey } from '../state/overlay.ts';
import { shown } from '../text/styled-line.ts';
import type { PlainKey, Say } from '../words/words.ts';
import type { Field, FormSpec, Values } from './form-spec.ts';
import { fullName } from './full-name.ts';

/** Who says that they call. */
const callers = ['self', 'behalf', 'clerk'] as const;
/** The choice of no authorisation, and that of the number that calls. */
const none = 'none';
const call = 'call';

const authorisations = [none, ...authorisationKinds] as const;
const personChoices = [call, ...personItems] as const;
const clerkChoices = [call, ...clerkItems] as const;
type Item = (typeof personChoices)[number] | (typeof clerkChoices)[number];

const itemOption =
  (model: SeatModel, say: Say) =>
  (item: Item): { value: string; label: string } => {
    const calling = item === call && model.callAt !== undefined ? model.calls.get(model.callAt)?.phone : undefined;
    const name = say(`verify.item.${item}`);
    return { value: item, label: calling === undefined ? name : `${name} ${shown(calling)}` };
  };

const text = (id: string, label: PlainKey, hint: PlainKey, max: number, more: Partial<Field & { type: 'text' }> = {}) =>
  ({ type: 'text', id, label, hint, max, rows: 1, ...more }) as const satisfies Field;

const itemField = (id: string, items: readonly Item[], first: Item = call): Field => ({
  type: 'choice',
  id,
  label: 'verify.item',
  options: (model, say) => items.map(itemOption(model, say)),
  initial: () => first,
});

/** What the caller said of the item; that of the calling number need not be said. */
const valueField = (item: Item): Field =>
  text('value', `verify.item.${item}`, `verify.item.${item}.hint`, 120, { private: item !== 'employer' });

const whoField: Field = {
  type: 'choice',
  id: 'who',
  label: 'verify.who',
  options: (_model, say) => callers.map((value) => ({ value, label: say(`verify.who.${value}`) })),
  initial: () => 'self',
};
const authorisationField: Field = {
  type: 'choice',
  id: 'authorisation',
  label: 'verify.authorisation',
  options: (_model, say) => authorisations.map((value) => ({ value, label: say(`authorisation.${value}`) })),
  initial: () => none,
};
const referenceField = text('reference', 'verify.reference', 'verify.reference.hint', 40);
const accountField = text('employerAccount', 'verify.employer-account', 'verify.employer-account.hint', 30);
const numberField = text('idNumber', 'verify.id-number', 'verify.id-number.hint', 40, { private: true });
const nameField = (model: SeatModel, id: string): Field =>
  text('name', 'verify.name', 'verify.name.hint', 60, { initial: fullName(model, id) });

/** What was chosen so far; what stands first, before anything was. */
const chosenIn = ({ forms }: SeatModel, id: string, field: string, first: string): string => {
  const value = forms.get(formKey('verify', id))?.values[field];
  return value?.type === 'choice' ? value.value : first;
};

/** The hub refuses who has no authorisation before it looks whose account is meant, so nobody's is named. */
const nobody = { name: '—', idNumber: 'NOBODY', items: { phone: callingNumber } } as const;

const isReferred = (authorisation: string): boolean => authorisation !== none && authorisation !== 'holder-on-line';

/** Who speaks for another calls from their own number, which is not on record for the other. */
const behalfFirst = personItems[0];

const personFields = (model: SeatModel, id: string, field: 'item' | 'behalfItem', first: Item): Field[] => {
  const item = chosenIn(model, id, field, first) as Item;
  return [
    nameField(model, id),
    numberField,
    itemField(field, personChoices, first),
    ...(item === call ? [] : [valueField(item)]),
  ];
};

const clerkFields = (model: SeatModel, id: string): Field[] => {
  const item = chosenIn(model, id, 'clerkItem', call) as Item;
  return [
    accountField,
    nameField(model, id),
    itemField('clerkItem', clerkChoices),
    ...(item === call ? [] : [valueField(item)]),
  ];
};

const fieldsOf = (model: SeatModel, id: string): readonly Field[] => {
  const who = chosenIn(model, id, 'who', 'self');
  if (who === 'clerk') return [whoField, ...clerkFields(model, id)];
  if (who === 'self') return [whoField, ...personFields(model, id, 'item', call)];
  const authorisation = chosenIn(model, id, 'authorisation', none);
  // Without an authorisation nothing of the account may be told, so nothing of it need be asked.
  if (authorisation === none) return [whoField, authorisationField];
  return [
    whoField,
    authorisationField,
    ...(isReferred(authorisation) ? [referenceField] : []),
    ...personFields(model, id, 'behalfItem', behalfFirst),
  ];
};

const bodyOf = (values: Values): BodyOf<'identity.verify'> => {
  const { who, name = '', idNumber = '', employerAccount = '', reference = '' } = values;
  const item = (who === 'clerk' ? values.clerkItem : who === 'behalf' ? values.behalfItem : values.item) as Item;
  const said = item === call ? { phone: callingNumber } : { [item]: values.value ?? '' };
  if (who === 'clerk') return { subject: 'employer', employerAccount, name, items: said };
  const person = { subject: 'person', name, idNumber, items: said } as const;
  if (who !== 'behalf') return person;
  const kind = authorisationKinds.find((known) => known === values.authorisation);
  return kind
    ? { ...person, onBehalf: { authorisation: { kind, ...(isReferred(kind) && { reference }) } } }
    : { ...person, ...nobody, onBehalf: { authorisation: null } };
};

/** The field that could not be right whatever the fund has on record: saying so costs no try. */
const misread = (body: BodyOf<'identity.verify'>): PlainKey | undefined => {
  const { error } = Verify.safeParse(body);
  switch (error?.issues[0]?.path[0]) {
    case undefined:
      return undefined;
    case 'idNumber':
      return 'verify.misread.id-number';
    case 'employerAccount':
      return 'verify.misread.employer-account';
    case 'onBehalf':
      return 'verify.misread.reference';
    default:
      return 'verify.misread';
  }
};

/** Who is on the line: checked against the fund's record. */
export const verifyForm: FormSpec = {
  kind: 'verify',
  title: 'verify.title',
  go: 'verify.go',
  fields: fieldsOf,
  every: (model, id) => [
    whoField,
    authorisationField,
    referenceField,
    accountField,
    nameField(model, id),
    numberField,
    itemField('item', personChoices),
    itemField('behalfItem', personChoices, behalfFirst),
    itemField('clerkItem', clerkChoices),
    valueField('phone'),
  ],
  start: (model, id) => (fullName(model, id) === '' ? 'name' : 'idNumber'),
  submit: async (session, values, id) => {
    const body = bodyOf(values);
    const problem = misread(body);
    return problem ? { state: 'refused', text: session.say(problem) } : verifyIdentity(session, id, body);
  },
};
