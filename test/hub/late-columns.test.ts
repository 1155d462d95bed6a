import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { startHub } from '../../src/hub/start-hub.ts';
import { digestedRow } from '../../src/hub/store/late-columns.ts';
import { clientOf, transferOf } from '../support/line.ts';
import { temporaryDir } from '../support/stores.ts';

it('an empty column that a table got later counts as absent, so rows written before keep their digest', () => {
  expect(digestedRow('tickets', { number: 'a', answer: null, sms: null })).toEqual({ number: 'a', answer: null });
  expect(digestedRow('tickets', { number: 'a', sms: '短信' })).toEqual({ number: 'a', sms: '短信' });
  expect(digestedRow('calls', { id: 'a', sms: null })).toEqual({ id: 'a', sms: null });
});

/** The store of a hub as it was before tickets had a text message: a ticket closed, one dispatched, one returned, one waiting. */
const earlierStore = async (): Promise<string> => {
  const kept = path.join(import.meta.dirname, '../fixtures/store-before-sms');
  const dir = await temporaryDir();
  await copyFile(path.join(kept, 'store.key'), path.join(dir, 'store.key'));
  await writeFile(path.join(dir, 'hub.sqlite'), gunzipSync(await readFile(path.join(kept, 'hub.sqlite.gz'))));
  return dir;
};

it('a store that was written before is opened, its chain stands, and goes on', async () => {
  const hub = await startHub({ dataDir: await earlierStore(), version: 'test', logLevel: 'silent' });
  onTestFinished(() => hub.close());
  const admin = clientOf(hub.url, hub.adminToken);
  const before = await admin.call('audit.verify', {});
  expect(before.ok).toBe(true);
  const { tickets } = await admin.call('tickets.list', {});
  expect(tickets.map(({ state }) => state).sort()).toEqual(['closed', 'dispatched', 'open', 'open']);
  const { ticket } = await admin.call('calls.transfer', { body: transferOf() });
  const body = { category: '咨询' as const, answer: '答复', sms: '短信' };
  await admin.call('tickets.close', { params: { number: ticket.number }, body });
  const after = await admin.call('audit.verify', {});
  expect(after).toMatchObject({ ok: true });
  expect((await admin.call('tickets.list', {})).tickets).toHaveLength(5);
});
