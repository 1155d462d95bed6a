import { styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import * as z from 'zod';
import type { HubClient } from '../../client/hub-client.ts';
import { DocumentKey, type VersionView } from '../../contract/shapes/knowledge.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { typedId } from './not-found.ts';

const VersionNumber = z.coerce.number().int().min(1).max(1_000_000).optional();
const Between = z.strictObject({ from: VersionNumber, to: VersionNumber });

/** What is compared when nobody says: what seats have with the latest; where that is the latest itself, the one before with it. */
const meant = (versions: readonly VersionView[], from?: number, to?: number): { from: number; to: number } => {
  const newer = to ?? versions[0]!.version;
  const published = versions.find(({ state }) => state === 'published')?.version;
  const older = published !== undefined && published < newer ? published : newer - 1;
  return { from: from ?? older, to: newer };
};

/** A version's text; that of version 0, from which the first one was written, is empty. */
const textOf = async (client: HubClient, document: string, version: number): Promise<string> =>
  version === 0 ? '' : (await client.call('kb.document', { params: { document }, query: { version } })).text;

const painted = (patch: string, color: boolean): string =>
  patch
    .split('\n')
    .map((text) => {
      const line = plainText(text, { multiline: false, trim: false });
      if (!color) return line;
      const style = line.startsWith('@@')
        ? 'cyan'
        : line.startsWith('+')
          ? 'green'
          : line.startsWith('-')
            ? 'red'
            : undefined;
      return style ? styleText(style, line, { validateStream: false }) : line;
    })
    .join('\n');

/** `kb diff`: two versions of a document as a unified diff. */
export const diffDocument: Work<[string], { from?: string; to?: string }> = async (context, [id], options) => {
  const { document } = checked(context, DocumentKey, { document: typedId(id) });
  checked(context, Between, { ...options });
  const between = Between.parse(options);
  const { from, to, patch } = await withHub(context, async (client) => {
    const { versions } = await client.call('kb.history', { params: { document } });
    const { from, to } = meant(versions, between.from, between.to);
    const [older, newer] = [await textOf(client, document, from), await textOf(client, document, to)];
    const names = [from, to].map((version) => (version === 0 ? '/dev/null' : `${document}@${version}`));
    const patch =
      older === newer
        ? ''
        : createTwoFilesPatch(names[0]!, names[1]!, older, newer, undefined, undefined, { context: 3 });
    // The line of equals signs is not part of the format.
    return { from, to, patch: patch.replace(/^=+\n/, '') };
  });
  await show(context, { document, from, to, patch }, () => painted(patch, context.color));
  if (patch === '') remark(context, context.say('kb.diff.same', { from, to }));
  return undefined;
};
