import type { Call } from '../domain/call/call.ts';
import { coversDomain, type User } from '../domain/user/user.ts';

type Seen = Pick<Call, 'domain' | 'seat' | 'transferredBy'>;

/**
 * Which calls, and tickets through their calls, a person sees: experts their domains and their own, the front line what it handed
 * over. The centre and trainees read the knowledge base; the line's citizens are not theirs to see.
 */
export const seesCall = (user: User, call: Seen, formerDomain?: string): boolean => {
  if (user.role === 'centre' || user.role === 'trainee') return false;
  if (user.role === 'frontline') return call.transferredBy === user.id;
  if (user.role !== 'expert') return true;
  return (
    call.seat === user.id ||
    coversDomain(user.skills, call.domain) ||
    (formerDomain !== undefined && coversDomain(user.skills, formerDomain))
  );
};
