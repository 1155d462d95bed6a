import type { IdentityCheck } from '../../domain/account/identity-check.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Correction } from '../../domain/knowledge/correction.ts';
import { type Version, versionId } from '../../domain/knowledge/version.ts';
import type { PracticeResult } from '../../domain/practice/result.ts';
import type { Seat } from '../../domain/seat/seat.ts';
import { Settings } from '../../domain/settings.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { User } from '../../domain/user/user.ts';
import type { Schema } from './schema.ts';

/** A record with the place of its last event: the newer of two copies has the greater revision. */
export type Stored<T> = T & { revision: number };

/** How one kind of record lies in its table. `digested` is what an event's `state` hash covers. */
export interface RowForm<T, Row extends { revision: number }> {
  toRow(record: T): Omit<Row, 'revision'>;
  fromRow(row: Row): T;
}

export const userRow: RowForm<User, Schema['users']> = {
  toRow: (user) => ({
    id: user.id,
    name: user.name,
    role: user.role,
    skills: JSON.stringify(user.skills),
    token_hash: user.tokenHash,
    disabled: Number(user.disabled),
    created_at: user.createdAt,
  }),
  fromRow: (row) => ({
    id: row.id,
    name: row.name,
    role: row.role as User['role'],
    skills: JSON.parse(row.skills),
    tokenHash: row.token_hash,
    disabled: row.disabled !== 0,
    createdAt: row.created_at,
  }),
};

export const callRow: RowForm<Call, Schema['calls']> = {
  toRow: (call) => ({
    id: call.id,
    state: call.state,
    domain: call.domain,
    topic: call.topic,
    priority: call.priority,
    phone: call.phone,
    name: call.name,
    question: call.question,
    tried: call.tried,
    handed_over_by: call.from,
    transferred_by: call.transferredBy,
    ticket: call.ticket,
    queued_at: call.queuedAt,
    front: Number(call.front),
    seat: call.seat,
    state_since: call.stateSince,
    taken_at: call.takenAt,
    ended_at: call.endedAt,
    notes: JSON.stringify(call.notes),
  }),
  fromRow: (row) => ({
    id: row.id,
    state: row.state as Call['state'],
    domain: row.domain,
    topic: row.topic,
    priority: row.priority as Call['priority'],
    phone: row.phone,
    name: row.name,
    question: row.question,
    tried: row.tried,
    from: row.handed_over_by,
    transferredBy: row.transferred_by,
    ticket: row.ticket,
    queuedAt: row.queued_at,
    front: row.front !== 0,
    seat: row.seat,
    stateSince: row.state_since,
    takenAt: row.taken_at,
    endedAt: row.ended_at,
    notes: JSON.parse(row.notes),
  }),
};

export const ticketRow: RowForm<Ticket, Schema['tickets']> = {
  toRow: (ticket) => ({
    number: ticket.number,
    call: ticket.call,
    state: ticket.state,
    domain: ticket.domain,
    topic: ticket.topic,
    phone: ticket.phone,
    name: ticket.name,
    question: ticket.question,
    category: ticket.category,
    answer: ticket.answer,
    articles: JSON.stringify(ticket.articles),
    sms: ticket.sms,
    unit: ticket.unit,
    reason: ticket.reason,
    urgency: ticket.urgency,
    deadline: ticket.deadline,
    opened_at: ticket.openedAt,
    handled_at: ticket.handledAt,
    handled_by: ticket.handledBy,
  }),
  fromRow: (row) => ({
    number: row.number,
    call: row.call,
    state: row.state as Ticket['state'],
    domain: row.domain,
    topic: row.topic,
    phone: row.phone,
    name: row.name,
    question: row.question,
    category: row.category as Ticket['category'],
    answer: row.answer,
    articles: JSON.parse(row.articles),
    sms: row.sms,
    unit: row.unit,
    reason: row.reason,
    urgency: row.urgency as Ticket['urgency'],
    deadline: row.deadline,
    openedAt: row.opened_at,
    handledAt: row.handled_at,
    handledBy: row.handled_by,
  }),
};

export const seatRow: RowForm<Seat, Schema['seats']> = {
  toRow: (seat) => ({
    id: seat.id,
    declared: seat.declared,
    reason: seat.reason,
    since: seat.since,
  }),
  fromRow: (row) => ({
    id: row.id,
    declared: row.declared as Seat['declared'],
    reason: row.reason as Seat['reason'],
    since: row.since,
  }),
};

/** The days on which a version's text holds. */
export const effectiveOf = ({
  effective_from: from,
  effective_to: to,
}: Pick<Schema['versions'], 'effective_from' | 'effective_to'>): Version['effective'] =>
  from === null ? null : { from, ...(to !== null && { to }) };

export const versionRow: RowForm<Version, Schema['versions']> = {
  toRow: (version) => ({
    id: versionId(version),
    document: version.document,
    version: version.version,
    kind: version.kind,
    title: version.title,
    topic: version.topic,
    domain: version.domain,
    effective_from: version.effective?.from ?? null,
    effective_to: version.effective?.to ?? null,
    text: version.text,
    state: version.state,
    author: version.author,
    note: version.note,
    created_at: version.at,
    steps: JSON.stringify(version.steps),
  }),
  fromRow: (row) => ({
    document: row.document,
    version: row.version,
    kind: row.kind as Version['kind'],
    title: row.title,
    topic: row.topic,
    domain: row.domain,
    effective: effectiveOf(row),
    text: row.text,
    state: row.state as Version['state'],
    author: row.author,
    note: row.note,
    at: row.created_at,
    steps: JSON.parse(row.steps),
  }),
};

export const correctionRow: RowForm<Correction, Schema['corrections']> = {
  toRow: (correction) => ({
    id: correction.id,
    document: correction.document,
    version: correction.version,
    part: correction.part,
    note: correction.note,
    ticket: correction.ticket,
    filed_by: correction.filedBy,
    filed_at: correction.filedAt,
    state: correction.state,
    answer: correction.answer,
    answered_by: correction.answeredBy,
    answered_at: correction.answeredAt,
  }),
  fromRow: (row) => ({
    id: row.id,
    document: row.document,
    version: row.version,
    part: row.part,
    note: row.note,
    ticket: row.ticket,
    filedBy: row.filed_by,
    filedAt: row.filed_at,
    state: row.state as Correction['state'],
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
  }),
};

export const identityRow: RowForm<IdentityCheck, Schema['identity_checks']> = {
  toRow: (check) => ({
    call: check.call,
    failures: check.failures,
    verified: JSON.stringify(check.verified),
    over: Number(check.over),
  }),
  fromRow: (row) => ({
    call: row.call,
    failures: row.failures,
    verified: JSON.parse(row.verified),
    over: row.over !== 0,
  }),
};

export const practiceRow: RowForm<PracticeResult, Schema['practice_results']> = {
  toRow: (result) => ({
    id: result.id,
    person: result.person,
    class: result.class,
    kind: result.kind,
    subject: result.subject,
    title: result.title,
    score: result.score,
    passed: Number(result.passed),
    started_at: result.startedAt,
    ended_at: result.endedAt,
    weak: JSON.stringify(result.weak),
    seal: result.seal,
    submitted_at: result.submittedAt,
  }),
  fromRow: (row) => ({
    id: row.id,
    person: row.person,
    class: row.class,
    kind: row.kind as PracticeResult['kind'],
    subject: row.subject,
    title: row.title,
    score: row.score,
    passed: row.passed !== 0,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    weak: JSON.parse(row.weak),
    seal: row.seal,
    submittedAt: row.submitted_at,
  }),
};

/** The settings are one row of their own. */
export const settingsId = 'hotline';

export const settingsRow: RowForm<Settings, Schema['settings']> = {
  toRow: (settings) => ({ id: settingsId, value: JSON.stringify(settings) }),
  fromRow: (row) => Settings.parse(JSON.parse(row.value)),
};
