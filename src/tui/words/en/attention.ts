import type { attention as chinese } from '../zh-CN/attention.ts';

export const attention: Record<keyof typeof chinese, string> = {
  'notify.call': 'New call',
  'notify.urgent': 'urgent',
  'remind.wrap-up': '{seconds} s left to write up {about}: close or dispatch',
  'remind.held': '{about} has been on hold for {time}; {hold:Ctrl-T} resumes',
  'header.answers': '{count} answered {count|correction|corrections}',
  'app.too-small.what': 'Window too small',
  'app.too-small.needs': 'needs {columns}×{rows}',
  'app.too-small.quit': '{quit:Ctrl-C} again quits',
  'suspend.no-shell': 'There is no shell to go back to; the program goes on',
  'why.no-suspend': 'Programs cannot be suspended on Windows',
  'why.no-unread-answer': 'No answered correction is waiting to be read',
  'action.suspend': 'Suspend',
  'action.read-answer': 'Read answer',
  'help.suspend': 'To the shell; fg comes back. Nothing is told meanwhile',
  'help.read-answer': 'Open the article whose correction was answered, the oldest first',
};
