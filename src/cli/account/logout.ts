import { show } from '../output/show.ts';
import type { Work } from '../run.ts';

/** `logout`: forgets the sign-in of this profile. The token itself stays valid; an admin ends it with `users rotate-token`. */
export const logout: Work<[], object> = async (context) => {
  const profile = await context.profile();
  const signedIn = profile.signIn !== undefined;
  if (signedIn) profile.forget();
  await show(
    context,
    { profile: profile.name, signedOut: signedIn },
    () => `${context.say(signedIn ? 'logout.done' : 'logout.nothing')}\n`,
  );
  return undefined;
};
