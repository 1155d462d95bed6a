import { toInstant } from '../../contract/shapes/text.ts';
import type { Context } from '../context.ts';
import { refused } from './checked.ts';

const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

const isoDay = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** Milliseconds since 1970, or NaN. */
const parse = (text: string, now: number): number => {
  const ago = /^(\d{1,6})([smhdw])$/.exec(text);
  if (ago) return now - Number(ago[1]) * units[ago[2]!]!;
  const iso = isoDay.exec(text);
  if (!iso) return Number.NaN;
  const [, day, time = '00:00', zone = '+08:00'] = iso;
  // Date.parse takes 2026-02-31 for 3 March; what comes back must name the same day.
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(day!)) return Number.NaN;
  return Date.parse(`${day}T${time}${zone}`);
};

/**
 * A moment as people write it, as the wire wants it: ISO 8601, a day (its first moment in Asia/Shanghai, as is a time without
 * offset), or so long ago (`7d`, `12h`, `30m`).
 * @throws {Failure} exit 7 naming the field
 */
export const instantOf = (context: Context, field: string, text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const ms = parse(text.normalize('NFKC').trim(), Date.now());
  if (!(ms >= 0)) throw refused(context, [{ field, problem: context.say('input.instant') }]);
  return toInstant(ms);
};
