import type { IdentityCheck } from '../../domain/account/identity-check.ts';
import type { Json } from '../../domain/audit/canonical-json.ts';
import { rowDigest } from '../../domain/audit/chain.ts';
import type { EventType, SubjectKind } from '../../domain/audit/event-type.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Correction } from '../../domain/knowledge/correction.ts';
import { type Version, versionId } from '../../domain/knowledge/version.ts';
import type { PracticeResult } from '../../domain/practice/result.ts';
import type { Seat } from '../../domain/seat/seat.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { User } from '../../domain/user/user.ts';
import { digestedRow } from './late-columns.ts';
import {
  callRow,
  correctionRow,
  identityRow,
  practiceRow,
  type Stored,
  seatRow,
  settingsId,
  settingsRow,
  ticketRow,
  userRow,
  versionRow,
} from './rows.ts';
import type { Schema } from './schema.ts';
import { sealedRow } from './sealed-columns.ts';
import type { Work } from './work.ts';

/** What happened to the record that is saved. */
export interface Happening {
  type: EventType;
  /** A user's id, or `system`. */
  actor: string;
  data?: Record<string, Json>;
}

type Subject = Pick<
  Schema,
  | 'users'
  | 'calls'
  | 'tickets'
  | 'seats'
  | 'settings'
  | 'versions'
  | 'corrections'
  | 'identity_checks'
  | 'practice_results'
>;

/** Writes a row and the event that says why, tied by the row's digest. */
const save = async <Table extends keyof Subject>(
  work: Work,
  table: Table,
  kind: SubjectKind,
  key: { column: string; value: string },
  open: Omit<Subject[Table], 'revision'>,
  about: { call: string | null; ticket: string | null },
  happening: Happening,
): Promise<number> => {
  const row = sealedRow(work.sealer, table, open);
  const revision = await work.append({
    type: happening.type,
    actor: happening.actor,
    kind,
    subject: key.value,
    ...about,
    data: happening.data ?? {},
    state: rowDigest(digestedRow(table, row)),
  });
  const values = { ...row, revision } as never;
  await work.db
    .insertInto(table)
    .values(values)
    .onConflict((conflict) => conflict.column(key.column as never).doUpdateSet(values))
    .execute();
  return revision;
};

export const saveCall = async (work: Work, record: Call, happening: Happening): Promise<Stored<Call>> => {
  const row = callRow.toRow(record);
  const about = { call: record.id, ticket: record.ticket };
  const revision = await save(work, 'calls', 'call', { column: 'id', value: record.id }, row, about, happening);
  return { ...record, revision };
};

export const saveTicket = async (work: Work, record: Ticket, happening: Happening): Promise<Stored<Ticket>> => {
  const row = ticketRow.toRow(record);
  const about = { call: record.call, ticket: record.number };
  const revision = await save(
    work,
    'tickets',
    'ticket',
    { column: 'number', value: record.number },
    row,
    about,
    happening,
  );
  return { ...record, revision };
};

const nothing = { call: null, ticket: null };

export const saveSeat = async (work: Work, record: Seat, happening: Happening): Promise<Stored<Seat>> => {
  const row = seatRow.toRow(record);
  const revision = await save(work, 'seats', 'seat', { column: 'id', value: record.id }, row, nothing, happening);
  return { ...record, revision };
};

export const saveUser = async (work: Work, record: User, happening: Happening): Promise<Stored<User>> => {
  const row = userRow.toRow(record);
  const revision = await save(work, 'users', 'user', { column: 'id', value: record.id }, row, nothing, happening);
  return { ...record, revision };
};

export const saveSettings = async (work: Work, record: Settings, happening: Happening): Promise<void> => {
  await save(
    work,
    'settings',
    'settings',
    { column: 'id', value: settingsId },
    settingsRow.toRow(record),
    nothing,
    happening,
  );
};

export const saveVersion = async (work: Work, record: Version, happening: Happening): Promise<Stored<Version>> => {
  const row = versionRow.toRow(record);
  const key = { column: 'id', value: versionId(record) };
  const revision = await save(work, 'versions', 'version', key, row, nothing, happening);
  return { ...record, revision };
};

export const saveCorrection = async (
  work: Work,
  record: Correction,
  happening: Happening,
): Promise<Stored<Correction>> => {
  const row = correctionRow.toRow(record);
  const key = { column: 'id', value: record.id };
  const revision = await save(work, 'corrections', 'correction', key, row, nothing, happening);
  return { ...record, revision };
};

export const savePracticeResult = async (work: Work, record: PracticeResult, happening: Happening): Promise<void> => {
  const row = practiceRow.toRow(record);
  const key = { column: 'id', value: record.id };
  await save(work, 'practice_results', 'practice', key, row, nothing, happening);
};

/** `ticket`: of the call in which identity was checked. */
export const saveIdentity = async (
  work: Work,
  record: IdentityCheck,
  ticket: string,
  happening: Happening,
): Promise<Stored<IdentityCheck>> => {
  const row = identityRow.toRow(record);
  const about = { call: record.call, ticket };
  const key = { column: 'call', value: record.call };
  const revision = await save(work, 'identity_checks', 'identity', key, row, about, happening);
  return { ...record, revision };
};
