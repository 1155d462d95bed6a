/** What the knowledge base is made of: articles, and three data files that there are once each. */
export const documentKinds = ['article', 'policy', 'topics', 'synonyms'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Every document's id: an article's, or that of a data file, which is its kind. */
export const documentIdPattern = /^(?:policy|topics|synonyms|[a-z]{2,8}-\d{4,6})$/;

/** The kind of a document, which its id says. */
export const kindOfDocument = (id: string): DocumentKind =>
  id === 'policy' || id === 'topics' || id === 'synonyms' ? id : 'article';

/** The longest text of a document. Bytes of UTF-8. */
export const longestText = (kind: DocumentKind): number => (kind === 'article' ? 64 : 512) * 1024;

/** A document as it ships with a program or lies at a seat. */
export interface KnowledgeDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly text: string;
}
