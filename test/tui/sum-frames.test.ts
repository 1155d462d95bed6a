import { describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import type { SumId } from '../../src/kb/sums/sum-forms.ts';
import { sumFormSpecs } from '../../src/tui/forms/sums/sum-form.ts';
import { queryKey } from '../../src/tui/state/accounts/account-desk.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { knownValues } from '../../src/tui/state/sums/known-values.ts';
import { sumKind } from '../../src/tui/state/sums/sum-kind.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { answers, holder } from './account-answers.ts';
import { draw } from './draw.tsx';
import { noon } from './fixtures.ts';
import { sizes } from './pictures.ts';
import { knowledgeOf } from './shelf.ts';
import { call, looked, sumPictures, sumSnapshot } from './sum-pictures.ts';
import { figured } from './sums-support.ts';

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const frames: string[] = [];
    for (const [name, change] of Object.entries(sumPictures)) {
      const { screen } = await draw(sumSnapshot, (model) => change({ ...model, knowledge: knowledgeOf(figured) }), {
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
  const model = looked(applySnapshot(emptyModel('zh-CN', 'hub', noon), sumSnapshot));

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
    const behind = { ...model, accounts: new Map([[call.id, late]]) };
    expect(knownValues(behind, 'prepay', call.id)).toEqual({});
    expect(knownValues(model, 'prepay', '')).toEqual({});
    // And it is said why.
    const intro = (of: typeof model, sum: SumId) => sumFormSpecs[sumKind(sum)].intro?.(of, sayIn('zh-CN'), call.id);
    expect(intro(behind, 'prepay')).toEqual([expect.stringContaining('逾期 2 期')]);
    expect(intro(behind, 'early-loss')).toEqual([]);
  });
});
