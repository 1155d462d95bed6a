import { withHub } from '../hub/with-hub.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';

/** `whoami` */
export const whoami: Work<[], object> = async (context) => {
  const { say, language } = context;
  const reply = await withHub(context, async (client) => ({
    ...(await client.call('me', {})),
    hub: client.options.url,
  }));
  const { user, hub } = reply;
  await show(context, reply, () =>
    facts([
      [say('user.name'), user.name],
      [say('user.role'), term(language, 'role', user.role)],
      [say('user.skills'), user.skills.join(' ') || say('user.all-skills')],
      [say('user.id'), user.id],
      [say('user.hub'), hub],
    ]),
  );
  return undefined;
};
