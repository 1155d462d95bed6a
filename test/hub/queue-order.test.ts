import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Call } from '../../src/domain/call/call.ts';
import { compareQueued } from '../../src/domain/call/queue-order.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { waitingFor } from '../../src/hub/queue.ts';
import { openMemoryStore, openStore } from '../../src/hub/store/open-store.ts';
import { callRow } from '../../src/hub/store/rows.ts';
import { type StoreKind, storeKinds, temporaryDatabase, temporaryDir } from '../support/stores.ts';

const aCall = (place: number): fc.Arbitrary<Call> =>
  fc
    .record({
      id: fc.uuid(),
      front: fc.boolean(),
      // Few different moments, so that ties are common.
      queuedAt: fc.integer({ min: 0, max: 8 }).map((step) => step * 100_000),
      priority: fc.constantFrom('normal' as const, 'urgent' as const),
      domain: fc.constantFrom('gongjijin', 'shebao'),
    })
    .map((drawn) => ({
      ...drawn,
      state: 'waiting',
      topic: null,
      phone: '110',
      name: '刘女士',
      question: '问',
      tried: null,
      from: null,
      transferredBy: 'f',
      ticket: `T${place}-${drawn.id}`,
      seat: null,
      stateSince: 0,
      takenAt: null,
      endedAt: null,
      notes: [],
    }));

const openNew = async (kind: StoreKind) => {
  if (kind === 'memory') return openMemoryStore();
  const store = kind === 'postgres' ? await temporaryDatabase() : undefined;
  return openStore(await temporaryDir(), store, () => undefined);
};

describe.each(storeKinds)('the queue on %s', (kind) => {
  it('is in the order that the rules say', async () => {
    const engine = await openNew(kind);
    onTestFinished(() => engine.close());
    const calls = fc.uniqueArray(aCall(0), { selector: ({ id }) => id, minLength: 2, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(calls, async (drawn) => {
        await engine.transaction(async (tx) => {
          await tx.deleteFrom('calls').execute();
          await tx
            .insertInto('calls')
            .values(drawn.map((call) => ({ ...callRow.toRow(call), revision: 1 })))
            .execute();
        });
        const expected = [...drawn].sort(compareQueued(defaultSettings.urgentHeadStartSeconds));
        const found = await waitingFor(engine.read, [], defaultSettings, 100);
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        const skilled = await waitingFor(engine.read, ['shebao'], defaultSettings, 100);
        expect(skilled.map(({ id }) => id)).toEqual(
          expected.filter(({ domain }) => domain === 'shebao').map(({ id }) => id),
        );
      }),
      { numRuns: 40 },
    );
  });
});
