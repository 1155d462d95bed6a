import { monthsAndDays } from '../../../domain/fund/sums/day.ts';
import { earlyWithdrawal } from '../../../domain/fund/sums/early-withdrawal.ts';
import { earlyLossForm } from '../forms/early-loss-form.ts';
import { refuse } from '../problem.ts';
import { dayWords, percentNumber, percentText, termWords, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, joined, same, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';

export const runEarlyLoss = defineRun(earlyLossForm, (values, figures) => {
  const { balance, amount, until, monthly } = values;
  if (until <= figures.day) refuse('until', both(`应晚于 ${figures.day}`, `later than ${figures.day}`));
  if (amount > balance) refuse('amount', both('多于账户余额', 'more than the balance'));
  const { fields } = earlyLossForm;
  const label = both('存款年利率', 'yearly deposit rate');
  const rate = figures.need({ name: 'deposit.interest.rate', kind: 'percent', label, given: values.rate }, 'rate');
  const find = (name: string, field: 'multiple' | 'cap') =>
    figures.find({ name, kind: fields[field].kind, label: fields[field].label, given: values[field] });
  const multiple = find('loan.jinan.multiple', 'multiple');
  const cap = find('loan.jinan.max.one', 'cap');
  const { months, days } = monthsAndDays(figures.day, until);
  const { interestLost, loanLimit, monthsToRestore } = earlyWithdrawal({
    balance,
    amount,
    from: figures.day,
    to: until,
    rate,
    multiple,
    cap,
    monthly,
    contributions: months,
  });
  const loanLost = loanLimit && loanLimit.left - loanLimit.taken;
  const [taken, lost, rest] = [yuanWords(amount), yuanWords(interestLost), yuanWords(balance - amount)];
  const parts: Words[] = [both(`少得利息${lost['zh-CN']}`, `${lost.en} of interest is forgone`)];
  if (loanLost !== undefined) {
    const less = yuanWords(loanLost);
    parts.push(
      loanLost > 0
        ? both(`按余额倍数算的可贷额度少${less['zh-CN']}`, `the loan limit by balance is ${less.en} lower`)
        : both('按余额倍数算的可贷额度不受影响', 'the loan limit by balance stays as it is'),
    );
  }
  if (monthsToRestore !== undefined) {
    const time = termWords(monthsToRestore);
    parts.push(
      both(`按现在的缴存要${time['zh-CN']}才缴得回来`, `it takes ${time.en} of contributions to make it good`),
    );
  }
  const told = joined(parts, '，', ', ');
  return {
    document: {
      amount: yuanNumber(amount),
      balance_after: yuanNumber(balance - amount),
      from: figures.day,
      until,
      months,
      days,
      rate: percentNumber(rate),
      interest_lost: yuanNumber(interestLost),
      loan_limit: loanLimit
        ? { left: yuanNumber(loanLimit.left), taken: yuanNumber(loanLimit.taken), lost: yuanNumber(loanLost ?? 0) }
        : null,
      months_to_restore: monthsToRestore ?? null,
    },
    said: both(
      `现在提取${taken['zh-CN']}，余额还有${rest['zh-CN']}；与留到${dayWords(until)['zh-CN']}相比，${told['zh-CN']}。`,
      `Withdrawing ${taken.en} now leaves ${rest.en}. Against leaving it until ${until}, ${told.en}.`,
    ),
    table: {
      headings: [both('代价', 'Cost'), both('多少', 'How much')],
      rows: [
        [
          both(`利息（年利率${percentText(rate)}）`, `interest (${percentText(rate)} a year)`),
          same(yuan(interestLost)),
        ],
        ...(loanLimit && loanLost !== undefined
          ? [
              [
                both('按余额倍数的可贷额度', 'loan limit by balance'),
                same(`${yuan(loanLimit.left)} → ${yuan(loanLimit.taken)}  (-${yuan(loanLost)})`),
              ],
            ]
          : []),
        ...(monthsToRestore === undefined
          ? []
          : [[both('缴回来要', 'to be paid in again'), termWords(monthsToRestore)]]),
      ],
    },
    missing: multiple === undefined ? ['multiple'] : [],
    notes: [
      both(
        '只算三样：少得的存款利息（每年6月30日结息并入本金）、那天按余额倍数算的额度、缴回同样多的钱要几个月。还款能力、房价等其他限制另算。',
        'Three things only: the deposit interest forgone (credited on every 30 June), the limit by balance multiple on that day, and the months until as much is paid in again. Other limits of a loan are a sum of their own.',
      ),
      ...(multiple === undefined
        ? [
            both(
              '没有公布的余额倍数，额度少多少没有算。',
              'No balance multiple is published, so the loss of loan limit was left out.',
            ),
          ]
        : []),
      both(
        '提取是否影响连续缴存时间、要不要间隔，以中心公布为准。',
        'Whether it touches the months of continuous contribution is as the centre publishes.',
      ),
    ],
  };
});
