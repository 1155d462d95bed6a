import { DocumentKey, type VersionView } from '../../contract/shapes/knowledge.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { localTime } from '../output/local-time.ts';
import { show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';
import { typedId } from './not-found.ts';

/** A version's rows: how it came to be, then everything that happened to it. */
const rowsOf = ({ language }: Context, version: VersionView): (string | number | null)[][] => {
  // What ships is published as it is saved.
  const saved = version.author.id === 'system' ? 'version.published' : 'version.drafted';
  const state = term(language, 'versionState', version.state);
  const first = [localTime(version.at), term(language, 'event', saved), version.author.name, version.note];
  const steps = version.steps.map(({ what, by, at, note }) => [
    '',
    '',
    localTime(at),
    term(language, 'event', `version.${what}`),
    by.name,
    note,
  ]);
  return [[version.version, state, ...first], ...steps];
};

/** `kb history`: every version, newest first, and who did what to it, when and why. */
export const documentHistory: Work<[string], object> = async (context, [id]) => {
  const { say } = context;
  const params = checked(context, DocumentKey, { document: typedId(id) });
  const reply = await withHub(context, (client) => client.call('kb.history', { params }));
  await show(context, reply, () =>
    table(
      [
        say('kb.version'),
        say('kb.version-state'),
        say('event.at'),
        say('event.type'),
        say('event.actor'),
        say('kb.note'),
      ],
      reply.versions.flatMap((version) => rowsOf(context, version)),
    ),
  );
  return undefined;
};
