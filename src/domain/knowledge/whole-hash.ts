import { createHash } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of a document's text as UTF-8, in hex. */
export const textHash = (text: string): string => sha256(text);

/**
 * The hash of a whole knowledge base, by which a copy is known to be complete: SHA-256, in hex, over a line `<id> <hash of its
 * text>\n` for every published document, in code-unit order of the ids. `documents` may come in any order.
 */
export const wholeHash = (documents: Iterable<{ readonly id: string; readonly text: string }>): string =>
  wholeOfHashes([...documents].map(({ id, text }) => [id, textHash(text)]));

/** The same from the hashes of the texts, for who has them already: pairs of a document's id and its text's hash. */
export const wholeOfHashes = (hashes: Iterable<readonly [id: string, sha256: string]>): string =>
  sha256(
    [...hashes]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([id, hash]) => `${id} ${hash}\n`)
      .join(''),
  );
