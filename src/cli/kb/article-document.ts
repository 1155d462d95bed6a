import { type ReadOut, smsParts } from '../../kb/article/read-out.ts';
import type { CopyState } from '../../kb/copy/copy-state.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import { partKeys, type ShownPart } from './part-names.ts';

/** A part's text as it is read out. */
export const textOfPart = ({ parts, sms }: ReadOut, part: ShownPart): string =>
  part === '短信' ? sms : (parts.find(({ name }) => name === part)?.text ?? '');

const smsDocument = ({ sms }: ReadOut) => ({ text: sms, characters: sms.length, parts: smsParts(sms) });

const figuresDocument = ({ figures }: ReadOut) =>
  figures.map(({ name, shown, entry }) => ({ name, shown, ...(entry && { ...entry }) }));

/** An article for scripts. */
export const articleDocument = (read: ReadOut, base: KnowledgeBase, { origin, revision, checkedAt }: CopyState) => {
  const { article, state, parts } = read;
  const { id, title, topic, domain, questions, keywords, confidence, effective, source, checked } = article;
  return {
    ...{ id, title, topic, domain, state, questions, keywords, confidence, effective, source, checked },
    parts: parts.map(({ name, text }) => ({ name, key: partKeys[name], text })),
    sms: smsDocument(read),
    figures: figuresDocument(read),
    related: base.related(article).map(({ id, title, topic }) => ({ id, title, topic })),
    from: { origin, revision, checkedAt: checkedAt === null ? null : new Date(checkedAt).toISOString() },
  };
};

/** One part of an article for scripts. */
export const partDocument = (read: ReadOut, part: ShownPart) => {
  const { id, title } = read.article;
  if (part === '短信') return { id, title, part, key: 'sms', state: read.state, ...smsDocument(read) };
  return { id, title, part, key: partKeys[part], state: read.state, text: textOfPart(read, part) };
};
