import type { LoanApplication } from '../../domain/fund/records.ts';
import { dayNumber, dayText } from '../calendar/day.ts';
import { workdaysAfter } from '../calendar/workday.ts';
import { numberWithin } from '../numbers/account-number.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { LoanFacts } from './loan-facts.ts';

const papers = [
  '购房合同',
  '首付款发票',
  '借款人征信报告',
  '收入证明',
  '结婚证',
  '户口簿',
  '开发商收款账户证明',
] as const;

const refusals = [
  '连续足额缴存未满六个月',
  '征信报告有当前逾期',
  '家庭已有两次住房公积金贷款记录',
  '首付款比例不足',
] as const;
const withdrawals = ['申请人撤回申请', '借款人放弃贷款'] as const;

const missingPapers = (draws: Draws): string[] => {
  const first = draws.below(papers.length);
  return Array.from({ length: draws.between(1, 3) }, (_, at) => papers[(first + at * 2) % papers.length]!);
};

/** An earlier attempt of some that came to nothing, half a year before. */
const earlierAttempt = (world: World, latest: LoanApplication, index: number): LoanApplication[] => {
  const draws = new Draws(world.seed, 'earlier attempt', index);
  if (!draws.chance(6)) return [];
  const appliedOn = workdaysAfter(dayNumber(latest.appliedOn) - draws.between(170, 240), 0);
  const rejectedOn = workdaysAfter(appliedOn, draws.between(4, 9));
  return [
    {
      ...latest,
      number: numberWithin('loanApplication', index + 1, 1),
      contract: null,
      appliedOn: dayText(appliedOn),
      step: 'rejected',
      steps: [
        { step: 'created', since: dayText(appliedOn) },
        { step: 'reviewing', since: dayText(appliedOn) },
        { step: 'rejected', since: dayText(rejectedOn) },
      ],
      missing: [],
      reason: draws.pick(refusals),
    },
  ];
};

/** A person's applications, the newest first. */
export const loanApplications = (
  world: World,
  facts: LoanFacts,
  steps: LoanApplication['steps'],
  { contract, bank, index }: { contract: string | null; bank: string; index: number },
): LoanApplication[] => {
  const draws = new Draws(world.seed, 'loan application', index);
  const { step } = steps.at(-1)!;
  const latest: LoanApplication = {
    number: numberWithin('loanApplication', index + 1, 2),
    contract,
    appliedOn: steps[0]!.since,
    amount: facts.amount,
    terms: facts.months,
    step,
    steps,
    missing: step === 'reviewing' ? missingPapers(draws) : [],
    reason: step === 'rejected' ? draws.pick(refusals) : step === 'void' ? draws.pick(withdrawals) : null,
    bank,
  };
  return [latest, ...earlierAttempt(world, latest, index)];
};
