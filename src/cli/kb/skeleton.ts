import { stringify } from 'yaml';
import { partNames } from '../../kb/article/article.ts';
import type { Context } from '../context.ts';
import type { WordKey } from '../words/words.ts';

interface Start {
  readonly id: string;
  readonly topic: string;
  readonly domain: string;
  /** Empty: still to be written. */
  readonly title: string;
}

type About = WordKey extends infer Key ? (Key extends `kb.skeleton.${infer What}` ? What : never) : never;

const quoted = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

/**
 * The file of an article that is to be written. What each field wants stands beside it as a YAML comment; what must be filled in is
 * empty, so that the lint names it until it is.
 */
export const skeleton = ({ say }: Pick<Context, 'say'>, { id, topic, domain, title }: Start, today: string): string => {
  const about = (what: About): string => `# ${say(`kb.skeleton.${what}`)}`;
  return [
    '---',
    about('head'),
    `id: ${id}`,
    `title: ${title === '' ? "''" : quoted(title)} ${about('title')}`,
    `topic: ${topic}`,
    `domain: ${domain}`,
    `questions: [] ${about('questions')}`,
    `keywords: [] ${about('keywords')}`,
    `confidence: local-unconfirmed ${about('confidence')}`,
    `effective: {from: ${today}} ${about('effective')}`,
    `source: {name: '', date: ${today}} ${about('source')}`,
    `checked: ${today} ${about('checked')}`,
    `sms: '' ${about('sms')}`,
    `related: [${topic}] ${about('related')}`,
    ...partNames.map((part) => about(`part.${part}`)),
    '---',
    ...partNames.map((part) => `\n## ${part}\n`),
  ]
    .join('\n')
    .concat('\n');
};
