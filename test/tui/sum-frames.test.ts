import { describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import type { SumId } from '../../src/kb/sums/sum-forms.ts';
import { formSpecs } from '../../src/tui/forms/fill-in.ts';
import { freshForm } from '../../src/tui/forms/form-spec.ts';
import { emptyDesk, queryKey } from '../../src/tui/state/accounts/account-desk.ts';
import { openForm, putForm, showCall, withOverlay } from '../../src/tui/state/desk.ts';
import { noKnowledge } from '../../src/tui/state/knowledge/model.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel, type SeatModel } from '../../src/tui/state/model.ts';
import { knownValues } from '../../src/tui/state/sums/known-values.ts';
import { readResult } from '../../src/tui/state/sums/result-window.ts';
import { sumKind } from '../../src/tui/state/sums/sum-kind.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { answers, holder } from './account-answers.ts';
import { draw } from './draw.tsx';
import { ago, mineIn, noon, snapshotOf, ticketOf } from './fixtures.ts';
import { knowledgeOf } from './shelf.ts';
import { asked, figured } from './sums-support.ts';

const call = mineIn('active', 5, {
  name: '吴先生',
  stateSince: ago(42),
  topic: 'gjj.ln.prepay',
  question: '贷了六十万二十年，还了三年，现在有二十万想提前还，能省多少',
});
const talking = snapshotOf([call], [ticketOf(call)]);

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
const looked = (model: SeatModel): SeatModel => ({
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
const pictures: Record<string, (model: SeatModel) => SeatModel> = {
  list: (model) => withOverlay(filled('loan', asked.loan)(model), { kind: 'sums', at: 0 }),
  empty: filled('prepay', {}),
  worked: filled('prepay', asked.prepay, 3),
  wrong: filled('prepay', { principal: '六十', years: '40' }, 1),
  result: (model) => readResult(filled('loan', { ...asked.loan, start: '2026-01-20' })(model), true),
  limits: filled('max-loan', asked['max-loan'], 9),
  unconfirmed: filled('withdraw', asked.withdraw),
  'no figures': (model) => filled('loan', asked.loan)({ ...model, knowledge: noKnowledge }),
  'from the account': (model) => filled('prepay', { amount: '20万' }, 3)(looked(model)),
};

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
  { columns: 160, rows: 50 },
];

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const frames: string[] = [];
    for (const [name, change] of Object.entries(pictures)) {
      const { screen } = await draw(talking, (model) => change({ ...model, knowledge: knowledgeOf(figured) }), {
        columns,
        rows,
        language,
      });
      expect(screen.overran(), name).toBe(false);
      frames.push(`${`== ${name} `.padEnd(columns, '=')}\n${screen.lines().join('\n')}`);
    }
    await expect(`${frames.join('\n\n')}\n`).toMatchFileSnapshot(`frames/sums-${language}-${columns}x${rows}.txt`);
  });
});

describe('what is known of a call', () => {
  const model = looked(applySnapshot(emptyModel('zh-CN', 'hub', noon), talking));

  it('is taken from the account that was looked at', () => {
    expect(knownValues(model, 'prepay', call.id)).toMatchObject({ rate: '2.6%', method: 'equal-instalment' });
    expect(knownValues(model, 'early-loss', call.id)).toHaveProperty('balance');
  });

  it('is nothing of a loan that is overdue, or of another call', () => {
    const { loan, ...rest } = answers.repayments.reply;
    const overdue = { ...loan, overdue: { ...loan.overdue, terms: 2 } };
    const key = queryKey(holder.id, 'repayments');
    const answer = { tab: 'repayments', reply: { ...rest, loan: overdue } } as const;
    const desk = model.accounts.get(call.id)!;
    const late = { ...desk, queries: new Map([[key, { state: 'shown', answer } as const]]) };
    expect(knownValues({ ...model, accounts: new Map([[call.id, late]]) }, 'prepay', call.id)).toEqual({});
    expect(knownValues(model, 'prepay', '')).toEqual({});
  });
});
