import type { KnowledgeBase } from '../../../kb/knowledge-base.ts';

/** Where the seat's copy of the knowledge comes from, and how fresh it is. */
export interface KnowledgeStatus {
  /** What shipped with the program, or what a hub published. */
  readonly origin: 'shipped' | 'hub';
  /**
   * `current`: as the hub has it; `catching-up`: changes are on their way; `offline`: the hub is not there, or was never asked;
   * `failed`: the hub was there and the copy could not be brought up to date.
   */
  readonly state: 'current' | 'catching-up' | 'offline' | 'failed';
  /** When it last agreed with the hub. Milliseconds since 1970; absent: never. */
  readonly syncedAt: number | undefined;
}

/** The knowledge base of the seat. It changes in place, so `edition` says that it is another one now. */
export interface Knowledge {
  /** Undefined while it is being read. */
  readonly base: KnowledgeBase | undefined;
  /** Goes up with every change of an article. */
  readonly edition: number;
  readonly status: KnowledgeStatus;
}

export const noKnowledge: Knowledge = {
  base: undefined,
  edition: 0,
  status: { origin: 'shipped', state: 'offline', syncedAt: undefined },
};
