import { existsSync, readFileSync } from 'node:fs';
import { readIndexFile, writeIndexFile } from '../../../src/kb/search/index-file.ts';
import { KnowledgeSearch } from '../../../src/kb/search/knowledge-search.ts';
import { emptyLexicon, parseLexicon } from '../../../src/kb/search/lexicon.ts';
import { SearchIndex } from '../../../src/kb/search/search-index.ts';
import type { Engine } from '../engine.ts';

const synonyms = new URL('../../../kb-cache/synonyms.yaml', import.meta.url);
const source = 'bench';

/** Our own, with the synonyms that ship. */
export const expertSeat = (): Engine => {
  const lexicon = existsSync(synonyms) ? parseLexicon(readFileSync(synonyms, 'utf8')).lexicon : emptyLexicon;
  let knowledge: KnowledgeSearch;
  return {
    name: 'expert-seat',
    build: (docs) => {
      knowledge = KnowledgeSearch.build(docs, lexicon);
    },
    search: (query, limit) => knowledge.search(query, { limit }).map(({ id }) => id),
    save: (file) => writeIndexFile(file, knowledge.index.main, source),
    load: (file) => {
      const segment = readIndexFile(file, source);
      if (!segment) throw new Error(`${file}: not the index that was written`);
      knowledge = new KnowledgeSearch(new SearchIndex(segment, lexicon));
    },
  };
};
