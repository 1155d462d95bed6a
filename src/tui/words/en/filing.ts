import type { filing as chinese } from '../zh-CN/filing.ts';

/** What a ticket is filed under, and how an answer begins, in English. */
export const filing: Record<keyof typeof chinese, string> = {
  'form.topic': 'Topic',
  'form.sms': 'SMS',
  'form.sms.none': 'none',
  'form.unit.other': 'other…',
  'form.unit.name': 'Its name',
  'form.close.answer': 'Answer: {text}',
  'form.close.sms': 'SMS: {text}',
  'form.dispatch.due': 'Sent now, it is due {deadline}',
  'accounts.open': '{show-accounts:F5} opens the account',
  'accounts.aside.verify': '{show-accounts:F5} verifies the caller; the account then stands here',
  'accounts.aside.none': 'The account stands here during a call',
  'queue.not-ready': '{seat:Ctrl-B} be ready',
  'queue.local': 'This hotline is of this machine alone; to take calls of another: expert-seat login',
  'why.on-tickets': 'Works on the tickets screen: {show-tickets:F6} first',
  'answer.begin': 'To {name}: ',
};
