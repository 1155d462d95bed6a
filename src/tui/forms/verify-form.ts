import type { BodyOf } from '../../contract/routes.ts';
import { AccountSaid, callingNumber, DocumentNumber, Verify } from '../../contract/shapes/identity.ts';
import { authorisationKinds } from '../../domain/account/identity-check.ts';
import { clerkItems, personItems } from '../../domain/account/identity-items.ts';
import { foldCitizenNumber } from '../../domain/fund/citizen-number.ts';
import { verifyIdentity } from '../state/accounts/verify.ts';
import type { SeatModel } from '../state/model.ts';
import { formKey } from '../state/overlay.ts';
import { shown } from '../text/styled-line.ts';
import { phraseIn } from '../words/phrase.ts';
import { type PlainKey, type Say, sayIn } from '../words/words.ts';
import { type Field, type FormSpec, type Values, valuesOf } from './form-spec.ts';
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

const itemOf = ({ who, item, behalfItem, clerkItem }: Values): Item =>
  (who === 'clerk' ? clerkItem : who === 'behalf' ? behalfItem : item) as Item;

const bodyOf = (values: Values): BodyOf<'identity.verify'> => {
  const { who, name = '', idNumber = '', employerAccount = '', reference = '' } = values;
  const item = itemOf(values);
  const said = item === call ? { phone: callingNumber } : { [item]: values.value ?? '' };
  if (who === 'clerk') return { subject: 'employer', employerAccount, name, items: said };
  const person = { subject: 'person', name, idNumber, items: said } as const;
  if (who !== 'behalf') return person;
  const kind = authorisationKinds.find((known) => known === values.authorisation);
  return kind
    ? { ...person, onBehalf: { authorisation: { kind, ...(isReferred(kind) && { reference }) } } }
    : { ...person, ...nobody, onBehalf: { authorisation: null } };
};

/** What a field with a number takes. */
type NumberKind = 'document' | 'account' | 'digits';

/** Of which items a number alone is said; a contract's may begin with characters. */
const numberItems: Partial<Readonly<Record<Item, NumberKind>>> = {
  phone: 'digits',
  account: 'digits',
  'bank-card': 'digits',
  'id-number': 'document',
};

const numberKind = (field: string, values: Values): NumberKind | undefined => {
  if (field === 'idNumber') return 'document';
  if (field === 'employerAccount') return 'account';
  return field === 'value' ? numberItems[itemOf(values)] : undefined;
};

/** What cannot be right in a number as far as it is typed. */
const misplaced = (typed: string, say: Say): string | undefined =>
  /\p{Script=Han}/u.test(typed) ? say('verify.wrong.han') : undefined;

/** What cannot be right in a number that is all there. */
const misread = (kind: NumberKind, typed: string, say: Say): string | undefined => {
  if (kind === 'account') return AccountSaid.safeParse(typed).success ? undefined : say('verify.wrong.account');
  if (kind === 'digits' || DocumentNumber.safeParse(typed).success) return undefined;
  const count = foldCitizenNumber(typed).length;
  return count === 18 ? say('verify.wrong.check') : say('verify.wrong.length', { count });
};

/** What no record of the fund could agree with, by field: saying so costs no try. Of the field with the focus only what more typing would not mend. */
const wrongIn = (
  fields: readonly Field[],
  values: Values,
  at: number | undefined,
  say: Say,
): ReadonlyMap<string, string> =>
  new Map(
    fields.flatMap((field, place): [string, string][] => {
      const [id, typed = ''] = [field.id, values[field.id]];
      const kind = numberKind(id, values);
      if (kind === undefined || typed === '') return [];
      const problem = misplaced(typed, say) ?? (place === at ? undefined : misread(kind, typed, say));
      return problem === undefined ? [] : [[id, problem]];
    }),
  );

/** The rest that the hub would not take: where it stands, and how it is said. */
const refusedIn = (body: BodyOf<'identity.verify'>): { field: string; text: PlainKey } | undefined => {
  const { error } = Verify.safeParse(body);
  switch (error?.issues[0]?.path[0]) {
    case undefined:
      return undefined;
    case 'onBehalf':
      return { field: 'reference', text: 'verify.misread.reference' };
    case 'items':
      return { field: 'value', text: 'verify.misread' };
    case 'employerAccount':
      return { field: 'employerAccount', text: 'verify.misread' };
    default:
      return { field: String(error?.issues[0]?.path[0]), text: 'verify.misread' };
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
  wrong: (model, form) => wrongIn(fieldsOf(model, form.call), valuesOf(form), form.at, sayIn(model.language)),
  submit: async (session, values, id) => {
    const { say, store } = session;
    const model = store.get();
    const fields = fieldsOf(model, id);
    const [first] = wrongIn(fields, values, undefined, say);
    if (first) {
      const [field, problem] = first;
      const asked = fields.find(({ id: known }) => known === field);
      const label = asked ? phraseIn(model.language, asked.label, say) : '';
      return { state: 'refused', text: say('verify.wrong', { label, problem }), field };
    }
    const body = bodyOf(values);
    const refused = refusedIn(body);
    return refused
      ? { state: 'refused', text: say(refused.text), field: refused.field }
      : verifyIdentity(session, id, body);
  },
};
