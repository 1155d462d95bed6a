import { plainText } from '../../domain/text/plain-text.ts';
import { type ReadOut, smsParts } from '../../kb/article/read-out.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { Context } from '../context.ts';
import { facts, table } from '../output/table.ts';
import { term } from '../words/words.ts';
import { textOfPart } from './article-document.ts';
import { articleFacts, figureHeadings, figureRows } from './article-facts.ts';
import type { ShownPart } from './part-names.ts';

const clean = (text: string): string => plainText(text, { multiline: true });

/** Why an article must not be read out as it is, in a line of its own before everything else. */
export const warning = ({ say }: Context, { state, article }: ReadOut): string | undefined => {
  const { from, to = '' } = article.effective;
  if (state === 'expired') return say('kb.expired', { to });
  return state === 'coming' ? say('kb.coming', { from }) : undefined;
};

/** One part alone, to be piped on. */
export const partText = (read: ReadOut, part: ShownPart): string => `${clean(textOfPart(read, part))}\n`;

/** A whole article as people read it in a terminal. */
export const articleText = (context: Context, read: ReadOut, base: KnowledgeBase): string => {
  const { say, language } = context;
  const { article, parts, sms } = read;
  const warned = warning(context, read);
  const related = base.related(article).map(({ id, title }) => `${id}  ${title}`);
  const sections = [
    ...parts.map(({ name, text }) => `${say('kb.part', { part: term(language, 'kbPart', name) })}\n${clean(text)}`),
    `${say('kb.part.sms', { characters: sms.length, parts: smsParts(sms) })}\n${clean(sms)}`,
    ...(read.figures.length > 0
      ? [`${say('kb.part', { part: say('kb.figures') })}\n${table(figureHeadings(context), figureRows(context, read))}`]
      : []),
    ...(related.length > 0 ? [`${say('kb.part', { part: say('kb.related') })}\n${clean(related.join('\n'))}`] : []),
  ];
  return [
    ...(warned ? [warned] : []),
    clean(article.title),
    facts(articleFacts(context, read, base)).trimEnd(),
    ...sections.map((section) => section.trimEnd()),
  ]
    .join('\n\n')
    .concat('\n');
};
