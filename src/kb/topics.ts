import { plainText } from '../domain/text/plain-text.ts';
import { Refused } from './refused.ts';

/** A subject that citizens ask about; every article has one. */
export interface Topic {
  /** Such as `gjj.wd.rent`. */
  readonly id: string;
  readonly domain: string;
  /** The group's name within the domain, such as 提取. */
  readonly group: string;
  readonly name: string;
}

const header = 'topic\tdomain\tgroup\tname';

/**
 * Reads `topics.tsv`: a header line, then topic, domain, group and name.
 * @throws {Refused} topics_form
 */
export const parseTopics = (text: string): ReadonlyMap<string, Topic> => {
  const [first, ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (first !== header) throw new Refused('topics_form', 1);
  const topics = new Map<string, Topic>();
  lines.forEach((line, at) => {
    if (line === '') return;
    const [id, domain, group, name, ...more] = line.split('\t');
    const harmless = [id, domain, group, name].every((cell) => cell && plainText(cell, { multiline: false }) === cell);
    const fits = harmless && id && domain && group && name && more.length === 0 && !topics.has(id);
    if (!fits) throw new Refused('topics_form', at + 2);
    topics.set(id, { id, domain, group, name });
  });
  return topics;
};
