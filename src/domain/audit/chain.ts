import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { EventType, SubjectKind } from './event-type.ts';

/** What happened, once, to one subject. Rows are only ever added. */
export interface ChainEvent {
  /** Place in the chain: 1, 2, 3 … without gaps. */
  seq: number;
  /** Milliseconds since 1970. */
  at: number;
  type: EventType;
  /** A user's id, or `system`. */
  actor: string;
  kind: SubjectKind;
  subject: string;
  /** The call and the ticket it belongs to, for their histories. */
  call: string | null;
  ticket: string | null;
  /** What is worth telling, never a citizen's name, number or words. */
  data: { readonly [key: string]: Json };
  /** SHA-256 of the subject's row after the event: a row changed behind the hub's back no longer fits. */
  state: string;
}

export interface ChainLink extends ChainEvent {
  /** Hash of the event before, or `genesis`. */
  prev: string;
  hash: string;
}

/** What the first event of a chain names as its predecessor. */
export const genesis = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of a subject's row, over its canonical JSON. */
export const rowDigest = (row: object): string => sha256(canonicalJson(row as Json));

/** The hash that ties an event to all before it: SHA-256 over the previous hash and the event's canonical JSON. */
export const chainHash = (prev: string, event: ChainEvent): string => {
  const { seq, at, type, actor, kind, subject, call, ticket, data, state } = event;
  return sha256(`${prev}\n${canonicalJson({ seq, at, type, actor, kind, subject, call, ticket, data, state })}`);
};
