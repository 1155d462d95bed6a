import type { Role } from './role.ts';

/** A person, or a platform, that signs in with a token. Only the token's hash is kept. */
export interface User {
  id: string;
  name: string;
  role: Role;
  /** Domains whose calls this person takes; an empty list means every domain. */
  skills: string[];
  tokenHash: string;
  disabled: boolean;
  createdAt: number;
}

/** Whether this person's skills cover a domain. */
export const coversDomain = (skills: readonly string[], domain: string): boolean =>
  skills.length === 0 || skills.includes(domain);
