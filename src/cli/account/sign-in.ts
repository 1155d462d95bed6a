import { HubClient } from '../../client/hub-client.ts';
import type { UserView } from '../../contract/shapes/user.ts';
import type { Context } from '../context.ts';

/** A hub's address and a token that the hub knows. */
export interface SignedIn {
  client: HubClient;
  user: UserView;
}

/** Asks the hub whose token it is. The client is the caller's to close. @throws what `HubClient.call` throws */
export const signIn = async (context: Context, url: string, token: string): Promise<SignedIn> => {
  const client = new HubClient({ url, token, language: context.language, timeoutMs: context.timeoutMs });
  try {
    const { user } = await client.call('me', {});
    return { client, user };
  } catch (error) {
    await client.close();
    throw error;
  }
};

/** The same, kept in the profile for the commands to come. An address with a slash behind it is the same hub. */
export const signInAndKeep = async (context: Context, address: string, token: string): Promise<SignedIn> => {
  const url = new URL(address).origin;
  const signedIn = await signIn(context, url, token);
  const { id, name, role } = signedIn.user;
  (await context.profile()).keep({ hub: url, token, user: { id, name, role } });
  return signedIn;
};
