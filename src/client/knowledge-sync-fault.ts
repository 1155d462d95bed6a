import type { ErrorCode } from '../contract/errors.ts';
import { HubError, HubUnreachable, NotAHub } from './hub-error.ts';
import { KnowledgeUnfit } from './knowledge-sync-catch-up.ts';

/** Why the copy is not current though the hub answers. */
export interface SyncFault {
  /**
   * `refused`: the hub said no, in words for people. `not-a-hub`: its answer is not the contract's. `unfit`: its knowledge does not
   * come to its own hash. `copy`: the copy on this machine cannot be used.
   */
  readonly code: 'refused' | 'not-a-hub' | 'unfit' | 'copy';
  readonly reason: string;
}

/** Refusals that say no more than that nobody was there to answer. */
const away: readonly ErrorCode[] = ['shutting_down', 'unavailable'];
/** Refusals that asking again does not change. */
const final: readonly ErrorCode[] = ['not_signed_in', 'not_allowed', 'no_such_route'];

/** The hub did not answer. */
export const isOffline = (error: unknown): boolean =>
  error instanceof HubUnreachable || (error instanceof HubError && away.includes(error.code));

/** It takes a new connection or another sign-in before asking again is of use. */
export const isFinal = (error: unknown): boolean => error instanceof HubError && final.includes(error.code);

/** Undefined when the hub did not answer. */
export const syncFault = (error: unknown): SyncFault | undefined => {
  if (isOffline(error)) return undefined;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof HubError) return { code: 'refused', reason };
  if (error instanceof NotAHub) return { code: 'not-a-hub', reason };
  return { code: error instanceof KnowledgeUnfit ? 'unfit' : 'copy', reason };
};
