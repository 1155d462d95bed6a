import * as z from 'zod';
import { DocumentKey, WhichVersion } from '../../contract/shapes/knowledge.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { parseArticle } from '../../kb/article/parse-article.ts';
import { readOut } from '../../kb/article/read-out.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked, refused } from '../input/checked.ts';
import { jsonLine } from '../output/json.ts';
import { localDay } from '../output/local-time.ts';
import { remark } from '../output/show.ts';
import { writeOut } from '../output/stdout.ts';
import type { Work } from '../run.ts';
import { articleDocument, partDocument } from './article-document.ts';
import { articleMarkdown, partMarkdown } from './article-markdown.ts';
import { articleText, partText } from './article-text.ts';
import { noDocument, typedId } from './not-found.ts';
import { partOf } from './part.ts';
import type { ShownPart } from './part-names.ts';
import { openKnowledge } from './seat-knowledge.ts';

interface ShowOptions {
  part?: string;
  format?: string;
  raw?: boolean;
  version?: string;
}

const formats = ['text', 'md', 'json'] as const;
const Format = z.strictObject({ format: z.enum(formats) });

/** The text that was asked for: this machine's, or a version at the hub. */
const textOf = async (context: Context, base: KnowledgeBase, id: string, version?: string): Promise<string> => {
  if (version === undefined) {
    const text = base.text(typedId(id));
    if (text === undefined) throw noDocument(context, base, id);
    return text;
  }
  const params = checked(context, DocumentKey, { document: typedId(id) });
  const query = checked(context, WhichVersion, { version });
  return (await withHub(context, (client) => client.call('kb.document', { params, query }))).text;
};

/** `kb show`: an article with its figures as they hold today, or one part of it. Data files are shown as they are. */
export const showDocument: Work<[string], ShowOptions> = async (context, [id], options) => {
  checked(context, Format, { format: options.format ?? 'text' });
  const format = context.json ? 'json' : (options.format ?? 'text');
  const part: ShownPart | undefined = options.part === undefined ? undefined : partOf(context, options.part);
  const { base, state } = await openKnowledge(context);
  const text = await textOf(context, base, id, options.version);
  const { article } = options.raw ? {} : parseArticle(text);
  if (!article) {
    if (part) throw refused(context, [{ field: 'part', problem: context.say('kb.no-parts', { id: typedId(id) }) }]);
    // Line by line and cell by cell, for a file's own form is to be kept and its characters are not to reach the terminal.
    const cell = (piece: string): string => plainText(piece, { multiline: false, trim: false });
    const plain = text.split('\n').map((line) => line.split('\t').map(cell).join('\t'));
    await writeOut(format === 'json' ? jsonLine({ id: typedId(id), text }) : plain.join('\n').replace(/\n?$/, '\n'));
    return undefined;
  }
  const read = readOut(article, base.policy, localDay());
  if (part && read.state !== 'in-force') {
    // The whole says it at its head; a part alone would be read out as it is.
    const { from, to = '' } = article.effective;
    remark(context, context.say(read.state === 'expired' ? 'kb.expired' : 'kb.coming', { from, to }));
  }
  if (format === 'json') {
    await writeOut(jsonLine(part ? partDocument(read, part) : articleDocument(read, base, state)));
  } else if (format === 'md') {
    await writeOut(part ? partMarkdown(context, read, part) : articleMarkdown(context, read, base));
  } else {
    await writeOut(part ? partText(read, part) : articleText(context, read, base));
  }
  return undefined;
};
