import { v7 as uuid } from 'uuid';
import type { ParsedBody } from '../../contract/routes.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import { type RevealField, requireDisclosable, revealSeconds } from '../../domain/account/disclosure.ts';
import type { Verified } from '../../domain/account/identity-check.ts';
import { type Operation, requireThere } from '../../domain/account/query-rules.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { User } from '../../domain/user/user.ts';
import { requireStillSignedIn } from '../access/still-signed-in.ts';
import { askFund } from '../accounts/ask-fund.ts';
import { purposeOf, queryData, verifiedFor } from '../accounts/query.ts';
import { appendQuery } from '../accounts/query-events.ts';
import { recordingRefusals } from '../accounts/refused-query.ts';
import { renewLease } from '../leases.ts';
import type { FundPort, FundRequest } from '../ports/fund.ts';
import type { PreparedHandler } from '../services.ts';
import { findCall } from '../store/records.ts';
import type { Stored } from '../store/rows.ts';
import type { Db } from '../store/schema.ts';
import type { Sealer } from '../store/sealer.ts';
import { loanRef } from '../views/account-views.ts';

/** In which record a field stands. */
const recordOf: Readonly<Record<RevealField, Operation>> = {
  account: 'employee',
  phone: 'employee',
  'id-number': 'employee',
  'bank-account': 'employee',
  'loan-account': 'loans',
  'loan-contract': 'loans',
  'property-address': 'loans',
  'repayment-account': 'loans',
  'clerk-phone': 'employer',
};

/** One field as it stands in the fund's record; nothing when it has none. */
const readField = async (
  fund: FundPort,
  { account }: Verified,
  request: FundRequest,
  field: RevealField,
  ref: string | undefined,
  sealer: Sealer,
): Promise<string | null | undefined> => {
  if (recordOf[field] === 'employer') return (await fund.employer(account, request))?.clerk.phone;
  if (recordOf[field] === 'employee') {
    const employee = await fund.employee(account, request);
    const fields: Partial<Record<RevealField, string | null | undefined>> = {
      account: employee?.account,
      phone: employee?.phone,
      'id-number': employee?.idNumber,
      'bank-account': employee?.bankAccount,
    };
    return fields[field];
  }
  const loans = await fund.loans(account, request);
  const loan = ref === undefined ? loans[0] : loans.find((one) => loanRef(sealer, one.account) === ref);
  const fields: Partial<Record<RevealField, string | null | undefined>> = {
    'loan-account': loan?.account,
    'loan-contract': loan?.contract,
    'property-address': loan?.property?.address,
    'repayment-account': loan?.repaymentAccount,
  };
  return fields[field];
};

interface Prepared {
  id: string;
  verified: Verified;
  value: string;
}

type RevealAsked = { user: Stored<User>; params: { id: string }; body: ParsedBody<'accounts.reveal'> };

const about = ({ user, params, body }: RevealAsked) => ({
  user,
  call: params.id,
  operation: recordOf[body.field],
  person: body.person,
  purpose: body.purpose,
});

const recording = <T>(asked: RevealAsked, run: () => Promise<T>): Promise<T> => {
  const { field } = asked.body;
  const refused = { user: asked.user.id, call: asked.params.id, operation: 'reveal' };
  return recordingRefusals({ ...refused, about: { field, purpose: purposeOf(about(asked)) } }, run);
};

/** Whose field may be shown, as the store stands. @throws {Refusal} */
const revealedFor = async (db: Db, asked: RevealAsked, person: string | undefined) => {
  const { user, params, body } = asked;
  requireThere(await findCall(db, params.id), user);
  const found = await verifiedFor(db, { ...about(asked), person });
  requireDisclosable(body.field, user.role, found.verified);
  return found;
};

/** A masked field in full, for a reason. */
export const revealField: PreparedHandler<'accounts.reveal', Prepared> = {
  prepare: (asked) =>
    recording(asked, async () => {
      const { db, user, params, body, services } = asked;
      const { verified, ticket } = await revealedFor(db, asked, body.person);
      const data = { ...queryData(services, about(asked), verified), field: body.field };
      const question = { id: uuid(), user: user.id, call: params.id, ticket, data };
      const value = await askFund(services, question, (fund, request) =>
        readField(fund, verified, request, body.field, body.loan, services.engine.sealer),
      );
      if (value === undefined || value === null) throw new Refusal('not_found', { what: `fund.${body.field}` });
      return { id: question.id, verified, value };
    }),

  run: (asked, { id, verified, value }) =>
    recording(asked, async () => {
      const { work, user, params, body, settings, services } = asked;
      await requireStillSignedIn(work.db, user);
      const { ticket } = await revealedFor(work.db, asked, verified.id);
      const data = { ...queryData(services, about(asked), verified), field: body.field, reason: body.reason };
      await appendQuery(work, { id, type: 'query.revealed', user: user.id, call: params.id, ticket, data });
      await renewLease(work, params.id, user.id, settings);
      return {
        query: { id, at: toInstant(work.now), person: verified.id, name: verified.shownName },
        value,
        seconds: revealSeconds,
      };
    }),
};
