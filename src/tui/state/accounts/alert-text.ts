import type { QueryCounts } from '../../../domain/account/query-alert.ts';
import type { PlainKey, Say } from '../../words/words.ts';

const words: Readonly<Record<keyof QueryCounts, PlainKey>> = {
  queries: 'alert.queries-hour',
  persons: 'alert.persons',
  personsADay: 'alert.personsADay',
  refused: 'alert.refused',
};

/** What a supervisor is told of an expert who looks into unusually many accounts; experts are sent no such event. */
export const alertText = ({ name, what, count }: Readonly<Record<string, unknown>>, say: Say): string => {
  const key = words[what as keyof QueryCounts];
  return say('alert.queries', { name: String(name), what: key ? say(key) : String(what), count: String(count) });
};
