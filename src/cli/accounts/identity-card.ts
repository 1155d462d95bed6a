import type { IdentityView } from '../../contract/shapes/identity.ts';
import type { Context } from '../context.ts';
import { localTime } from '../output/local-time.ts';
import { facts, table } from '../output/table.ts';
import { term } from '../words/words.ts';

/** What of identity was checked in a call. */
export const identityCard = ({ say, language }: Context, identity: IdentityView): string => {
  const state = identity.locked ? say('identity.locked') : say('identity.left', { left: identity.left });
  const head = facts([
    [say('call.id'), identity.call],
    [say('identity.state'), state],
  ]);
  if (identity.verified.length === 0) return head;
  const rows = identity.verified.map(({ id, subject, name, by, authorisation, at }) => [
    id,
    term(language, 'subject', subject),
    name,
    authorisation ? term(language, 'authorisation', authorisation) : '',
    by.name,
    localTime(at),
  ]);
  const headings = ['id', 'subject', 'name', 'authorisation', 'by', 'at'] as const;
  return (
    head +
    table(
      headings.map((heading) => say(`identity.${heading}`)),
      rows,
    )
  );
};
