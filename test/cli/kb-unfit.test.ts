import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { errorOf } from './support/hub.ts';
import { freshFolder, run } from './support/program.ts';

/** A hub whose knowledge does not come to the hash that it gives for it. */
const lyingHub = async (): Promise<string> => {
  const text = 'topic\tdomain\tgroup\tname\n';
  const changes = [{ id: 'topics', kind: 'topics', version: 1, revision: 1, text }];
  const reply = { origin: 'x', revision: 1, count: 1, hash: '0'.repeat(64), changes };
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(reply));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};

it('takes nothing from a hub whose knowledge does not fit its own hash: exit 8, and what was here stays', async () => {
  const env = { EXPERT_SEAT_HUB: await lyingHub(), EXPERT_SEAT_TOKEN: 'es_x', EXPERT_SEAT_DATA: freshFolder() };
  const dir = path.join(freshFolder(), 'kb');
  for (const args of [
    ['kb', 'sync'],
    ['kb', 'export', dir, '--from-hub'],
    ['kb', 'import', path.join(import.meta.dirname, '../../kb-cache')],
  ]) {
    const ended = await run([...args, '--json'], { env });
    expect([ended.code, errorOf(ended).code], args.join(' ')).toEqual([8, 'unfit']);
  }
  const shown = await run(['kb', 'show', 'gjj-0008', '--part', 'answer'], { env });
  expect(shown.code).toBe(0);
});
