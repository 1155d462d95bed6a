import { percentText, yuanWords } from '../show-number.ts';
import { both, joined, same, type Words } from '../words.ts';
import type { RunningLoan } from './running-loan.ts';

/** What an answer adds when the past was reckoned at one rate, which may not have held throughout. */
export const pastWords = ({ from, rates: [rate = 0] }: RunningLoan): Words =>
  from === 'rate-now' || from === 'given-rate'
    ? both(
        `剩余本金按全程${percentText(rate)}估算，以合同余额为准。`,
        ` What is owed is reckoned as if the rate had always been ${percentText(rate)}; the balance of the contract decides.`,
      )
    : same('');

/** How to give what is owed: by the day of payout, or as it stands in the account. */
const better: Words = both(
  '填放款日（不填利率），就按历次公布的利率推算；知道剩余本金的，按剩余本金算最准',
  'With the day of payout, and no rate, it follows the published ones; what is owed by the account is the most exact',
);

const balanceNotes = ({ from, paid, rates, standing }: RunningLoan): Words[] => {
  const told = joined(rates.map(percentText).map(same), '→', ' → ');
  const owed = yuanWords(standing?.rest.principal ?? 0);
  switch (from) {
    case 'rate-now':
      return [
        both(
          `注意：已还的${paid}期都按现行利率${told['zh-CN']}倒推，没有算放款后的利率调整，剩余本金${owed['zh-CN']}可能不准，以合同余额为准。${better['zh-CN']}。`,
          `Mind: the ${paid} terms paid were reckoned at the rate now in force, ${told.en}, without the changes since payout, so the ${owed.en} owed may be wrong; the balance of the contract decides. ${better.en}.`,
        ),
      ];
    case 'given-rate':
      return [
        both(
          `已还的${paid}期都按所填利率${told['zh-CN']}推算；放款后调整过利率的，剩余本金${owed['zh-CN']}不准，以合同余额为准。${better['zh-CN']}。`,
          `The ${paid} terms paid were reckoned at the rate given, ${told.en}; where it changed since payout the ${owed.en} owed is wrong, and the balance of the contract decides. ${better.en}.`,
        ),
      ];
    case 'published':
      return paid === 0
        ? []
        : [
            both(
              `剩余本金${owed['zh-CN']}按放款日和公布的利率（${told['zh-CN']}）推算，没有算以前的提前还款，以合同余额为准。`,
              `The ${owed.en} owed follows from the day of payout and the published rates (${told.en}), without any earlier prepayment; the balance of the contract decides.`,
            ),
          ];
    default:
      return [];
  }
};

/** On what the balance rests, the most doubtful first; and when the terms paid are not those due. */
export const runningNotes = (loan: RunningLoan, day: string): Words[] => {
  const { due, paid } = loan;
  return [
    ...balanceNotes(loan),
    ...(due !== undefined && due !== paid
      ? [
          both(
            `按放款日，到 ${day} 应还${due}期；填的已还期数是${paid}，按填的算。`,
            `By the day of payout ${due} terms are due by ${day}; it was reckoned with the ${paid} that were given.`,
          ),
        ]
      : []),
  ];
};
