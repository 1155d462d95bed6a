import { contributionBase, contributionOf } from '../../../domain/fund/sums/contribution.ts';
import { timesAmount } from '../../../domain/fund/sums/max-loan.ts';
import type { Rate } from '../../../domain/fund/sums/rate.ts';
import type { Figures } from '../figures.ts';
import type { Values } from '../form.ts';
import { depositForm } from '../forms/deposit-form.ts';
import { refuse } from '../problem.ts';
import { percentNumber, percentText, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, same, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';

type Asked = Values<(typeof depositForm)['fields']>;

/** The ratio's own bounds: none may be above the highest, and one below the lowest needs a decision of the centre. */
const ratioBounds = (figures: Figures): { lowest: Rate; highest: Rate } => ({
  lowest: figures.need(
    { name: 'deposit.ratio.min', kind: 'percent', label: both('缴存比例下限', 'lowest ratio') },
    'ratio',
  ),
  highest: figures.need(
    { name: 'deposit.ratio.max', kind: 'percent', label: both('缴存比例上限', 'highest ratio') },
    'ratio',
  ),
});

/** The ceiling: given, or so many times the average wage that was given, or published. */
const ceilingOf = (figures: Figures, asked: Asked): number | undefined => {
  const { ceiling, 'average-wage': wage } = asked;
  if (ceiling === undefined && wage !== undefined) {
    const label = both('基数上限为平均工资的倍数', 'ceiling as a multiple of the average wage');
    const multiple = figures.need({ name: 'deposit.base.cap.multiple', kind: 'times', label }, 'ceiling');
    return timesAmount(wage, multiple);
  }
  const { label } = depositForm.fields.ceiling;
  return figures.find({ name: 'deposit.jinan.base.max', kind: 'money', label, given: ceiling });
};

const boundWords: Record<'floor' | 'ceiling', Words> = {
  floor: both('低于下限，按下限', 'below the floor, so the floor counts'),
  ceiling: both('高于上限，按上限', 'above the ceiling, so the ceiling counts'),
};

/** Loud, for a ratio that low is a slip more often than it is approved: another rate, or 0.12 for 12 %. */
const lowRatioNotes = (ratio: Rate, lowest: Rate, highest: Rate): Words[] => {
  if (ratio >= lowest) return [];
  const [told, least, meant] = [percentText(ratio), percentText(lowest), ratio * 100];
  const asks = meant >= lowest && meant <= highest;
  return [
    both(
      `注意：比例${told}低于${least}，须经批准降低缴存比例${asks ? `；是${percentText(meant)}吗？请核对所填。` : '，请核对所填。'}`,
      `Mind: the ratio of ${told} is below ${least}, which needs an approved reduction; ${asks ? `is it ${percentText(meant)}? Check` : 'check'} what was typed.`,
    ),
  ];
};

export const runDeposit = defineRun(depositForm, (values, figures) => {
  const { base: wage, ratio, rounding = 'fen' } = values;
  const employer = values['employer-ratio'] ?? ratio;
  const { lowest, highest } = ratioBounds(figures);
  const tooHigh = both(`不能高于${percentText(highest)}`, `at most ${percentText(highest)}`);
  if (ratio > highest) refuse('ratio', tooHigh);
  if (employer > highest) refuse('employer-ratio', tooHigh);
  const { label } = depositForm.fields.floor;
  const floor = figures.find({ name: 'deposit.jinan.base.min', kind: 'money', label, given: values.floor });
  const ceiling = ceilingOf(figures, values);
  if (floor !== undefined && ceiling !== undefined && floor > ceiling) {
    refuse('floor', both('下限高于上限', 'the floor is above the ceiling'));
  }
  const { base, bound } = contributionBase(wage, { floor, ceiling });
  const [own, theirs] = [contributionOf(base, ratio, rounding), contributionOf(base, employer, rounding)];
  const [counted, mine, other, all] = [yuanWords(base), yuanWords(own), yuanWords(theirs), yuanWords(own + theirs)];
  const reason = bound ? boundWords[bound] : same('');
  return {
    document: {
      base: yuanNumber(base),
      bound: bound ?? null,
      floor: floor === undefined ? null : yuanNumber(floor),
      ceiling: ceiling === undefined ? null : yuanNumber(ceiling),
      ratio: percentNumber(ratio),
      employer_ratio: percentNumber(employer),
      own: yuanNumber(own),
      employer: yuanNumber(theirs),
      monthly: yuanNumber(own + theirs),
    },
    said: both(
      `缴存基数${counted['zh-CN']}${reason['zh-CN'] && `（${reason['zh-CN']}）`}，每月个人缴${mine['zh-CN']}（${percentText(ratio)}），单位缴${other['zh-CN']}（${percentText(employer)}），合计${all['zh-CN']}。`,
      `On a base of ${counted.en}${reason.en && ` (${reason.en})`} the employee pays ${mine.en} a month (${percentText(ratio)}), the employer ${other.en} (${percentText(employer)}), ${all.en} together.`,
    ),
    table: {
      headings: [both('谁缴', 'Who'), both('基数', 'Base'), both('比例', 'Ratio'), both('每月', 'A month')],
      rows: [
        [both('个人', 'employee'), same(yuan(base)), same(percentText(ratio)), same(yuan(own))],
        [both('单位', 'employer'), same(yuan(base)), same(percentText(employer)), same(yuan(theirs))],
        [both('合计', 'together'), same(''), same(''), same(yuan(own + theirs))],
      ],
    },
    missing: [...(floor === undefined ? ['floor'] : []), ...(ceiling === undefined ? ['ceiling'] : [])],
    notes: [
      ...lowRatioNotes(Math.min(ratio, employer), lowest, highest),
      ...(floor === undefined
        ? [both('没有公布的基数下限，没有按下限算。', 'No floor is published, so none was applied.')]
        : []),
      ...(ceiling === undefined
        ? [both('没有公布的基数上限，没有按上限算。', 'No ceiling is published, so none was applied.')]
        : []),
    ],
  };
});
