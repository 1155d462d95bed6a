import { HubError } from '../../../client/hub-error.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { PlainKey, Say } from '../../words/words.ts';
import { unanswered } from '../asked.ts';
import type { Refusal } from './account-desk.ts';

/** Refusals that are about a call say what holds now, not which id. */
const plainer: Partial<Record<ErrorCode, PlainKey>> = {
  account_not_your_call: 'accounts.no-call',
  not_verified: 'why.not-verified',
};

/** Why there is no answer, in words for the expert and for the citizen. What went wrong within is nobody's here. */
export const refusalOf = (error: unknown, say: Say): Refusal => {
  if (!(error instanceof HubError) || unanswered(error))
    return { text: say('accounts.away'), tell: say('accounts.tell') };
  const key = plainer[error.code];
  // There is nothing to look up later for a call that is over.
  if (error.code === 'account_call_over') return { text: say('accounts.call-over'), tell: '' };
  return { text: key ? say(key) : error.message, tell: error.hint ?? say('accounts.tell') };
};
