import type { Action, Context } from './action.ts';

/** An action that is not worth an entry in the palette: moving about, or what belongs to an open window. */
export const hidden = (
  where: Context,
  id: string,
  name: Action['name'],
  help: Action['help'],
  keys: readonly string[],
  run: Action['run'],
  bar?: number,
): Action => ({ id: `${where}-${id}`, name, help, keys, where, hidden: true, ...(bar !== undefined && { bar }), run });
