import { v7 as uuid } from 'uuid';
import type { ParsedBody } from '../../contract/routes.ts';
import { callingNumber } from '../../contract/shapes/identity.ts';
import {
  type IdentityCheck,
  isLocked,
  mostFailures,
  type Verified,
  withFailure,
  withVerified,
} from '../../domain/account/identity-check.ts';
import { isClerk, isPerson, type SaidItems } from '../../domain/account/identity-items.ts';
import { requireVerifying } from '../../domain/account/query-rules.ts';
import type { Call } from '../../domain/call/call.ts';
import type { EmployerIdentity, PersonIdentity } from '../../domain/fund/records.ts';
import { Refusal } from '../../domain/refusal.ts';
import { maskName } from '../../domain/text/mask.ts';
import { steeringRoles } from '../../domain/user/role.ts';
import { requireStillSignedIn } from '../access/still-signed-in.ts';
import { askFund } from '../accounts/ask-fund.ts';
import { personName } from '../accounts/query.ts';
import { alertUnusual } from '../accounts/query-events.ts';
import { recordingRefusals } from '../accounts/refused-query.ts';
import { renewLease } from '../leases.ts';
import { RecordedRefusal } from '../recorded-refusal.ts';
import type { PreparedHandler, ReadHandlers } from '../services.ts';
import { findCall, findIdentity } from '../store/records.ts';
import { saveIdentity } from '../store/save.ts';
import { identityView, namesInIdentity, verifiedView } from '../views/account-views.ts';

type Said = ParsedBody<'identity.verify'>;

export const identityReads: ReadHandlers<'identity.show'> = {
  'identity.show': ({ db, user, params, services }) =>
    recordingRefusals({ user: user.id, call: params.id, operation: 'identity' }, async () => {
      const call = await findCall(db, params.id);
      if (call.seat !== user.id && !steeringRoles.includes(user.role)) {
        throw new Refusal('account_not_your_call', { call: call.id });
      }
      const check = await findIdentity(db, params.id);
      await services.names.load(db, namesInIdentity(check));
      return { identity: identityView(check, call, services.names), fund: services.fund?.name ?? null };
    }),
};

/** The fund's record of whom the caller says they are. */
type Prepared = { person: PersonIdentity | undefined } | { employer: EmployerIdentity | undefined };

/** `@call` stands for the number the citizen calls from, as the fund writes numbers. */
const withCallingNumber = (items: SaidItems, call: Call): SaidItems =>
  items.phone === callingNumber ? { ...items, phone: call.phone.replace(/^\+?86(?=1\d{10}$)/, '') } : items;

/** Whom the caller has shown themselves to be; nobody when anything differs. */
const verifiedBy = (
  said: Said,
  prepared: Prepared,
  call: Call,
): Pick<Verified, 'account' | 'shownName'> | undefined => {
  const items = withCallingNumber(said.items, call);
  if (said.subject === 'person') {
    const record = 'person' in prepared ? prepared.person : undefined;
    return isPerson({ ...said, items }, record)
      ? { account: record.account, shownName: maskName(record.name) }
      : undefined;
  }
  const record = 'employer' in prepared ? prepared.employer : undefined;
  return isClerk({ ...said, items }, record) ? { account: record.account, shownName: record.name } : undefined;
};

/** The third failure says at once that it was the last. */
const mismatch = (failed: IdentityCheck): Refusal =>
  isLocked(failed)
    ? new Refusal('identity_locked', { call: failed.call, most: mostFailures })
    : new Refusal('identity_mismatch', { left: mostFailures - failed.failures });

export const verifyIdentity: PreparedHandler<'identity.verify', Prepared> = {
  prepare: ({ db, user, params, body, services }) =>
    recordingRefusals({ user: user.id, call: params.id, operation: 'verify' }, async () => {
      const call = await findCall(db, params.id);
      requireVerifying(call, await findIdentity(db, params.id), user);
      if (body.subject === 'person' && body.onBehalf?.authorisation === null)
        throw new Refusal('authorisation_required');
      const data = { operation: 'verify', subject: body.subject };
      const question = { id: uuid(), user: user.id, call: call.id, ticket: call.ticket, data };
      return askFund(
        services,
        question,
        async (fund, request): Promise<Prepared> =>
          body.subject === 'person'
            ? { person: await fund.identity(body.idNumber, request) }
            : { employer: await fund.employerIdentity(body.employerAccount, request) },
      );
    }),

  run: ({ work, user, params, body, settings, services }, prepared) =>
    recordingRefusals({ user: user.id, call: params.id, operation: 'verify' }, async () => {
      await requireStillSignedIn(work.db, user);
      const call = await findCall(work.db, params.id);
      const check = await findIdentity(work.db, params.id);
      requireVerifying(call, check, user);
      const found = verifiedBy(body, prepared, call);
      if (!found) {
        const failed = withFailure(check);
        const data = { subject: body.subject, failures: failed.failures };
        throw new RecordedRefusal(mismatch(failed), async (again) => {
          await saveIdentity(again, failed, call.ticket, { type: 'identity.failed', actor: user.id, data });
          await alertUnusual(again, { user: user.id, call: call.id, ticket: call.ticket });
        });
      }
      const authorisation = body.subject === 'person' ? (body.onBehalf?.authorisation ?? null) : null;
      const verified: Verified = {
        ...found,
        id: uuid(),
        expert: user.id,
        subject: body.subject,
        authorisation: authorisation && { kind: authorisation.kind, reference: authorisation.reference ?? null },
        at: work.now,
        takenAt: call.takenAt,
      };
      const saved = await saveIdentity(work, withVerified(check, verified), call.ticket, {
        type: 'identity.verified',
        actor: user.id,
        data: {
          subject: verified.subject,
          person: personName(services, verified),
          items: Object.keys(body.items).join(' '),
          ...(verified.authorisation && {
            authorisation: verified.authorisation.kind,
            reference: verified.authorisation.reference,
          }),
        },
      });
      await alertUnusual(work, { user: user.id, call: call.id, ticket: call.ticket });
      await renewLease(work, call.id, user.id, settings);
      await services.names.load(work.db, namesInIdentity(saved));
      return {
        person: verifiedView(verified, services.names),
        identity: identityView(saved, call, services.names),
      };
    }),
};
