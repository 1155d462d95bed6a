import { wholeHash } from '../../domain/knowledge/whole-hash.ts';
import type { Db } from '../store/schema.ts';
import { knowledgeRevision } from './versions.ts';

/** What a copy of the knowledge base must come to. */
interface Whole {
  revision: number;
  count: number;
  hash: string;
}

/** The published documents as a whole; counted and hashed once for each revision, since all seats ask after each change. */
export class PublishedWhole {
  private last: Whole | undefined;

  /** `db` must be a snapshot: the revision and the documents are read one after the other. */
  async at(db: Db): Promise<Whole> {
    const revision = await knowledgeRevision(db);
    if (this.last?.revision === revision) return this.last;
    const documents = await db
      .selectFrom('versions')
      .select(['document as id', 'text'])
      .where('state', '=', 'published')
      .execute();
    const whole = { revision, count: documents.length, hash: wholeHash(documents) };
    if (!this.last || this.last.revision < revision) this.last = whole;
    return whole;
  }
}
