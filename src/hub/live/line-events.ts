import type { LineEvent } from '../../contract/live-event.ts';
import { workingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Call } from '../../domain/call/call.ts';
import { seatedStates } from '../../domain/call/call.ts';
import { editorRoles } from '../../domain/knowledge/knowledge-roles.ts';
import type { User } from '../../domain/user/user.ts';
import { currentSettings } from '../store/records.ts';
import { callRow, identityRow, seatRow, ticketRow } from '../store/rows.ts';
import type { Db } from '../store/schema.ts';
import { identityView, namesInIdentity } from '../views/account-views.ts';
import { correctionView, namesInCorrection } from '../views/knowledge-views.ts';
import type { Names } from '../views/names.ts';
import { callView, eventView, namesInCall, seatView, ticketView } from '../views/views.ts';
import { seesCall } from '../visibility.ts';
import { correctionsOf, knowledgeChange, publishedTexts } from './knowledge-events.ts';

/** An event ready to be sent, and what decides who may see it. */
export interface LiveEvent {
  event: LineEvent;
  call: Call | undefined;
  /** The message's data, made once for all readers. */
  json: string;
}

/** Which events a person's stream carries. */
export const seesEvent = (user: User, { event, call }: LiveEvent): boolean => {
  if (event.kind === 'settings') return true;
  if (event.kind === 'version') return event.knowledge !== undefined || editorRoles.includes(user.role);
  if (event.kind === 'correction') {
    return editorRoles.includes(user.role) || event.correctionView?.filedBy.id === user.id;
  }
  // Two hundred at once are no news to a seat that has calls; who teaches lists them.
  if (event.kind === 'practice') return false;
  // The centre and trainees read the knowledge base; the line's citizens are not theirs to see.
  if (user.role === 'centre' || user.role === 'trainee') return false;
  if (event.kind === 'seat' && event.subject === user.id) return true;
  const watching = user.role === 'admin' || user.role === 'supervisor' || user.role === 'inspector';
  if (event.kind === 'query') return watching;
  // Whose identity was verified is for the expert who has the call.
  if (event.kind === 'identity') return watching || call?.seat === user.id;
  if (call) {
    const formerDomain = event.type === 'call.moved' ? String(event.data.from) : undefined;
    return seesCall(user, call, formerDomain);
  }
  return watching;
};

/** Events after `after`, in order, each with its subject as it stands now. */
export const readEvents = async (db: Db, names: Names, after: number, limit: number): Promise<LiveEvent[]> => {
  const rows = await db.selectFrom('events').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute();
  if (rows.length === 0) return [];
  const subjectsOf = (kind: string) => [...new Set(rows.filter((row) => row.kind === kind).map((row) => row.subject))];
  const callIds = [...new Set(rows.flatMap((row) => row.call ?? []))];
  const ticketNumbers = subjectsOf('ticket');
  const seatIds = subjectsOf('seat');
  const calls = new Map(
    (callIds.length ? await db.selectFrom('calls').selectAll().where('id', 'in', callIds).execute() : []).map((row) => [
      row.id,
      { ...callRow.fromRow(row), revision: row.revision },
    ]),
  );
  const tickets = new Map(
    (ticketNumbers.length
      ? await db.selectFrom('tickets').selectAll().where('number', 'in', ticketNumbers).execute()
      : []
    ).map((row) => [row.number, { ...ticketRow.fromRow(row), revision: row.revision }]),
  );
  const seats = new Map(
    (seatIds.length ? await db.selectFrom('seats').selectAll().where('id', 'in', seatIds).execute() : []).map((row) => [
      row.id,
      { ...seatRow.fromRow(row), revision: row.revision },
    ]),
  );
  const atSeats = seatIds.length
    ? await db.selectFrom('calls').selectAll().where('seat', 'in', seatIds).where('state', 'in', seatedStates).execute()
    : [];
  const callsBySeat = Map.groupBy(atSeats.map(callRow.fromRow), (call) => call.seat);
  const checked = subjectsOf('identity');
  const identities = new Map(
    (checked.length
      ? await db.selectFrom('identity_checks').selectAll().where('call', 'in', checked).execute()
      : []
    ).map((row) => [row.call, { ...identityRow.fromRow(row), revision: row.revision }]),
  );
  const corrections = await correctionsOf(db, subjectsOf('correction'));
  const published = await publishedTexts(db, rows);
  const calendar = workingCalendar((await currentSettings(db)).calendar);
  await names.load(db, [
    ...rows.map((row) => row.actor),
    ...[...calls.values()].flatMap(namesInCall),
    ...[...tickets.values()].map((ticket) => ticket.handledBy),
    ...seatIds,
    ...[...identities.values()].flatMap(namesInIdentity),
    ...[...corrections.values()].flatMap(namesInCorrection),
  ]);
  return rows.map((row) => {
    const call = row.call === null ? undefined : calls.get(row.call);
    const ticket = row.kind === 'ticket' ? tickets.get(row.subject) : undefined;
    const seat = row.kind === 'seat' ? seats.get(row.subject) : undefined;
    const correction = row.kind === 'correction' ? corrections.get(row.subject) : undefined;
    const identity = row.kind === 'identity' ? identities.get(row.subject) : undefined;
    const knowledge = knowledgeChange(row, published);
    const event: LineEvent = {
      ...eventView(row, names),
      ...(row.kind === 'call' && call && { callView: callView(call, names) }),
      ...(ticket && { ticketView: ticketView(ticket, names, calendar) }),
      ...(seat && { seatView: seatView(seat, callsBySeat.get(seat.id) ?? [], names) }),
      ...(identity && call && { identityView: identityView(identity, call, names) }),
      ...(correction && { correctionView: correctionView(correction, names) }),
      ...(knowledge && { knowledge }),
    };
    return { event, call, json: JSON.stringify(event) };
  });
};
