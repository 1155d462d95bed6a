import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { catchUp } from '../../src/client/knowledge-sync-catch-up.ts';
import { wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { type RunningHub, startHub } from '../../src/hub/start-hub.ts';
import { openCopy } from '../../src/kb/copy/knowledge-copy.ts';
import { articleText } from '../support/knowledge.ts';
import { clientOf } from '../support/line.ts';
import { temporaryDir } from '../support/stores.ts';

const rounds = 50;
const articles = 120;
const pageSize = 10;
const pages = articles / pageSize;
const script = path.join(import.meta.dirname, 'copy-crash-child.ts');

/** What the hub publishes in a round: every article anew. */
const edition = (round: number) =>
  Array.from({ length: articles }, (_, place) => `gjj-${String(place + 1).padStart(4, '0')}`).map((id) => ({
    id,
    kind: 'article' as const,
    text: articleText({ id, title: `第${round}版`, answer: `第${round}版的答复。${'细则很长，'.repeat(200)}` }),
  }));

/** A hub over the same store as before, whose untouched documents follow what it is started with. */
const startWith = (dataDir: string, round: number): Promise<RunningHub> =>
  startHub({ dataDir, knowledge: edition(round), logLevel: 'silent', version: 'test' });

/** Runs the child until it has printed `steps` lines, then up to `slackMs` more, and kills it. */
const killAfter = async (args: readonly string[], steps: number, slackMs: number): Promise<void> => {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let lines = 0;
  const exit = once(child, 'exit');
  for await (const _ of createInterface({ input: child.stdout })) {
    lines += 1;
    if (lines < steps) continue;
    await sleep(Math.random() * slackMs);
    child.kill('SIGKILL');
    break;
  }
  expect((await exit)[1]).toBe('SIGKILL');
};

it(`kill -9 in the middle of a sync never leaves a broken copy, ${rounds} times`, { timeout: 240_000 }, async () => {
  const [dataDir, dir] = [await temporaryDir(), await temporaryDir()];
  const seen = { old: 0, fresh: 0, staged: 0 };
  let hub = await startWith(dataDir, 0);
  onTestFinished(() => hub.close());
  const first = openCopy(dir);
  first.seed(edition(0));
  let old = first.state();
  first.close();
  for (let round = 1; round <= rounds; round++) {
    await hub.close();
    hub = await startWith(dataDir, round);
    const admin = clientOf(hub.url, hub.adminToken);
    const { revision, hash } = await admin.call('kb.changes', { query: { after: 1e9 } });
    // Each page is two lines, `taking` and what came of it; one more for the start. Every other round dies around the last one.
    const last = 1 + 2 * pages;
    const steps = round % 2 ? last - 1 + (round % 4 === 1 ? 0 : 1) : 1 + ((round * 7) % last);
    await killAfter([dir, hub.url, hub.adminToken, String(pageSize)], steps, 2);

    const copy = openCopy(dir);
    expect([copy.trouble, copy.setAside]).toEqual([undefined, undefined]);
    const { state, documents } = copy.read();
    expect(state).toMatchObject({ hash: wholeHash(documents), count: documents.length });
    const fresh = state.revision === revision;
    expect({ hash: state.hash, revision: state.revision }).toEqual(
      fresh ? { hash, revision } : { hash: old.hash, revision: old.revision },
    );
    seen[fresh ? 'fresh' : 'old'] += 1;
    if (copy.position().from !== undefined) seen.staged += 1;
    old = state;
    copy.close();
  }
  // The kills have met all phases: before the whole was there, with half of it staged, and after.
  expect(Math.min(seen.old, seen.fresh, seen.staged)).toBeGreaterThan(3);
  // And after all that it comes to the end in an ordinary way.
  const copy = openCopy(dir);
  onTestFinished(() => copy.close());
  const client = clientOf(hub.url, hub.adminToken);
  const reached = await catchUp(client, copy);
  expect(await client.call('kb.changes', { query: { after: reached.revision } })).toMatchObject({
    revision: reached.revision,
    hash: wholeHash(copy.documents()),
    changes: [],
  });
});

it('kill -9 while the copy is made leaves none or a sound one', async () => {
  const hub = await startWith(await temporaryDir(), 0);
  onTestFinished(() => hub.close());
  for (let round = 0; round < 15; round++) {
    const dir = await temporaryDir();
    await killAfter([dir, hub.url, hub.adminToken, String(pageSize)], 1, 12);
    const copy = openCopy(dir);
    expect([copy.trouble, copy.setAside]).toEqual([undefined, undefined]);
    expect(copy.state()).toMatchObject({ hash: wholeHash(copy.documents()) });
    copy.close();
  }
});
