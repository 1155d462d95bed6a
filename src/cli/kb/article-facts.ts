import type { ReadOut } from '../../kb/article/read-out.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { PolicyEntry } from '../../kb/policy.ts';
import type { Context } from '../context.ts';
import { term } from '../words/words.ts';

/** A span of days as people read it. */
export const daysWords = (
  { say }: Pick<Context, 'say'>,
  { from, to }: { from: string; to?: string | undefined },
): string => (to === undefined ? say('kb.from', { from }) : say('kb.from-to', { from, to }));

/** Name, number and date of a source. */
export const sourceWords = ({ name, number, date }: PolicyEntry['source']): string =>
  [name, number, date].filter((word) => word !== undefined).join('  ');

/** What an article says of itself, apart from its text: name and value. */
export const articleFacts = (context: Context, read: ReadOut, base: KnowledgeBase): [string, string][] => {
  const { say, language } = context;
  const { article, state } = read;
  const topic = base.topics.get(article.topic);
  return [
    [say('kb.id'), article.id],
    [say('kb.topic'), [article.topic, topic?.name].filter((word) => word !== undefined).join('  ')],
    [say('kb.state'), `${term(language, 'kbState', state)}  ${daysWords(context, article.effective)}`],
    [say('kb.source'), sourceWords(article.source)],
    [say('kb.confidence'), term(language, 'confidence', article.confidence)],
    [say('kb.checked'), article.checked],
  ];
};

/** The figures in an article: what is read out, since when, and where it is from. */
export const figureRows = (context: Context, { figures }: ReadOut): string[][] =>
  figures.map(({ name, shown, entry }) =>
    entry
      ? [
          shown,
          daysWords(context, entry),
          term(context.language, 'confidence', entry.confidence),
          sourceWords(entry.source),
          name,
        ]
      : [context.say('kb.no-figure'), '', '', '', name],
  );

export const figureHeadings = ({ say }: Context): string[] => [
  say('kb.figure'),
  say('kb.in-force'),
  say('kb.confidence'),
  say('kb.source'),
  say('kb.name'),
];
