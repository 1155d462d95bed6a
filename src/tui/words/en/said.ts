import type { said as zh } from '../zh-CN/said.ts';

/** What an account says, as an expert would say it to the citizen in English. */
export const said: Record<keyof typeof zh, string> = {
  'said.gap': ' ',
  'said.yours': 'your ',
  'said.of': "{name}'s ",
  'said.employers': "your employer's ",
  'said.months': '{from} to {to}',
  'said.overview': 'Verified: {whose}fund account is {state}, its balance CNY {balance}.',
  'said.paid-up-to': 'Paid up to {month}, {count} {count|month|months} in a row.',
  'said.paid-up-to.more': 'Paid up to {month}, at least {count} {count|month|months} in a row.',
  'said.last-paid': 'Last paid for {month}.',
  'said.never-paid': 'There are no contributions on record.',
  'said.monthly': 'Base CNY {base}, ratio employer {employer} and own {employee}, CNY {amount} a month.',
  'said.contributions':
    'Verified: {whose}account has contributions for {count} {count|month|months} in the last three years ({from} to {to}), CNY {amount} in the last one.',
  'said.contributions.none': 'Verified: {whose}account has no contributions in the last three years.',
  'said.gaps': 'Nothing was paid for {months}, {count} {count|month|months} in all.',
  'said.gaps.none': 'No month is missing.',
  'said.progress':
    'Verified: {whose}loan application (handed in {applied}, CNY {amount}) has been at the step "{step}" since {since}.',
  'said.progress.none': 'Verified: {whose}loan application was not found.',
  'said.missing': 'Still missing: {papers}; please hand it in soon.',
  'said.reason': 'Reason: {reason}.',
  'said.limit': 'By the rules it is decided within {days} of acceptance ({source}).',
  'said.loan': 'Verified: {whose}loan is {state}, its balance CNY {balance}, {rate} a year, {method}.',
  'said.loan.settled': 'Verified: {whose}loan was settled on {day}.',
  'said.loan.none': 'Verified: {whose}fund loan was not found.',
  'said.next-term': 'The next term is CNY {payment} on {day}: principal {principal}, interest {interest}.',
  'said.overdue':
    '{terms} {terms|term is|terms are} overdue: principal CNY {principal}, interest {interest}, penalty {penalty}; please pay soon.',
  'said.repayments':
    'Verified: {passed} of {terms} {terms|term|terms} of {whose}loan have passed, CNY {balance} of principal are left.',
  'said.online': 'Verified: {whose}{kind} (handed in {submitted} on the website) has been "{state}" since {since}.',
  'said.online.none': 'Verified: {whose}website business was not found.',
  'said.employer':
    'Verified: {whose}account is {state}, {contributing} {contributing|person contributes|people contribute}, {sealed} {sealed|is|are} sealed, its balance CNY {balance}.',
  'said.employer.paid-up-to': 'Paid up to {month}.',
  'said.ratios': 'Ratio employer {employer}, own {employee}.',
  'said.remittances':
    'Verified: {whose}account has remittances for {count} {count|month|months} in the last three years ({from} to {to}), CNY {amount} for {people} {people|person|people} in the last one.',
  'said.remittances.none': 'Verified: {whose}account has no remittances in the last three years.',
};
