import type { Json } from '../../domain/audit/canonical-json.ts';
import type { EventType } from '../../domain/audit/event-type.ts';
import type { Version } from '../../domain/knowledge/version.ts';
import type { Stored } from '../store/rows.ts';
import { saveVersion } from '../store/save.ts';
import type { Work } from '../store/work.ts';
import { knowledgeRevision } from './versions.ts';

type VersionEvent = Extract<EventType, `version.${string}`>;

/** Saves a version after something happened to it. */
export const saveStep = async (
  work: Work,
  version: Version,
  type: VersionEvent,
  actor: string,
  more: Record<string, Json> = {},
): Promise<Stored<Version>> => {
  const { document, version: number, state } = version;
  return saveVersion(work, version, { type, actor, data: { document, version: number, state, ...more } });
};

/**
 * A version is published; the one that it supersedes goes first, so that there is never more than one. The event tells the
 * knowledge base's revision before it, by which a seat knows whether it has missed one.
 */
export const savePublished = async (
  work: Work,
  { published, superseded }: { published: Version; superseded: Version | null },
  actor: string,
): Promise<Stored<Version>> => {
  const previous = await knowledgeRevision(work.db);
  if (superseded) await saveStep(work, superseded, 'version.superseded', actor);
  return saveStep(work, published, 'version.published', actor, { previous });
};

/** A version is retired; the event tells the knowledge base's revision before it. */
export const saveRetired = async (work: Work, retired: Version, actor: string): Promise<Stored<Version>> =>
  saveStep(work, retired, 'version.retired', actor, { previous: await knowledgeRevision(work.db) });
