/** What an event can be about. */
export const subjectKinds = [
  'call',
  'ticket',
  'seat',
  'user',
  'settings',
  'version',
  'correction',
  'identity',
  'query',
  'practice',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Everything that can happen on the line. The part before the dot is the subject's kind. */
export const eventTypes = [
  'call.transferred',
  'call.offered',
  'call.offer-lapsed',
  'call.declined',
  'call.taken',
  'call.held',
  'call.resumed',
  'call.wrap-up',
  'call.ended',
  'call.returned',
  'call.abandoned',
  'call.moved',
  'call.lapsed',
  'call.phone-revealed',
  'ticket.opened',
  'ticket.closed',
  'ticket.dispatched',
  'seat.changed',
  'user.added',
  'user.disabled',
  'user.token-rotated',
  'settings.changed',
  'version.drafted',
  'version.submitted',
  'version.returned',
  'version.published',
  'version.superseded',
  'version.retired',
  'version.abandoned',
  'correction.filed',
  'correction.answered',
  'identity.verified',
  'identity.failed',
  'identity.forgotten',
  'query.answered',
  'query.refused',
  'query.unanswered',
  'query.revealed',
  'query.alerted',
  'practice.submitted',
] as const;
export type EventType = (typeof eventTypes)[number];

/** The events that can bring a subject into being; a row whose subject has one must still be there. */
export const creationTypes: Record<SubjectKind, readonly EventType[]> = {
  call: ['call.transferred'],
  ticket: ['ticket.opened'],
  seat: ['seat.changed'],
  user: ['user.added'],
  settings: ['settings.changed'],
  // What ships with the program is published without having been a draft.
  version: ['version.drafted', 'version.published'],
  correction: ['correction.filed'],
  identity: ['identity.verified', 'identity.failed'],
  // A look into an account is an event alone; no row stands behind it.
  query: [],
  practice: ['practice.submitted'],
};
