import { type DataKind, dataKinds, type KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { textHash, wholeHash } from '../../domain/knowledge/whole-hash.ts';
import { parseArticle } from '../../kb/article/parse-article.ts';
import { dataFileOf } from '../../kb/snapshot.ts';

/** What lies in a folder of knowledge: every file with its hash, and the hash of the whole. */
export interface Manifest extends Readonly<Partial<Record<DataKind, ManifestFile>>> {
  readonly version: 2;
  /** domain/knowledge/whole-hash */
  readonly hash: string;
  readonly articles: readonly {
    readonly id: string;
    readonly topic: string;
    readonly domain: string;
    readonly title: string;
    readonly file: string;
    readonly sha256: string;
  }[];
}
interface ManifestFile {
  readonly file: string;
  readonly sha256: string;
}

/** The manifest's own file. */
export const manifestFile = 'manifest.json';

/** Where a document lies in a folder of knowledge, with `/`; undefined for an article of a wrong form. */
export const fileOf = ({ id, kind, text }: KnowledgeDocument): string | undefined => {
  if (kind !== 'article') return dataFileOf[kind];
  const { article } = parseArticle(text);
  return article && `${article.domain}/${id}.md`;
};

/** Describes documents as they lie in a folder. Articles of a wrong form are left out of its list. */
export const manifestOf = (documents: readonly KnowledgeDocument[]): Manifest => {
  const articles = documents.flatMap(({ id, kind, text }) => {
    const { article } = kind === 'article' ? parseArticle(text) : {};
    if (!article) return [];
    const { topic, domain, title } = article;
    return [{ id, topic, domain, title, file: `${domain}/${id}.md`, sha256: textHash(text) }];
  });
  const data = dataKinds.flatMap((wanted) => {
    const found = documents.find(({ kind }) => kind === wanted);
    return found ? [[wanted, { file: dataFileOf[wanted], sha256: textHash(found.text) }] as const] : [];
  });
  return {
    version: 2,
    hash: wholeHash(documents),
    articles: articles.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...Object.fromEntries(data),
  };
};

/** The manifest as it lies in its file. */
export const manifestText = (documents: readonly KnowledgeDocument[]): string =>
  `${JSON.stringify(manifestOf(documents), null, 2)}\n`;
