import type { HubClient } from '../../client/hub-client.ts';
import type { VersionView } from '../../contract/shapes/knowledge.ts';
import type { Context } from '../context.ts';
import { localTime } from '../output/local-time.ts';
import { facts } from '../output/table.ts';
import { term } from '../words/words.ts';

/** One version as people read it. */
export const versionCard = ({ say, language }: Context, version: VersionView): string =>
  facts([
    [say('kb.id'), version.document],
    [say('kb.version'), version.version],
    [say('kb.version-state'), term(language, 'versionState', version.state)],
    [say('kb.title'), version.title],
    [say('kb.author'), version.author.name],
    [say('kb.saved'), localTime(version.at)],
    [say('kb.note'), version.note],
    [say('kb.decided'), version.decidedAt && `${localTime(version.decidedAt)}  ${version.decidedBy?.name ?? ''}`],
    [say('kb.decided-note'), version.decidedNote],
  ]);

/** The last version that was saved. @throws {HubError} not_found */
export const latestVersion = async (client: HubClient, document: string): Promise<VersionView> => {
  const { versions } = await client.call('kb.history', { params: { document } });
  // A document is there by its versions, so there is one.
  return versions[0]!;
};
