import { forgotten } from '../../domain/account/identity-check.ts';
import { finalStates } from '../../domain/call/call.ts';
import { identityRow } from '../store/rows.ts';
import { saveIdentity } from '../store/save.ts';
import type { Db } from '../store/schema.ts';
import type { Duty } from './duty.ts';

/** Checks of calls that are over, whose verified persons are still kept. */
const stale = (db: Db) =>
  db
    .selectFrom('identity_checks')
    .innerJoin('calls', 'calls.id', 'identity_checks.call')
    .where('identity_checks.over', '=', 0)
    .where('calls.state', 'in', finalStates)
    .limit(50);

/** Verification ends with its call; whose accounts they were is then forgotten. */
export const forgetIdentities: Duty = {
  due: async (db) => (await stale(db).select('identity_checks.call').execute()).length > 0,
  run: async (work) => {
    for (const { ticket, ...row } of await stale(work.db)
      .selectAll('identity_checks')
      .select('calls.ticket')
      .execute()) {
      await saveIdentity(work, forgotten(identityRow.fromRow(row)), ticket, {
        type: 'identity.forgotten',
        actor: 'system',
      });
    }
  },
};
