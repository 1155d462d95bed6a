import { narrowest } from '../../../domain/fund/sums/limits.ts';
import {
  closesAccount,
  limitsOfReason,
  type WithdrawalLimitKind,
  withdrawalLimits,
} from '../../../domain/fund/sums/withdrawal.ts';
import type { Figures } from '../figures.ts';
import type { Values } from '../form.ts';
import { reasonNames, withdrawForm } from '../forms/withdraw-form.ts';
import { SumRefusal } from '../problem.ts';
import { yuanNumber, yuanWords } from '../show-number.ts';
import { both, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';
import {
  emptyOf,
  fieldNames,
  leftOutWords,
  limitDocuments,
  limitNames,
  limitTable,
  missingOf,
  type ShownLimit,
} from './limit-view.ts';

type Asked = Values<(typeof withdrawForm)['fields']>;

const labels: Record<WithdrawalLimitKind, Words> = {
  balance: both('账户余额', 'account balance'),
  spent: both('实际支出', 'what was really paid'),
  'monthly-quota': both('每月定额', 'monthly quota'),
  'yearly-quota': both('每年限额', 'yearly quota'),
  sealed: both('封存时间', 'time sealed'),
};

/** The figures of a reason, as far as it has such limits. */
const figuresOf = (figures: Figures, asked: Asked) => {
  const { reason, 'monthly-quota': monthly, 'yearly-quota': yearly } = asked;
  const kinds = limitsOfReason[reason];
  const lease = reason === 'rent' ? 'fixed' : 'filed';
  return {
    monthlyQuota: kinds.includes('monthly-quota')
      ? figures.find({
          name: `wd.rent.jinan.${lease}.month`,
          kind: 'money',
          label: labels['monthly-quota'],
          given: monthly,
        })
      : undefined,
    yearlyQuota: kinds.includes('yearly-quota')
      ? figures.find({
          name: `wd.rent.jinan.${lease}.year`,
          kind: 'money',
          label: labels['yearly-quota'],
          given: yearly,
        })
      : undefined,
    sealedMonths: kinds.includes('sealed')
      ? figures.need(
          {
            name: 'wd.leave.seal.months',
            kind: 'count',
            label: both('离职封存满（月）', 'months sealed after leaving'),
          },
          'reason',
        )
      : undefined,
  };
};

/** What each field beside the balance is for. */
const usedBy = {
  spent: ['spent'],
  months: ['monthly-quota', 'sealed'],
  'monthly-quota': ['monthly-quota'],
  'yearly-quota': ['yearly-quota'],
} as const satisfies Partial<Record<keyof Asked, readonly WithdrawalLimitKind[]>>;

/** What was filled in and bounds nothing for the reason. */
const ignoredNotes = (asked: Asked): Words[] => {
  const kinds: readonly WithdrawalLimitKind[] = limitsOfReason[asked.reason];
  const ignored = (Object.keys(usedBy) as (keyof typeof usedBy)[]).filter(
    (name) => asked[name] !== undefined && !usedBy[name].some((kind) => kinds.includes(kind)),
  );
  if (ignored.length === 0) return [];
  const [names, reason] = [fieldNames(ignored, withdrawForm.fields), reasonNames[asked.reason]];
  return [
    both(
      `提取原因是“${reason['zh-CN']}”，限额不看${names['zh-CN']}，所填的没有算进去。`,
      `For ${reason.en} these set no limit, so what was filled in was left out: ${names.en}.`,
    ),
  ];
};

const notesOf = (reason: Asked['reason']): Words[] => [
  both(
    '提取额由中心审核决定；次数、材料和认定办法以中心公布为准。',
    'The centre decides; how often, with what documents and on what terms is as it publishes.',
  ),
  ...(reason === 'rent'
    ? [
        both(
          '定额按人还是按户没有确认，不要替中心算总数。',
          'Whether the quota is for a person or a household is not confirmed.',
        ),
      ]
    : []),
  ...(reason === 'rent-filed' ? [both('每年限额为夫妻合计。', 'The yearly quota is for a couple together.')] : []),
  ...(reason === 'leave' ? [both('还须没有在别处继续缴存。', 'Nor may contributions go on elsewhere.')] : []),
];

export const runWithdraw = defineRun(withdrawForm, (values, figures) => {
  const { reason, balance, spent, months } = values;
  const found = figuresOf(figures, values);
  const needs: Record<WithdrawalLimitKind, string[]> = {
    balance: emptyOf({ balance }),
    spent: emptyOf({ spent }),
    'monthly-quota': emptyOf({ 'monthly-quota': found.monthlyQuota, months }),
    'yearly-quota': emptyOf({ 'yearly-quota': found.yearlyQuota }),
    sealed: emptyOf({ months, balance }),
  };
  const limits = withdrawalLimits(reason, { balance, spent, months, ...found }).map(
    (limit): ShownLimit<WithdrawalLimitKind> => ({ ...limit, label: labels[limit.kind], needs: needs[limit.kind] }),
  );
  const { amount, binding } = narrowest(limits);
  if (amount === undefined) {
    const problem = both('不能缺少', 'is missing');
    throw new SumRefusal([...new Set(limits.flatMap((limit) => limit.needs))].map((field) => ({ field, problem })));
  }
  const closes = closesAccount(reason) && amount > 0;
  const [name, most, bound, leftOut] = [
    reasonNames[reason],
    yuanWords(amount),
    limitNames(limits, binding),
    leftOutWords(limits, withdrawForm.fields),
  ];
  return {
    document: {
      reason,
      max_withdrawal: yuanNumber(amount),
      complete: limits.every((limit) => limit.amount !== undefined),
      binding,
      limits: limitDocuments(limits),
      closes_account: closes,
    },
    said: both(
      `${name['zh-CN']}提取，最多${most['zh-CN']}，按${bound['zh-CN']}算${closes ? '，提取后账户注销' : ''}。${leftOut['zh-CN']}以中心审核为准。`,
      `For ${name.en}: at most ${most.en}, going by ${bound.en}${closes ? '; the account is then closed' : ''}.${leftOut.en} The centre decides.`,
    ),
    table: limitTable(limits, withdrawForm.fields),
    missing: missingOf(limits),
    notes: [...ignoredNotes(values), ...notesOf(reason)],
  };
});
