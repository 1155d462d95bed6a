import type { Db } from '../store/schema.ts';

/** Names of users by id. A user's name never changes, so what was read once holds. */
export class Names {
  private readonly known = new Map<string, string>([['system', 'system']]);

  /** Makes sure that the names of these ids are known. */
  async load(db: Db, ids: Iterable<string | null>): Promise<void> {
    const missing = [...new Set(ids)].filter((id): id is string => id !== null && !this.known.has(id));
    if (missing.length === 0) return;
    const rows = await db.selectFrom('users').select(['id', 'name']).where('id', 'in', missing).execute();
    for (const { id, name } of rows) this.known.set(id, name);
  }

  /** The name of a loaded id; an id whose user row is gone stands for itself. */
  of(id: string): { id: string; name: string } {
    return { id, name: this.known.get(id) ?? id };
  }
}
