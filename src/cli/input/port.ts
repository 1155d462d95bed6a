import type { Context } from '../context.ts';
import { wrongUsage } from '../usage-failure.ts';

/** The port of an option, or the usual one. @throws {Failure} exit 2 */
export const portOf = ({ say }: Pick<Context, 'say'>, text: string | undefined, usual: number): number => {
  if (text === undefined) return usual;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw wrongUsage(say('serve.bad-port'));
  return port;
};
