import * as z from 'zod';
import { editorRoles } from '../domain/knowledge/knowledge-roles.ts';
import { Settings } from '../domain/settings.ts';
import type { Role } from '../domain/user/role.ts';
import { accountRoutes } from './account-routes.ts';
import { practiceRoutes } from './practice-routes.ts';
import { route } from './route.ts';
import { AuditQuery, LinkView, Verification } from './shapes/audit.ts';
import {
  CallId,
  CallQuery,
  CallView,
  Move,
  Note,
  Nothing,
  OptionalNote,
  Reveal,
  RevealedPhone,
  Taking,
  Transfer,
} from './shapes/call.ts';
import { HeldPaper, PaperChange, PaperKept } from './shapes/draft.ts';
import {
  Changes,
  ChangesQuery,
  CorrectionAnswer,
  CorrectionKey,
  CorrectionQuery,
  CorrectionRequest,
  CorrectionView,
  DocumentKey,
  DocumentQuery,
  DocumentView,
  Draft,
  draftBodyLimit,
  OnVersion,
  OnVersionWhy,
  oneCorrection,
  oneVersion,
  VersionView,
  WhichVersion,
  Why,
} from './shapes/knowledge.ts';
import { SeatChange, SeatView } from './shapes/seat.ts';
import { SettingsChange } from './shapes/settings.ts';
import { Flag, Instant } from './shapes/text.ts';
import { Close, DispatchOrder, TicketKey, TicketQuery, TicketView, TicketWithHistory } from './shapes/ticket.ts';
import { NewUser, UserKey, UserView, UserWithToken } from './shapes/user.ts';

const line: readonly Role[] = ['admin', 'supervisor', 'expert', 'frontline', 'inspector'];
const seats: readonly Role[] = ['expert', 'supervisor', 'admin'];
const handlers: readonly Role[] = ['expert', 'supervisor', 'admin', 'frontline'];
const steering: readonly Role[] = ['supervisor', 'admin'];
const auditors: readonly Role[] = ['inspector', 'supervisor', 'admin'];

const oneCall = z.object({ call: CallView });
const callAndTicket = z.object({ call: CallView, ticket: TicketView });
const ownCall = ['not_found', 'not_your_call', 'call_state'] as const;

/** Every route of the hub, once. The hub registers from it, the client is typed by it, OpenAPI is made from it. */
export const routes = {
  'health.live': route({
    method: 'GET',
    path: '/healthz',
    summary: 'The process is up',
    roles: 'anyone',
    reply: z.object({ ok: z.literal(true), version: z.string(), now: Instant }),
    errors: [],
  }),
  'health.ready': route({
    method: 'GET',
    path: '/readyz',
    summary: 'The hub reaches its store and takes work',
    roles: 'anyone',
    reply: z.object({ ok: z.literal(true) }),
    errors: [],
  }),
  metrics: route({
    method: 'GET',
    path: '/metrics',
    summary: 'Prometheus text',
    roles: 'anyone',
    reply: 'text',
    errors: [],
  }),
  openapi: route({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This table as OpenAPI 3.1',
    roles: 'anyone',
    reply: z.record(z.string(), z.unknown()),
    errors: [],
  }),
  me: route({
    method: 'GET',
    path: '/me',
    summary: 'Who the token belongs to',
    roles: 'signed-in',
    reply: z.object({ user: UserView }),
    errors: [],
  }),
  events: route({
    method: 'GET',
    path: '/events',
    summary: 'Live events of the line; Last-Event-ID resumes. seat=true renews the leases of the own seat',
    roles: 'signed-in',
    query: z.strictObject({ seat: Flag.optional() }),
    reply: 'events',
    errors: [],
  }),

  'users.list': route({
    method: 'GET',
    path: '/users',
    summary: 'All users',
    roles: steering,
    reply: z.object({ users: z.array(UserView) }),
    errors: [],
  }),
  'users.add': route({
    method: 'POST',
    path: '/users',
    summary: 'Add a user; the token is shown this once',
    roles: ['admin'],
    body: NewUser,
    reply: UserWithToken,
    errors: ['name_in_use', 'unknown_domain'],
  }),
  'users.disable': route({
    method: 'POST',
    path: '/users/:user/disable',
    summary: 'Disable a user; their token stops working at once',
    roles: ['admin'],
    params: UserKey,
    body: Nothing,
    reply: z.object({ user: UserView }),
    errors: ['not_found', 'user_disabled', 'last_admin'],
  }),
  'users.rotate-token': route({
    method: 'POST',
    path: '/users/:user/rotate-token',
    summary: 'Give a user a new token; the old one stops working at once',
    roles: ['admin'],
    params: UserKey,
    body: Nothing,
    reply: UserWithToken,
    errors: ['not_found', 'user_disabled'],
  }),

  'settings.show': route({
    method: 'GET',
    path: '/settings',
    summary: "The hotline's settings",
    roles: 'signed-in',
    reply: z.object({ settings: Settings }),
    errors: [],
  }),
  'settings.change': route({
    method: 'PUT',
    path: '/settings',
    summary: "Change some of the hotline's settings",
    roles: steering,
    body: SettingsChange,
    reply: z.object({ settings: Settings }),
    errors: [],
  }),

  'seat.show': route({
    method: 'GET',
    path: '/seat',
    summary: 'The own seat',
    roles: seats,
    reply: z.object({ seat: SeatView }),
    errors: [],
  }),
  'seat.change': route({
    method: 'PUT',
    path: '/seat',
    summary: 'Declare the own seat ready, not ready or offline',
    roles: seats,
    body: SeatChange,
    reply: z.object({ seat: SeatView }),
    errors: [],
  }),
  'seats.list': route({
    method: 'GET',
    path: '/seats',
    summary: 'All seats',
    roles: auditors,
    reply: z.object({ seats: z.array(SeatView) }),
    errors: [],
  }),

  'calls.transfer': route({
    method: 'POST',
    path: '/calls',
    summary: 'Hand a call over; it waits for an expert and its ticket is opened',
    roles: ['frontline', 'supervisor', 'admin'],
    body: Transfer,
    reply: callAndTicket,
    errors: ['unknown_domain'],
  }),
  'calls.list': route({
    method: 'GET',
    path: '/calls',
    summary: 'Calls that are not over, in queue order; or those of one state. Experts see their domains and their own',
    roles: line,
    query: CallQuery,
    reply: z.object({ calls: z.array(CallView), next: z.string().optional() }),
    errors: [],
  }),
  'calls.show': route({
    method: 'GET',
    path: '/calls/:id',
    summary: 'One call with its ticket',
    roles: line,
    params: CallId,
    reply: callAndTicket,
    errors: ['not_found'],
  }),
  'calls.take-next': route({
    method: 'POST',
    path: '/calls/take',
    summary: 'Take the next call. A seat that is in a call gets that call again',
    roles: seats,
    body: Taking,
    reply: callAndTicket,
    errors: ['nothing_waiting'],
  }),
  'calls.take': route({
    method: 'POST',
    path: '/calls/:id/take',
    summary: 'Take this call. The seat that has it gets it again',
    roles: seats,
    params: CallId,
    body: Taking,
    reply: callAndTicket,
    errors: ['not_found', 'call_taken', 'call_offered_elsewhere', 'call_state', 'seat_busy', 'skill_missing'],
  }),
  'calls.decline': route({
    method: 'POST',
    path: '/calls/:id/decline',
    summary: 'Let a call that rings here ring elsewhere; the seat goes not-ready',
    roles: seats,
    params: CallId,
    body: Nothing,
    reply: oneCall,
    errors: ownCall,
  }),
  'calls.hold': route({
    method: 'POST',
    path: '/calls/:id/hold',
    summary: 'Park the call',
    roles: seats,
    params: CallId,
    body: Nothing,
    reply: oneCall,
    errors: ownCall,
  }),
  'calls.resume': route({
    method: 'POST',
    path: '/calls/:id/resume',
    summary: 'Back to a parked call',
    roles: seats,
    params: CallId,
    body: Nothing,
    reply: oneCall,
    errors: [...ownCall, 'seat_busy'],
  }),
  'calls.end': route({
    method: 'POST',
    path: '/calls/:id/end',
    summary: 'End the conversation; with an open ticket the seat then writes up. Again: end the wrap-up',
    roles: seats,
    params: CallId,
    body: Nothing,
    reply: oneCall,
    errors: ownCall,
  }),
  'calls.return': route({
    method: 'POST',
    path: '/calls/:id/return',
    summary: 'Give the call back to the front line with a note',
    roles: seats,
    params: CallId,
    body: Note,
    reply: oneCall,
    errors: ownCall,
  }),
  'calls.abandon': route({
    method: 'POST',
    path: '/calls/:id/abandon',
    summary: 'The citizen hung up before a seat had the call',
    roles: ['frontline', 'supervisor', 'admin'],
    params: CallId,
    body: OptionalNote,
    reply: oneCall,
    errors: ['not_found', 'call_state'],
  }),
  'calls.move': route({
    method: 'POST',
    path: '/calls/:id/move',
    summary: "Put the call into another domain's queue",
    roles: seats,
    params: CallId,
    body: Move,
    reply: oneCall,
    errors: [...ownCall, 'same_domain', 'unknown_domain'],
  }),
  'calls.reveal': route({
    method: 'POST',
    path: '/calls/:id/reveal',
    summary: "Show the citizen's number, with a reason that goes into the audit log",
    roles: handlers,
    params: CallId,
    body: Reveal,
    unkept: true,
    reply: RevealedPhone,
    errors: ['not_found', 'not_your_call'],
  }),

  'drafts.list': route({
    method: 'GET',
    path: '/drafts',
    summary: 'What the own seat is writing for its calls, as its screens saved it last',
    roles: seats,
    reply: z.object({ drafts: z.array(HeldPaper) }),
    errors: [],
  }),
  'drafts.put': route({
    method: 'PUT',
    path: '/calls/:id/draft',
    summary:
      'Keep what is being written for a call, for the other screens of the own seat; gone when the ticket is done',
    roles: seats,
    params: CallId,
    body: PaperChange,
    unkept: true,
    reply: PaperKept,
    errors: ['not_found', 'not_your_call', 'ticket_state'],
  }),

  'tickets.list': route({
    method: 'GET',
    path: '/tickets',
    summary: 'Tickets, newest first',
    roles: line,
    query: TicketQuery,
    reply: z.object({ tickets: z.array(TicketView), next: z.string().optional() }),
    errors: [],
  }),
  'tickets.show': route({
    method: 'GET',
    path: '/tickets/:number',
    summary: 'One ticket with everything that happened to it and its call',
    roles: line,
    params: TicketKey,
    reply: TicketWithHistory,
    errors: ['not_found'],
  }),
  'tickets.close': route({
    method: 'POST',
    path: '/tickets/:number/close',
    summary: 'Answered: close the ticket, and end its call',
    roles: handlers,
    params: TicketKey,
    body: Close,
    reply: z.object({ ticket: TicketView }),
    errors: ['not_found', 'ticket_state', 'not_your_ticket'],
  }),
  'tickets.dispatch': route({
    method: 'POST',
    path: '/tickets/:number/dispatch',
    summary: 'Send the ticket to a unit as a work order with a deadline, and end its call',
    roles: handlers,
    params: TicketKey,
    body: DispatchOrder,
    reply: z.object({ ticket: TicketView }),
    errors: ['not_found', 'ticket_state', 'not_your_ticket'],
  }),

  ...accountRoutes,

  'kb.documents': route({
    method: 'GET',
    path: '/kb/documents',
    summary: 'Documents of the knowledge base by id',
    roles: 'signed-in',
    query: DocumentQuery,
    reply: z.object({ documents: z.array(DocumentView), next: z.string().optional() }),
    errors: [],
  }),
  'kb.document': route({
    method: 'GET',
    path: '/kb/documents/:document',
    summary: 'The text of a document: the published version, or the one that is named',
    roles: 'signed-in',
    params: DocumentKey,
    query: WhichVersion,
    reply: z.object({ version: VersionView, text: z.string() }),
    errors: ['not_found'],
  }),
  'kb.history': route({
    method: 'GET',
    path: '/kb/documents/:document/history',
    summary: 'Every version of a document, newest first, and who did what to it, when and why',
    roles: 'signed-in',
    params: DocumentKey,
    reply: z.object({ versions: z.array(VersionView) }),
    errors: ['not_found'],
  }),
  'kb.draft': route({
    method: 'POST',
    path: '/kb/documents/:document/draft',
    summary: 'Save a new draft of a document; an earlier draft is abandoned',
    roles: editorRoles,
    params: DocumentKey,
    body: Draft,
    bodyLimit: draftBodyLimit,
    reply: oneVersion,
    errors: ['version_conflict', 'version_state'],
  }),
  'kb.submit': route({
    method: 'POST',
    path: '/kb/documents/:document/submit',
    summary: 'Put a draft to review',
    roles: editorRoles,
    params: DocumentKey,
    body: OnVersion,
    reply: oneVersion,
    errors: ['not_found', 'version_state'],
  }),
  'kb.return': route({
    method: 'POST',
    path: '/kb/documents/:document/return',
    summary: 'Give a version in review back to its author with a note',
    roles: editorRoles,
    params: DocumentKey,
    body: OnVersionWhy,
    reply: oneVersion,
    errors: ['not_found', 'version_state'],
  }),
  'kb.publish': route({
    method: 'POST',
    path: '/kb/documents/:document/publish',
    summary: "Publish a version in review that is not one's own; it supersedes the published one",
    roles: editorRoles,
    params: DocumentKey,
    body: OnVersion,
    reply: oneVersion,
    errors: ['not_found', 'version_state', 'own_article'],
  }),
  'kb.retire': route({
    method: 'POST',
    path: '/kb/documents/:document/retire',
    summary: 'Take the published version of a document away',
    roles: editorRoles,
    params: DocumentKey,
    body: Why,
    reply: oneVersion,
    errors: ['not_found', 'version_state'],
  }),
  'kb.changes': route({
    method: 'GET',
    path: '/kb/changes',
    summary: 'What a copy of the knowledge base lacks since a revision, and the hash of the whole',
    roles: 'signed-in',
    query: ChangesQuery,
    reply: Changes,
    errors: [],
  }),
  'kb.correct': route({
    method: 'POST',
    path: '/kb/documents/:document/corrections',
    summary: "Say what is wrong in a document; it goes on the centre's list",
    roles: 'signed-in',
    params: DocumentKey,
    body: CorrectionRequest,
    reply: oneCorrection,
    errors: ['not_found'],
  }),
  'kb.corrections': route({
    method: 'GET',
    path: '/kb/corrections',
    summary: 'Corrections, newest first: all for those who answer them, else the own',
    roles: 'signed-in',
    query: CorrectionQuery,
    reply: z.object({ corrections: z.array(CorrectionView), next: z.string().optional() }),
    errors: [],
  }),
  'kb.answer': route({
    method: 'POST',
    path: '/kb/corrections/:correction/answer',
    summary: 'Accept or decline a correction; who filed it is told',
    roles: editorRoles,
    params: CorrectionKey,
    body: CorrectionAnswer,
    reply: oneCorrection,
    errors: ['not_found', 'correction_state'],
  }),

  ...practiceRoutes,

  'audit.list': route({
    method: 'GET',
    path: '/audit',
    summary: 'Events of the chain',
    roles: auditors,
    query: AuditQuery,
    reply: z.object({ events: z.array(LinkView), next: z.string().optional() }),
    errors: [],
  }),
  'audit.verify': route({
    method: 'GET',
    path: '/audit/verify',
    summary: 'Check the whole chain and every row it speaks of',
    roles: auditors,
    reply: Verification,
    errors: [],
  }),
} as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;

type Shape<R, K extends string> = R extends { [P in K]: infer S extends z.ZodType } ? S : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;
type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a caller sends. */
export type ParamsOf<N extends RouteName> = In<Shape<Routes[N], 'params'>>;
export type QueryOf<N extends RouteName> = In<Shape<Routes[N], 'query'>>;
export type BodyOf<N extends RouteName> = In<Shape<Routes[N], 'body'>>;
/** What the hub's handler gets. */
export type ParsedParams<N extends RouteName> = Out<Shape<Routes[N], 'params'>>;
export type ParsedQuery<N extends RouteName> = Out<Shape<Routes[N], 'query'>>;
export type ParsedBody<N extends RouteName> = Out<Shape<Routes[N], 'body'>>;
export type ReplyOf<N extends RouteName> = Routes[N]['reply'] extends 'text' ? string : Out<Shape<Routes[N], 'reply'>>;
