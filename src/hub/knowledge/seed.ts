import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import type { Version } from '../../domain/knowledge/version.ts';
import { ship, untouched } from '../../domain/knowledge/version-rules.ts';
import type { Writer } from '../store/writer.ts';
import { readText } from './read-text.ts';
import { savePublished } from './save-step.ts';
import { fromVersionRow } from './versions.ts';

/**
 * Publishes what ships with the program: documents that the store does not have, and those that no person has touched and that
 * ship with another text now. One job of the writer, so hubs that start at the same moment do it once. Returns the ids of
 * documents whose form is wrong; they are left out.
 */
export const seedKnowledge = async (writer: Writer, shipped: readonly KnowledgeDocument[]): Promise<string[]> => {
  if (shipped.length === 0) return [];
  return writer.write(async (work) => {
    const rows = await work.db.selectFrom('versions').selectAll().orderBy('version').execute();
    const known = Map.groupBy(rows.map(fromVersionRow), ({ document }) => document);
    const wrong: string[] = [];
    for (const { id, kind, text } of shipped) {
      const versions: Version[] = known.get(id) ?? [];
      const current = versions.find(({ state }) => state === 'published') ?? null;
      if (current?.text === text || !untouched(versions)) continue;
      const reading = readText(kind, id, text);
      if (!reading.ok) {
        wrong.push(id);
        continue;
      }
      const published = ship(
        versions.at(-1) ?? null,
        current,
        { document: id, kind, text, ...reading.read.heading },
        work.now,
      );
      await savePublished(work, published, 'system');
    }
    return wrong;
  });
};
