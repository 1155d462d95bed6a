import type { SeatSession } from '../state/session.ts';
import { checkOwnKeys } from './own-keys.ts';
import { problemText } from './problem-text.ts';

/** Says which of somebody's own keys are not in force, for they will press them. */
export const tellKeyProblems = (session: SeatSession): void => {
  const { problems } = checkOwnKeys(session.preferences.keys);
  const [first] = problems;
  if (!first) return;
  const { say } = session;
  session.notice('warning', say('keys.not-used', { count: problems.length, first: problemText(say, first) }));
};
