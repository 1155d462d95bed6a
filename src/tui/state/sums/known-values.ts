import type { RepaymentsAnswer } from '../../../contract/shapes/account.ts';
import { showFen, showRate } from '../../../domain/fund/money.ts';
import type { RepaymentMethod } from '../../../domain/fund/sums/loan.ts';
import type { WithdrawalReason } from '../../../domain/fund/sums/withdrawal.ts';
import type { SumId } from '../../../kb/sums/sum-forms.ts';
import { sayIn } from '../../words/words.ts';
import { queryKey } from '../accounts/account-desk.ts';
import type { Answer, Tab } from '../accounts/tabs.ts';
import { accountView } from '../accounts/verified.ts';
import { likelyTopic } from '../filing.ts';
import type { SeatModel } from '../model.ts';

/** Fields of a sum by their names, as a person would type them. */
type Known = Readonly<Record<string, string>>;

const nothing: Known = {};

/** Where of an account a sum finds something. */
const wantedTab: Partial<Readonly<Record<SumId, Tab>>> = {
  prepay: 'repayments',
  'rate-change': 'repayments',
  withdraw: 'overview',
  'early-loss': 'overview',
};

const methods: Readonly<Record<string, RepaymentMethod>> = { '01': 'equal-instalment', '02': 'equal-principal' };

/** What is left of a loan that goes by its plan; nothing of any other, which a sum would get wrong. */
const loanLeft = ({ loan, plan }: RepaymentsAnswer, { language }: SeatModel): Known => {
  const method = methods[loan.method];
  const left = plan.filter(({ state }) => state === 'coming').length;
  if (!method || left === 0 || loan.balance === 0 || loan.overdue.terms > 0) return nothing;
  const months = (count: number): string => sayIn(language)('sums.months', { count });
  return {
    principal: showFen(loan.balance),
    years: months(left),
    'contract-years': months(loan.terms),
    rate: showRate(loan.rate),
    method,
  };
};

/** Where of the account of a call's verified person a sum finds something, as far as it was looked at. */
const lookedAt = (model: SeatModel, id: SumId, call: string): Answer | undefined => {
  const view = accountView(model);
  const wanted = wantedTab[id];
  if (view?.call !== call || !wanted) return undefined;
  const query = view.desk.queries.get(queryKey(view.person.id, wanted));
  return query?.state === 'shown' ? query.answer : undefined;
};

/** How many terms of the loan that was looked at are overdue, for a sum that would take its figures from it. */
export const overdueTerms = (model: SeatModel, id: SumId, call: string): number => {
  const answer = lookedAt(model, id, call);
  return answer?.tab === 'repayments' ? answer.reply.loan.overdue.terms : 0;
};

/** What the account of a call's verified person says for a sum, as far as it was looked at. */
export const accountValues = (model: SeatModel, id: SumId, call: string): Known => {
  const answer = lookedAt(model, id, call);
  if (answer?.tab === 'repayments') return loanLeft(answer.reply, model);
  const balance = answer?.tab === 'overview' ? answer.reply.employee.balance : 0;
  return balance > 0 ? { balance: showFen(balance) } : nothing;
};

const reasons: readonly (readonly [topic: RegExp, reason: WithdrawalReason])[] = [
  [/^gjj\.wd\.(?:purchase|secondhand|downpay)/, 'purchase'],
  [/^gjj\.wd\.build$/, 'build'],
  [/^gjj\.wd\.loan-repay$/, 'repay-loan'],
  [/^gjj\.wd\.retire$/, 'retire'],
  [/^gjj\.wd\.disabled$/, 'disabled'],
  [/^gjj\.wd\.abroad$/, 'abroad'],
  [/^gjj\.wd\.leave$/, 'leave'],
];

/** What a call's topic says. */
const topicValues = (model: SeatModel, id: SumId, call: string): Known => {
  const topic = likelyTopic(model, call) ?? '';
  const reason = id === 'withdraw' ? reasons.find(([pattern]) => pattern.test(topic))?.[1] : undefined;
  return reason ? { reason } : nothing;
};

/** What need not be typed into a sum's form, because it is known of the call. */
export const knownValues = (model: SeatModel, id: SumId, call: string): Known => ({
  ...topicValues(model, id, call),
  ...accountValues(model, id, call),
});
