import { plainText } from '../../domain/text/plain-text.ts';
import { type ReadOut, smsParts } from '../../kb/article/read-out.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { Context } from '../context.ts';
import { term } from '../words/words.ts';
import { textOfPart } from './article-document.ts';
import { articleFacts, figureHeadings, figureRows } from './article-facts.ts';
import { warning } from './article-text.ts';
import type { ShownPart } from './part-names.ts';

const clean = (text: string): string => plainText(text, { multiline: true });
const cell = (text: string): string => clean(text).replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** One part under its heading. */
export const partMarkdown = ({ language }: Context, read: ReadOut, part: ShownPart): string =>
  `## ${term(language, 'kbPart', part)}\n\n${clean(textOfPart(read, part))}\n`;

/** A whole article as Markdown, its figures filled in. */
export const articleMarkdown = (context: Context, read: ReadOut, base: KnowledgeBase): string => {
  const { say } = context;
  const { article, parts, sms, figures } = read;
  const warned = warning(context, read);
  const related = base.related(article).map(({ id, title }) => `- ${id} ${clean(title)}`);
  const headings = figureHeadings(context);
  return [
    `# ${clean(article.title)}`,
    ...(warned ? [`> **${warned}**`] : []),
    articleFacts(context, read, base)
      .map(([name, value]) => `- ${name}${context.language === 'en' ? ': ' : '：'}${clean(value)}`)
      .join('\n'),
    ...parts.map(({ name }) => partMarkdown(context, read, name).trimEnd()),
    `${partMarkdown(context, read, '短信').trimEnd()}\n\n${say('kb.sms-size', { characters: sms.length, parts: smsParts(sms) })}`,
    ...(figures.length > 0
      ? [
          `## ${say('kb.figures')}\n\n${[headings, headings.map(() => '---'), ...figureRows(context, read)].map(row).join('\n')}`,
        ]
      : []),
    ...(related.length > 0 ? [`## ${say('kb.related')}\n\n${related.join('\n')}`] : []),
  ]
    .join('\n\n')
    .concat('\n');
};
