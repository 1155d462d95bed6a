import type { SeatPreferences } from '../../client/seat-preferences.ts';
import { exitCode } from '../../contract/exit-code.ts';
import type { Action } from '../../tui/actions/action.ts';
import { actions } from '../../tui/actions/table.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { nearest } from '../nearest.ts';

/** A person's own keys, as they stand in their profile. */
export const ownKeysOf = async (context: Context): Promise<SeatPreferences['keys']> =>
  (await context.profile()).get('keys') ?? {};

/** The action that was meant by a word that is none; in words, to be put behind a sentence. */
export const meantAction = ({ say }: Pick<Context, 'say'>, word: string): string => {
  const meant = nearest(
    word,
    actions.map(({ id }) => id),
  );
  return meant === undefined ? '' : say('usage.meant', { word: meant });
};

export const isAction = (word: string): boolean => actions.some(({ id }) => id === word);

/** @throws {Failure} exit 3 with the nearest id */
export const actionCalled = (context: Context, word: string): Action => {
  const action = actions.find(({ id }) => id === word);
  if (action) return action;
  throw new Failure(
    'not_found',
    exitCode.notFound,
    context.say('config.keys.no-action', { action: word }) + meantAction(context, word),
    { hint: context.say('config.keys.no-action.hint') },
  );
};
