import type { SumId } from '../../src/kb/sums/sum-forms.ts';
import { formSpecs } from '../../src/tui/forms/fill-in.ts';
import { freshForm } from '../../src/tui/forms/form-spec.ts';
import { emptyDesk, queryKey } from '../../src/tui/state/accounts/account-desk.ts';
import { openForm, putForm, showCall, withOverlay } from '../../src/tui/state/desk.ts';
import { noKnowledge } from '../../src/tui/state/knowledge/model.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import { readResult } from '../../src/tui/state/sums/result-window.ts';
import { sumKind } from '../../src/tui/state/sums/sum-kind.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { answers, holder } from './account-answers.ts';
import { ago, mineIn, snapshotOf, ticketOf } from './fixtures.ts';
import { asked } from './sums-support.ts';

export const call = mineIn('active', 5, {
  name: '吴先生',
  stateSince: ago(42),
  topic: 'gjj.ln.prepay',
  question: '贷了六十万二十年，还了三年，现在有二十万想提前还，能省多少',
});
/** The call in which they are worked out. */
export const sumSnapshot = snapshotOf([call], [ticketOf(call)]);

/** A sum's form with these texts in it, and the focus on a field. */
const filled =
  (id: SumId, typed: Readonly<Record<string, string>>, at = 0) =>
  (model: SeatModel): SeatModel => {
    const shown = showCall(model, call.id);
    const form = freshForm(formSpecs[sumKind(id)], shown, call.id);
    const texts = Object.entries(typed).map(([field, text]) => {
      const value = form.values[field];
      return [
        field,
        value?.type === 'text' ? { type: 'text', buffer: editBuffer(text) } : { type: 'choice', value: text },
      ];
    });
    return putForm(openForm(shown, form), { ...form, at, values: { ...form.values, ...Object.fromEntries(texts) } });
  };

/** What of the account is on the screen. */
export const looked = (model: SeatModel): SeatModel => ({
  ...showCall(model, call.id),
  accounts: new Map([
    [
      call.id,
      {
        ...emptyDesk,
        identity: { call: call.id, failures: 0, left: 3, locked: false, verified: [holder], revision: 1 },
        queries: new Map(
          ([answers.overview, answers.repayments] as const).map((answer) => [
            queryKey(holder.id, answer.tab),
            { state: 'shown', answer },
          ]),
        ),
      },
    ],
  ]),
});

/** The sums as a person meets them in a call. */
export const sumPictures: Record<string, (model: SeatModel) => SeatModel> = {
  list: (model) => withOverlay(filled('loan', asked.loan)(model), { kind: 'sums', at: 1 }),
  empty: filled('prepay', {}),
  worked: filled('prepay', asked.prepay, 3),
  wrong: filled('prepay', { principal: '六十', years: '40' }, 1),
  result: (model) => readResult(filled('loan', { ...asked.loan, start: '2026-01-20' })(model), true),
  limits: filled('max-loan', asked['max-loan'], 9),
  unconfirmed: filled('withdraw', asked.withdraw),
  'no figures': (model) => filled('loan', asked.loan)({ ...model, knowledge: noKnowledge }),
  ...Object.fromEntries(
    (['compare', 'rate-change', 'mixed', 'deposit', 'interest', 'early-loss'] as const).map((id) => [
      id,
      filled(id, asked[id]),
    ]),
  ),
  'from the account': (model) => filled('prepay', { amount: '20万' }, 3)(looked(model)),
};
