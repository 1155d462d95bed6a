import type { SeatPreferences } from '../../client/seat-preferences.ts';
import { checkOwnKeys, type KeyProblem } from '../../tui/keymap/own-keys.ts';
import { actionOfProblem, problemText } from '../../tui/keymap/problem-text.ts';
import { sayIn } from '../../tui/words/words.ts';
import type { Context } from '../context.ts';
import { remark } from '../output/show.ts';
import { meantAction } from './own.ts';

/** The setting that a problem is about, as it is called in the profile. */
export const fieldOf = (problem: KeyProblem): string => {
  const action = actionOfProblem(problem);
  return action === undefined ? 'keys' : `keys.${action}`;
};

/** What is wrong, as the seat screen itself would say it. */
export const textOf = (context: Context, problem: KeyProblem): string =>
  problemText(sayIn(context.language), problem) +
  (problem.problem === 'unknown-action' ? meantAction(context, problem.action) : '');

/** Says beside a result that some of a person's keys are not in force. */
export const tellProblems = async (context: Context, own: SeatPreferences['keys']): Promise<void> => {
  const { problems } = checkOwnKeys(own);
  if (problems.length > 0) remark(context, context.say('config.keys.wrong', { count: problems.length }));
};
