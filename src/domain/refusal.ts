/** Every way in which a rule of the hotline can say no. The contract gives each one its status, exit code and words. */
export type RefusalCode =
  | 'nothing_waiting'
  | 'call_taken'
  | 'call_offered_elsewhere'
  | 'call_state'
  | 'not_your_call'
  | 'seat_busy'
  | 'skill_missing'
  | 'same_domain'
  | 'unknown_domain'
  | 'ticket_state'
  | 'not_your_ticket'
  | 'seat_state'
  | 'name_in_use'
  | 'user_disabled'
  | 'last_admin'
  | 'own_article'
  | 'version_conflict'
  | 'version_state'
  | 'correction_state'
  | 'result_conflict'
  | 'not_verified'
  | 'account_not_your_call'
  | 'account_call_over'
  | 'identity_mismatch'
  | 'identity_locked'
  | 'authorisation_required'
  | 'other_person'
  | 'field_not_disclosed'
  | 'not_found';

/** A rule said no. Nothing has changed; `details` name what stood in the way, never a citizen's data. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, string | number>;

  constructor(code: RefusalCode, details: Record<string, string | number> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
