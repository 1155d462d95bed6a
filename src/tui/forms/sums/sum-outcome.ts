import type { Policy } from '../../../kb/policy.ts';
import { runSum } from '../../../kb/sums/run-sum.ts';
import type { SumOutcome } from '../../../kb/sums/runs/define-run.ts';
import type { SumId } from '../../../kb/sums/sum-forms.ts';
import type { SeatModel } from '../../state/model.ts';
import type { FormState } from '../../state/overlay.ts';
import { sumOf } from '../../state/sums/sum-kind.ts';
import { type Values, valuesOf } from '../form-spec.ts';

/** While the knowledge is being read. */
const noFigures: Policy = new Map();

export interface Worked {
  readonly id: SumId;
  readonly typed: Values;
  readonly outcome: SumOutcome;
}

let last: { parts: readonly unknown[]; worked: Worked } | undefined;

/** What comes of a sum's form as it stands; nothing of another form. Remembered while it stands so, for every key asks several times. */
export const workedOut = ({ knowledge, today }: SeatModel, form: FormState | undefined): Worked | undefined => {
  const id = form && sumOf(form.kind);
  if (!form || id === undefined) return undefined;
  const policy = knowledge.base?.policy ?? noFigures;
  const parts = [id, form.values, policy, today];
  if (!last?.parts.every((part, at) => Object.is(part, parts[at]))) {
    const typed = valuesOf(form);
    last = { parts, worked: { id, typed, outcome: runSum(id, typed, { policy, today }) } };
  }
  return last.worked;
};
