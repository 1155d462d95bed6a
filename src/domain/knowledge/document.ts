/** Data files, which there are once each; a file's id is its kind. */
export const dataKinds = ['policy', 'topics', 'synonyms', 'snippets', 'plain-words'] as const;
export type DataKind = (typeof dataKinds)[number];

/** What the knowledge base is made of: articles and data files. */
export const documentKinds = ['article', ...dataKinds] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Every document's id. */
export const documentIdPattern = new RegExp(`^(?:${dataKinds.join('|')}|[a-z]{2,8}-\\d{4,6})$`);

/** The kind of a document, which its id says. */
export const kindOfDocument = (id: string): DocumentKind => dataKinds.find((kind) => kind === id) ?? 'article';

/** The longest text of a document. Bytes of UTF-8. */
export const longestText = (kind: DocumentKind): number => (kind === 'article' ? 64 : 512) * 1024;

/** A document as it ships with a program or lies at a seat. */
export interface KnowledgeDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly text: string;
}
