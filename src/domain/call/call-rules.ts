import { Refusal } from '../refusal.ts';
import { type Role, steeringRoles } from '../user/role.ts';
import { coversDomain } from '../user/user.ts';
import { type Call, type CallState, finalStates, seatedStates } from './call.ts';

/** Who acts on a call. */
export interface Actor {
  id: string;
  role: Role;
  skills: readonly string[];
}

const requireState = (call: Call, ...allowed: CallState[]): void => {
  if (!allowed.includes(call.state)) throw new Refusal('call_state', { call: call.id, state: call.state });
};

const requireOwn = (call: Call, actor: Actor): void => {
  if (call.seat !== actor.id) throw new Refusal('not_your_call', { call: call.id });
};

const requireOwnOrSteering = (call: Call, actor: Actor): void => {
  if (!steeringRoles.includes(actor.role)) requireOwn(call, actor);
};

const enter = (call: Call, state: CallState, now: number, change: Partial<Call> = {}): Call => ({
  ...call,
  ...change,
  state,
  stateSince: now,
});

/** The call as its seat's answer to `take`. Refuses when a seat has it already, it is offered elsewhere, or it is over. */
export const take = (call: Call, actor: Actor, now: number): Call => {
  const over = finalStates.includes(call.state);
  const own = seatedStates.includes(call.state) && call.seat === actor.id;
  if (over || own) throw new Refusal('call_state', { call: call.id, state: call.state });
  if (seatedStates.includes(call.state)) throw new Refusal('call_taken', { call: call.id });
  if (call.state === 'offered' && call.seat !== actor.id)
    throw new Refusal('call_offered_elsewhere', { call: call.id });
  if (!coversDomain(actor.skills, call.domain)) throw new Refusal('skill_missing', { domain: call.domain });
  return enter(call, 'active', now, { seat: actor.id, takenAt: now });
};

/** Rings at one ready seat. */
export const offer = (call: Call, seat: string, now: number): Call => {
  requireState(call, 'waiting');
  return enter(call, 'offered', now, { seat });
};

/** The seat did not take it in time, or declined: back to its place in the queue. */
export const withdrawOffer = (call: Call, now: number): Call => {
  requireState(call, 'offered');
  return enter(call, 'waiting', now, { seat: null });
};

/** The expert parks the call; the citizen hears music. */
export const hold = (call: Call, actor: Actor, now: number): Call => {
  requireOwn(call, actor);
  requireState(call, 'active');
  return enter(call, 'held', now);
};

/** Back to a parked call. The caller makes sure that the seat has no active one. */
export const resume = (call: Call, actor: Actor, now: number): Call => {
  requireOwn(call, actor);
  requireState(call, 'held');
  return enter(call, 'active', now);
};

/**
 * The conversation is over. With an open ticket the seat writes up (wrap-up), otherwise the call is ended;
 * ending a call in wrap-up ends the wrap-up.
 */
export const end = (call: Call, actor: Actor, ticketOpen: boolean, now: number): Call => {
  requireOwnOrSteering(call, actor);
  requireState(call, 'active', 'held', 'wrap-up');
  return ticketOpen && call.state !== 'wrap-up' ? enter(call, 'wrap-up', now) : finish(call, now);
};

/** Ends a call at a seat without wrap-up: its ticket is done, or its time to write up is over. */
export const finish = (call: Call, now: number): Call => {
  requireState(call, ...seatedStates);
  return enter(call, 'ended', now, { endedAt: now });
};

/** Back to the front line with a note on what to tell the citizen. */
export const returnToFrontLine = (call: Call, actor: Actor, text: string, now: number): Call => {
  requireOwn(call, actor);
  requireState(call, 'active', 'held');
  const note = { at: now, by: actor.id, kind: 'returned' as const, text };
  return enter(call, 'returned', now, { endedAt: now, notes: [...call.notes, note] });
};

/** The citizen hung up before a seat had the call. */
export const abandon = (call: Call, actor: Actor, text: string | null, now: number): Call => {
  requireState(call, 'waiting', 'offered');
  const notes = text ? [...call.notes, { at: now, by: actor.id, kind: 'abandoned' as const, text }] : call.notes;
  return enter(call, 'abandoned', now, { seat: null, endedAt: now, notes });
};

/** Into another domain's queue, at the place that its whole wait earns. */
export const moveToDomain = (call: Call, actor: Actor, domain: string, text: string | null, now: number): Call => {
  if (call.state === 'waiting' || call.state === 'offered') {
    if (!steeringRoles.includes(actor.role)) throw new Refusal('not_your_call', { call: call.id });
  } else {
    requireOwnOrSteering(call, actor);
    requireState(call, 'active', 'held');
  }
  if (domain === call.domain) throw new Refusal('same_domain', { domain });
  const notes = text ? [...call.notes, { at: now, by: actor.id, kind: 'moved' as const, text }] : call.notes;
  return enter(call, 'waiting', now, { domain, topic: null, seat: null, takenAt: null, notes });
};

/**
 * The seat was lost and did not come back while its lease ran. A conversation goes back to the front of its queue with a
 * note; a call whose conversation was over simply ends.
 */
export const lapse = (call: Call, text: string, now: number): Call => {
  if (call.state === 'wrap-up') return finish(call, now);
  requireState(call, 'active', 'held');
  const note = { at: now, by: 'system', kind: 'lapsed' as const, text };
  return enter(call, 'waiting', now, { seat: null, takenAt: null, front: true, notes: [...call.notes, note] });
};
