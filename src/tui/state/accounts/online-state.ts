import type { Language } from '../../../contract/language.ts';
import type { OnlineApplicationView } from '../../../contract/shapes/account.ts';
import { codeMeaning } from '../../../domain/fund/codes.ts';

/** A state of website business. A transfer between cities has states of its own, some of the same code. */
export const onlineStateName = (
  { kind }: Pick<OnlineApplicationView, 'kind'>,
  state: OnlineApplicationView['state'],
  language: Language,
): string => {
  const own = kind === 'transfer-in' || kind === 'transfer-out' ? codeMeaning('transferState', state, language) : state;
  return own === state ? codeMeaning('onlineState', state, language) : own;
};
