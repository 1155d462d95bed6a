import { v7 as uuid } from 'uuid';
import { toInstant } from '../../contract/shapes/text.ts';
import type { Verified } from '../../domain/account/identity-check.ts';
import { type Operation, type Purpose, requireVerified } from '../../domain/account/query-rules.ts';
import type { User } from '../../domain/user/user.ts';
import { requireStillSignedIn } from '../access/still-signed-in.ts';
import { renewLease } from '../leases.ts';
import type { FundPort, FundRequest } from '../ports/fund.ts';
import type { Services } from '../services.ts';
import { currentSettings, findCall, findIdentity } from '../store/records.ts';
import type { Stored } from '../store/rows.ts';
import type { Db } from '../store/schema.ts';
import { askFund } from './ask-fund.ts';
import { appendQuery } from './query-events.ts';
import { recordingRefusals } from './refused-query.ts';

/** Who wants to know what of whom. */
export interface AccountAsked {
  services: Services;
  user: Stored<User>;
  call: string;
  operation: Operation;
  person: string | undefined;
  purpose: Purpose | undefined;
}

export interface Answered<T> {
  query: { id: string; at: string; person: string; name: string };
  data: T;
}

/** Somebody's name in the audit log: tells the same from others, not who it is. */
export const personName = (services: Services, { subject, account }: Pick<Verified, 'subject' | 'account'>): string =>
  `${subject === 'person' ? 'P' : 'E'}-${services.engine.sealer.pseudonym(`${subject} ${account}`)}`;

/** Whose records may be read, as the store stands. @throws {Refusal} */
export const verifiedFor = async (
  db: Db,
  { user, call: id, operation, person }: Pick<AccountAsked, 'user' | 'call' | 'operation' | 'person'>,
): Promise<{ verified: Verified; ticket: string }> => {
  const call = await findCall(db, id);
  return { verified: requireVerified(call, await findIdentity(db, id), user, operation, person), ticket: call.ticket };
};

/** For what: as the expert says, else by what is asked. */
export const purposeOf = ({ purpose, operation }: Pick<AccountAsked, 'purpose' | 'operation'>): Purpose =>
  purpose ?? (operation === 'loan-progress' || operation === 'online' ? 'progress' : 'consultation');

/** What stands in the audit log of a query, besides who asked in which call. */
export const queryData = (services: Services, asked: Omit<AccountAsked, 'services'>, verified: Verified) => ({
  operation: asked.operation,
  purpose: purposeOf(asked),
  person: personName(services, verified),
  ...(verified.authorisation && { authorisation: verified.authorisation.kind }),
});

/**
 * Reads the fund's records for an expert. The rules are asked before the fund is, and again when it has answered, for a call may have
 * ended meanwhile; only when the answer is in the audit log does it leave.
 * @throws {RecordedRefusal} what the rules say
 * @throws {RequestError} no_fund, fund_unavailable
 */
export const queryAccount = async <T>(
  asked: AccountAsked,
  read: (fund: FundPort, verified: Verified, request: FundRequest) => Promise<T>,
): Promise<Answered<T>> => {
  const { services, user, call, operation } = asked;
  const about = { purpose: purposeOf(asked) };
  return recordingRefusals({ user: user.id, call, operation, about }, async () => {
    const { verified, ticket } = await verifiedFor(services.engine.read, asked);
    const question = { id: uuid(), user: user.id, call, ticket, data: queryData(services, asked, verified) };
    const data = await askFund(services, question, (fund, request) => read(fund, verified, request));
    const at = await services.writer.write(async (work) => {
      await requireStillSignedIn(work.db, user);
      await verifiedFor(work.db, { ...asked, person: verified.id });
      await appendQuery(work, { ...question, type: 'query.answered' });
      await renewLease(work, call, user.id, await currentSettings(work.db));
      return work.now;
    });
    return { query: { id: question.id, at: toInstant(at), person: verified.id, name: verified.shownName }, data };
  });
};
