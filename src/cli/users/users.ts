import { NewUser, UserKey, type UserView } from '../../contract/shapes/user.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { localTime } from '../output/local-time.ts';
import { SecretFile } from '../output/secret-file.ts';
import { remark, show } from '../output/show.ts';
import { facts, table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';

type TokenOptions = KeyOption & { tokenFile?: string };

const userCard = ({ say, language }: Context, user: UserView): [string, string][] => [
  [say('user.name'), user.name],
  [say('user.role'), term(language, 'role', user.role)],
  [say('user.skills'), user.skills.join(' ') || say('user.all-skills')],
  [say('user.id'), user.id],
];

/** Runs what makes a token, and shows the token or keeps it in a file. */
const withToken = async (
  context: Context,
  { tokenFile }: TokenOptions,
  make: () => Promise<{ user: UserView; token: string }>,
): Promise<undefined> => {
  const { say } = context;
  if (tokenFile === undefined) {
    const reply = await make();
    await show(context, reply, () => facts([...userCard(context, reply.user), [say('user.token'), reply.token]]));
    remark(context, say('user.token.once'));
    return undefined;
  }
  const file = await SecretFile.open(tokenFile);
  let reply: { user: UserView; token: string };
  try {
    reply = await make();
  } catch (error) {
    await file.discard();
    throw error;
  }
  await file.keep(reply.token);
  const { user } = reply;
  await show(context, { user, tokenFile }, () =>
    facts([...userCard(context, user), [say('user.token-file'), tokenFile]]),
  );
  return undefined;
};

/** `users add` */
export const addUser: Work<[string], TokenOptions & { role: string; skills?: string }> = async (
  context,
  [name],
  options,
) => {
  const key = keyOf(context, options);
  const skills = options.skills?.split(/[,,、\s]+/).filter((skill) => skill !== '');
  const body = checked(context, NewUser, { name, role: options.role, skills });
  return withToken(context, options, () => withHub(context, (client) => client.call('users.add', { body, ...key })));
};

/** `users rotate-token` */
export const rotateToken: Work<[string], TokenOptions> = async (context, [user], options) => {
  const key = keyOf(context, options);
  const params = checked(context, UserKey, { user });
  return withToken(context, options, () =>
    withHub(context, (client) => client.call('users.rotate-token', { params, body: {}, ...key })),
  );
};

/** `users list` */
export const listUsers: Work<[], object> = async (context) => {
  const { say, language } = context;
  const reply = await withHub(context, (client) => client.call('users.list', {}));
  await show(context, reply, () =>
    table(
      [say('user.name'), say('user.role'), say('user.state'), say('user.created'), say('user.id'), say('user.skills')],
      reply.users.map((user) => [
        user.name,
        term(language, 'role', user.role),
        say(user.disabled ? 'user.disabled' : 'user.active'),
        localTime(user.createdAt),
        user.id,
        user.skills.join(' ') || say('user.all-skills'),
      ]),
    ),
  );
  return undefined;
};

/** `users disable` */
export const disableUser: Work<[string], KeyOption> = async (context, [user], options) => {
  const key = keyOf(context, options);
  const params = checked(context, UserKey, { user });
  const reply = await withHub(context, (client) => client.call('users.disable', { params, body: {}, ...key }));
  await show(context, reply, () =>
    facts([...userCard(context, reply.user), [context.say('user.state'), context.say('user.disabled')]]),
  );
  return undefined;
};
