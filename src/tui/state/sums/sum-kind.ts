import { type SumId, sumForms } from '../../../kb/sums/sum-forms.ts';

/** Names a sum's form among the forms. */
export type SumKind = `sum:${SumId}`;

export const sumKind = (id: SumId): SumKind => `sum:${id}`;

export const sumKinds: readonly SumKind[] = sumForms.map(({ id }) => sumKind(id));

/** The sum of a form; nothing when it is another form. */
export const sumOf = (kind: string): SumId | undefined => sumForms.find(({ id }) => sumKind(id) === kind)?.id;
