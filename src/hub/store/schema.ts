import type { Kysely, Transaction } from 'kysely';

/** Tables of the store, the same on SQLite and PostgreSQL: text, numbers, and JSON as text. Times are milliseconds since 1970. */
export interface Schema {
  users: {
    id: string;
    name: string;
    role: string;
    skills: string;
    token_hash: string;
    disabled: number;
    created_at: number;
    revision: number;
  };
  calls: {
    id: string;
    state: string;
    domain: string;
    topic: string | null;
    priority: string;
    phone: string;
    name: string;
    question: string;
    tried: string | null;
    handed_over_by: string | null;
    transferred_by: string;
    ticket: string;
    queued_at: number;
    front: number;
    seat: string | null;
    state_since: number;
    taken_at: number | null;
    ended_at: number | null;
    notes: string;
    revision: number;
  };
  tickets: {
    number: string;
    call: string;
    state: string;
    domain: string;
    topic: string | null;
    phone: string;
    name: string;
    question: string;
    category: string | null;
    answer: string | null;
    articles: string;
    sms: string | null;
    unit: string | null;
    reason: string | null;
    urgency: string | null;
    deadline: number | null;
    opened_at: number;
    handled_at: number | null;
    handled_by: string | null;
    revision: number;
  };
  seats: {
    id: string;
    declared: string;
    reason: string | null;
    since: number;
    revision: number;
  };
  settings: { id: string; value: string; revision: number };
  versions: {
    id: string;
    document: string;
    version: number;
    kind: string;
    title: string;
    topic: string | null;
    domain: string | null;
    effective_from: string | null;
    effective_to: string | null;
    text: string;
    state: string;
    author: string;
    note: string | null;
    created_at: number;
    steps: string;
    revision: number;
  };
  corrections: {
    id: string;
    document: string;
    version: number;
    part: string | null;
    note: string;
    ticket: string | null;
    filed_by: string;
    filed_at: number;
    state: string;
    answer: string | null;
    answered_by: string | null;
    answered_at: number | null;
    revision: number;
  };
  /** What of identity was checked in a call; `verified` is sealed. */
  identity_checks: { call: string; failures: number; verified: string; over: number; revision: number };
  practice_results: {
    id: string;
    person: string;
    class: string | null;
    kind: string;
    subject: string;
    title: string;
    score: number;
    passed: number;
    started_at: number;
    ended_at: number;
    weak: string;
    seal: string;
    submitted_at: number;
    revision: number;
  };
  /** What a seat is writing for a call, for its other screens. No fact of the line, so no event speaks of it. `paper` is sealed. */
  drafts: {
    call: string;
    seat: string;
    version: number;
    passed_over: number;
    at: number;
    screen: string;
    paper: string;
  };
  /** Until when a seat may keep its call without a sign of life. */
  leases: { call: string; until: number };
  /** Until when a seat's screen counts as there; `connected` is 0 once its connection is closed. */
  presence: { seat: string; until: number; connected: number };
  events: {
    seq: number;
    at: number;
    type: string;
    actor: string;
    kind: string;
    subject: string;
    call: string | null;
    ticket: string | null;
    data: string;
    state: string;
    prev: string;
    hash: string;
  };
  /** One row: the last event's place and hash. Locked by the one writer. */
  chain: { id: number; seq: number; hash: string };
  counters: { name: string; value: number };
  /** Replies already given, sealed under the key that asked for them. */
  replies: { user: string; key_hash: string; request_hash: string; sealed: string; at: number };
  /** One row: tells a hub with another key than the store was sealed with. */
  store_key: { id: number; proof: string };
  migrations: { version: number; name: string; at: number };
}

export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;
