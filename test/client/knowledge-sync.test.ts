import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import { HubError, HubUnreachable } from '../../src/client/hub-error.ts';
import { KnowledgeSync, type SyncReport } from '../../src/client/knowledge-sync.ts';
import { catchUp, KnowledgeUnfit } from '../../src/client/knowledge-sync-catch-up.ts';
import { type LiveMessage, liveStream } from '../../src/client/live-stream.ts';
import type { Change } from '../../src/contract/shapes/knowledge.ts';
import { wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { type RunningHub, startHub } from '../../src/hub/start-hub.ts';
import { shippedOrigin } from '../../src/kb/copy/copy-state.ts';
import { type KnowledgeCopy, openCopy } from '../../src/kb/copy/knowledge-copy.ts';
import { KnowledgeBase } from '../../src/kb/knowledge-base.ts';
import { articleText, policyText, publishText, shipped, topicsText } from '../support/knowledge.ts';
import { clientOf, startLine, until } from '../support/line.ts';
import { storeKinds, temporaryDir } from '../support/stores.ts';

/** A seeded copy in a folder of its own, or in the one given. */
const seatCopy = async (dir?: string): Promise<KnowledgeCopy> => {
  const copy = openCopy(dir ?? (await temporaryDir()));
  onTestFinished(() => copy.close());
  copy.seed(shipped);
  return copy;
};

/** Many articles that ship with a hub. */
const articles = (count: number, title: (place: number) => string) => [
  { id: 'policy', kind: 'policy' as const, text: policyText },
  { id: 'topics', kind: 'topics' as const, text: topicsText },
  ...Array.from({ length: count }, (_, place) => {
    const id = `gjj-${String(place + 1).padStart(4, '0')}`;
    return { id, kind: 'article' as const, text: articleText({ id, title: title(place) }) };
  }),
];

/** Requests for changes that a client makes from now on, as their queries. */
const requestsOf = (client: HubClient): (Record<string, unknown> | undefined)[] => {
  const requests: (Record<string, unknown> | undefined)[] = [];
  const call = client.call.bind(client);
  vi.spyOn(client, 'call').mockImplementation(((
    name: 'kb.changes',
    input: Parameters<typeof call<'kb.changes'>>[1],
  ) => {
    if (name === 'kb.changes') requests.push(input.query);
    return call(name, input);
  }) as never);
  return requests;
};

/** The copy is what the hub has. */
const expectSame = async (copy: KnowledgeCopy, client: HubClient): Promise<void> => {
  const { origin, revision, count, hash } = await client.call('kb.changes', { query: { after: 1e12 } });
  expect(copy.state()).toMatchObject({ origin, revision, count, hash });
  expect(wholeHash(copy.documents())).toBe(hash);
};

interface Seat {
  copy: KnowledgeCopy;
  sync: KnowledgeSync;
  reports: SyncReport[];
  messages: LiveMessage[];
  stop(): void;
}

/** A seat as the screen is one: a live stream whose messages feed the sync. Gone after the test. */
const seatAt = (client: HubClient, copy: KnowledgeCopy, now: () => number = Date.now): Seat => {
  const ending = new AbortController();
  const reports: SyncReport[] = [];
  const messages: LiveMessage[] = [];
  const report = (news: SyncReport): void => void reports.push(news);
  const sync = new KnowledgeSync({
    client,
    copy,
    loaded: copy.outline().documents,
    signal: ending.signal,
    report,
    now,
  });
  onTestFinished(() => ending.abort());
  void (async () => {
    for await (const message of liveStream(client, { seat: false, signal: ending.signal })) {
      messages.push(message);
      sync.feed(message);
    }
  })().catch(() => undefined);
  return { copy, sync, reports, messages, stop: () => ending.abort() };
};

const isCurrent = ({ reports }: Seat): Promise<unknown> =>
  until(
    () => reports.at(-1)?.state,
    (state) => state === 'current',
  );

/** Reports that tell of changed documents. */
const changesIn = ({ reports }: Seat): string[][] =>
  reports.filter(({ changed }) => changed.length > 0).map(({ changed }) => [...changed].sort());

describe.each(storeKinds)('one catch-up from a hub on %s', (kind) => {
  it('makes the copy what the hub has, and then asks for what is new only', async () => {
    const line = await startLine(kind, { knowledge: articles(30, (place) => `第${place}条`) });
    const [author, approver, expert] = [
      await line.person('centre'),
      await line.person('centre'),
      await line.person('expert'),
    ];
    const copy = await seatCopy();
    await catchUp(expert, copy, { now: () => 5 });
    await expectSame(copy, expert);
    expect(copy.state()).toMatchObject({ count: 32, syncedAt: 5, checkedAt: 5 });
    await publishText(author, approver, 'gjj-0007', articleText({ id: 'gjj-0007', title: '新题' }));
    await author.call('kb.retire', { params: { document: 'gjj-0009' }, body: { note: '废止' } });
    await publishText(author, approver, 'gjj-0099', articleText({ id: 'gjj-0099', title: '新文' }));
    const requests = requestsOf(expert);
    const { revision } = copy.state();
    await catchUp(expert, copy, { now: () => 6 });
    await expectSame(copy, expert);
    expect(requests[0]).toMatchObject({ after: revision });
    expect(copy.text('gjj-0009')).toBeUndefined();
    expect(copy.read().documents.find(({ id }) => id === 'gjj-0007')).toMatchObject({ version: 2 });
    await catchUp(expert, copy, { now: () => 7 });
    expect(copy.state()).toMatchObject({ syncedAt: 6, checkedAt: 7 });
  });
});

describe('after an absence', () => {
  it('of a week one delta is enough', async () => {
    const dataDir = await temporaryDir();
    const start = (title: string): Promise<RunningHub> =>
      startHub({ dataDir, knowledge: articles(150, () => title), logLevel: 'silent', version: 'test' });
    const before = await start('上周');
    const copy = await seatCopy();
    await catchUp(clientOf(before.url, before.adminToken), copy);
    await before.close();
    const hub = await start('这周');
    onTestFinished(() => hub.close());
    const client = clientOf(hub.url, hub.adminToken);
    const requests = requestsOf(client);
    await catchUp(client, copy);
    expect(requests).toHaveLength(1);
    expect(copy.documents().filter(({ text }) => text.includes('title: 这周'))).toHaveLength(150);
    await expectSame(copy, client);
  });

  it('a delta that broke off goes on where it was, also in another process', async () => {
    const line = await startLine('sqlite', { knowledge: articles(40, (place) => `第${place}条`) });
    const dir = await temporaryDir();
    const broken = await seatCopy(dir);
    const ending = new AbortController();
    const take = broken.take.bind(broken);
    let pages = 0;
    vi.spyOn(broken, 'take').mockImplementation((...page) => {
      const taken = take(...page);
      pages += 1;
      if (pages === 3) ending.abort();
      return taken;
    });
    await expect(catchUp(line.admin, broken, { pageSize: 10, signal: ending.signal })).rejects.toThrow();
    expect(broken.state()).toMatchObject({ origin: shippedOrigin, count: shipped.length });
    broken.close();

    const copy = await seatCopy(dir);
    const requests = requestsOf(line.admin);
    await catchUp(line.admin, copy, { pageSize: 10 });
    expect(requests).toHaveLength(2);
    expect(requests.every((query) => query?.from !== undefined)).toBe(true);
    await expectSame(copy, line.admin);
  });

  it('takes in what is published between two pages', async () => {
    const line = await startLine('sqlite', { knowledge: articles(20, (place) => `第${place}条`) });
    const [author, approver] = [await line.person('centre'), await line.person('centre')];
    const copy = await seatCopy();
    const client = await line.person('expert');
    const call = client.call.bind(client);
    let pages = 0;
    vi.spyOn(client, 'call').mockImplementation((async (...asked: Parameters<typeof call>) => {
      pages += 1;
      if (pages === 2) {
        await publishText(author, approver, 'gjj-0001', articleText({ title: '中途改了' }));
        await author.call('kb.retire', { params: { document: 'gjj-0002' }, body: { note: '废止' } });
      }
      return call(...asked);
    }) as never);
    await catchUp(client, copy, { pageSize: 8 });
    expect(copy.text('gjj-0001')).toContain('中途改了');
    expect(copy.text('gjj-0002')).toBeUndefined();
    await expectSame(copy, line.admin);
  });
});

describe('another hub', () => {
  it('replaces the copy as a whole', async () => {
    const [ours, theirs] = [
      await startLine('sqlite', { knowledge: articles(12, (place) => `甲${place}`) }),
      await startLine('sqlite', { knowledge: articles(9, (place) => `乙${place}`) }),
    ];
    const copy = await seatCopy();
    await catchUp(ours.admin, copy);
    await catchUp(theirs.admin, copy);
    await expectSame(copy, theirs.admin);
    expect(copy.documents()).toHaveLength(11);
    await catchUp(ours.admin, copy);
    await expectSame(copy, ours.admin);
  });

  it('does not mix with half a delta of the first', async () => {
    const [ours, theirs] = [
      await startLine('sqlite', { knowledge: articles(30, (place) => `甲${place}`) }),
      await startLine('sqlite', { knowledge: articles(9, (place) => `乙${place}`) }),
    ];
    const copy = await seatCopy();
    const first = await ours.admin.call('kb.changes', { query: { limit: 10 } });
    expect(copy.take(copy.position(), first, 1)).toBe('more');
    await catchUp(theirs.admin, copy);
    await expectSame(copy, theirs.admin);
  });
});

/** A hub of a few lines that answers `kb.changes` as it is told. */
const rawHub = async (answer: (query: URLSearchParams, count: number) => object | number): Promise<HubClient> => {
  let count = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const given = answer(new URL(request.url!, 'http://hub').searchParams, count++);
    response.writeHead(typeof given === 'number' ? given : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(given));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return clientOf(`http://127.0.0.1:${(server.address() as { port: number }).port}`, 'x', 1000);
};

const one: Change = { id: 'gjj-0001', kind: 'article', version: 1, revision: 7, text: '一' };
const wholeOne = { origin: 'raw', revision: 7, count: 1, hash: wholeHash([{ id: one.id, text: '一' }]) };

describe('a hub that lies', () => {
  it('about its hash is not believed, and the copy is as it was', async () => {
    const client = await rawHub(() => ({ ...wholeOne, hash: 'f'.repeat(64), changes: [one] }));
    const copy = await seatCopy();
    const before = copy.read();
    await expect(catchUp(client, copy)).rejects.toThrow(KnowledgeUnfit);
    expect(copy.read()).toEqual(before);
  });

  it('in a delta is asked for everything, once', async () => {
    const asked: string[] = [];
    const changed = { ...one, revision: 9, text: '二' };
    const now = { ...wholeOne, revision: 9, hash: wholeHash([{ id: one.id, text: '二' }]) };
    const client = await rawHub((query, count) => {
      asked.push(query.get('after')!);
      if (count === 0) return { ...wholeOne, changes: [one] };
      // The delta has lost its change on the way.
      return { ...now, changes: query.get('after') === '7' ? [] : [changed] };
    });
    const copy = await seatCopy();
    await catchUp(client, copy);
    await catchUp(client, copy);
    expect(asked).toEqual(['0', '7', '0']);
    expect(copy.text(one.id)).toBe('二');
  });

  it('about who it is, each time another, is given up', async () => {
    let asked = 0;
    const client = await rawHub((_, count) => {
      asked += 1;
      return { ...wholeOne, origin: `raw-${count}`, changes: [one], next: '7' };
    });
    await expect(catchUp(client, await seatCopy())).rejects.toThrow(KnowledgeUnfit);
    expect(asked).toBeLessThan(10);
  });

  it('tells its fault to the screen, asks again, and is current when it mends', async () => {
    const client = await rawHub((_, count) => ({
      ...wholeOne,
      changes: [one],
      ...(count < 1 && { hash: 'f'.repeat(64) }),
    }));
    const copy = await seatCopy();
    const reports: SyncReport[] = [];
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const sync = new KnowledgeSync({
      client,
      copy,
      loaded: copy.outline().documents,
      signal: ending.signal,
      report: (news) => void reports.push(news),
    });
    sync.feed({ kind: 'connected' });
    sync.feed({ kind: 'hello', seq: 7, now: '' });
    await until(
      () => reports,
      (all) => all.at(-1)?.state === 'current',
    );
    expect(reports.map(({ state, fault }) => [state, fault?.code])).toEqual([
      ['catching-up', undefined],
      ['failed', 'unfit'],
      ['current', undefined],
    ]);
    expect(reports[1]).toMatchObject({ revision: 0, origin: shippedOrigin, changed: [] });
  });

  it.each([
    ['refused', 401, { error: { code: 'not_signed_in', message: '未登录' } }, 'failed'],
    ['not-a-hub', 200, { hello: 'world' }, 'failed'],
    [undefined, 503, { error: { code: 'unavailable', message: '稍后' } }, 'offline'],
  ] as const)('or refuses (%s) leaves the copy and says so', async (code, status, body, state) => {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const client = clientOf(`http://127.0.0.1:${(server.address() as { port: number }).port}`, 'x', 200);
    const copy = await seatCopy();
    const reports: SyncReport[] = [];
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const sync = new KnowledgeSync({
      client,
      copy,
      loaded: copy.outline().documents,
      signal: ending.signal,
      report: (news) => void reports.push(news),
    });
    sync.feed({ kind: 'connected' });
    sync.feed({ kind: 'hello', seq: 0, now: '' });
    await until(
      () => reports,
      (all) => all.length >= 2,
    );
    expect(reports[1]).toMatchObject({ state, count: shipped.length });
    expect(reports[1]?.fault?.code).toBe(code);
    expect(sync.status).toMatchObject({ state });
  });
});

describe.each(storeKinds)('a connected seat at a hub on %s', (kind) => {
  it('has an article as soon as it is published, and finds it', async () => {
    const line = await startLine(kind, { knowledge: shipped, hubs: kind === 'postgres' ? 2 : 1 });
    const [author, approver] = [await line.person('centre'), await line.person('centre')];
    const expert = await line.person('expert', { hub: line.hubs.length - 1 });
    const copy = await seatCopy();
    const base = new KnowledgeBase(copy.documents());
    const seat = seatAt(expert, copy);
    await isCurrent(seat);
    const requests = requestsOf(expert);
    await publishText(author, approver, 'gjj-0031', articleText({ id: 'gjj-0031', title: '异地购房贷款' }));
    const told = await until(
      () => seat.reports.find(({ changed }) => changed.includes('gjj-0031')),
      (report) => report !== undefined,
    );
    expect(told).toMatchObject({ state: 'current', changed: ['gjj-0031'] });
    base.apply(told!.changed.map((id) => ({ id, text: copy.text(id) ?? null })));
    expect(base.find('异地购房').results[0]?.id).toBe('gjj-0031');
    await author.call('kb.retire', { params: { document: 'gjj-0031' }, body: { note: '废止' } });
    await until(
      () => copy.text('gjj-0031'),
      (text) => text === undefined,
    );
    expect(seat.reports.at(-1)).toMatchObject({ state: 'current', changed: ['gjj-0031'] });
    await expectSame(copy, line.admin);
    // The stream brought it; nothing was asked for.
    expect(requests).toEqual([]);
  });
});

describe('a connected seat', () => {
  it('catches up once at the start, and tells what came', async () => {
    const line = await startLine('sqlite', { knowledge: articles(5, (place) => `第${place}条`) });
    const requests = requestsOf(line.admin);
    const seat = seatAt(line.admin, await seatCopy());
    expect(seat.sync.status).toMatchObject({ state: 'offline', origin: shippedOrigin, checkedAt: null });
    await isCurrent(seat);
    expect(requests).toHaveLength(1);
    expect(seat.reports.map(({ state }) => state)).toEqual(['catching-up', 'current']);
    const ids = seat.copy.documents().map(({ id }) => id);
    expect(seat.reports[1]).toMatchObject({ revision: seat.copy.state().revision, count: 7 });
    expect(changesIn(seat)).toEqual([ids]);
  });

  it('that was away gets what it missed, and says how old the copy was meanwhile', async () => {
    const dataDir = await temporaryDir();
    const start = (title: string, port = 0): Promise<RunningHub> =>
      startHub({ dataDir, port, knowledge: articles(6, () => title), logLevel: 'silent', version: 'test' });
    const before = await start('上周');
    const client = clientOf(before.url, before.adminToken);
    let clock = 1000;
    const seat = seatAt(client, await seatCopy(), () => clock);
    await isCurrent(seat);
    clock = 2000;
    await before.close();
    await until(
      () => seat.reports.at(-1)?.state,
      (state) => state === 'offline',
    );
    expect(seat.sync.status).toMatchObject({ state: 'offline', syncedAt: 1000, checkedAt: 2000 });
    expect(seat.copy.text('gjj-0003')).toContain('上周');
    clock = 3000;
    const requests = requestsOf(client);
    const hub = await start('这周', Number(new URL(before.url).port));
    onTestFinished(() => hub.close());
    await isCurrent(seat);
    expect(seat.copy.text('gjj-0003')).toContain('这周');
    expect(seat.sync.status).toMatchObject({ syncedAt: 3000, checkedAt: 3000 });
    expect(changesIn(seat).at(-1)).toEqual(articles(6, () => '').flatMap(({ id }) => (id.includes('-') ? [id] : [])));
    await expectSame(seat.copy, clientOf(hub.url, hub.adminToken));
    expect(requests).toHaveLength(1);
  });

  it('that misses an event asks for what is missing', async () => {
    const line = await startLine('sqlite', { knowledge: shipped });
    const [author, approver] = [await line.person('centre'), await line.person('centre')];
    const copy = await seatCopy();
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const reports: SyncReport[] = [];
    const sync = new KnowledgeSync({
      client: line.admin,
      copy,
      loaded: copy.outline().documents,
      signal: ending.signal,
      report: (news) => void reports.push(news),
    });
    let lost = 1;
    void (async () => {
      for await (const message of liveStream(line.admin, { seat: false, signal: ending.signal })) {
        if (message.kind === 'line' && message.event.knowledge && lost-- > 0) continue;
        sync.feed(message);
      }
    })().catch(() => undefined);
    await until(
      () => reports.at(-1)?.state,
      (state) => state === 'current',
    );
    await publishText(author, approver, 'gjj-0001', articleText({ title: '第一改' }));
    await publishText(author, approver, 'gjj-0002', articleText({ id: 'gjj-0002', title: '第二改' }));
    await until(
      () => copy.text('gjj-0002'),
      (text) => text!.includes('第二改'),
    );
    await until(
      () => reports.at(-1)?.state,
      (state) => state === 'current',
    );
    expect(copy.text('gjj-0001')).toContain('第一改');
    await expectSame(copy, line.admin);
  });

  it('asks one thing at a time, however often it is told to', async () => {
    let now = 0;
    let most = 0;
    const server = createServer((_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ ...wholeOne, changes: [one] }));
      }, 30);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const client = clientOf(`http://127.0.0.1:${(server.address() as { port: number }).port}`, 'x', 5000);
    const copy = await seatCopy();
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const states: string[] = [];
    const sync = new KnowledgeSync({
      client,
      copy,
      loaded: copy.outline().documents,
      signal: ending.signal,
      report: ({ state }) => states.push(state),
    });
    sync.feed({ kind: 'connected' });
    for (let seq = 7; seq < 20; seq++) sync.feed({ kind: seq % 2 ? 'hello' : 'reset', seq, now: '' });
    await until(
      () => states.at(-1),
      (state) => state === 'current',
    );
    expect(most).toBe(1);
    expect(copy.text(one.id)).toBe('一');
  });

  it('asks once more for what is published while it is asking', async () => {
    const changed = { ...one, version: 2, revision: 9, text: '二' };
    const later = { ...wholeOne, revision: 9, hash: wholeHash([{ id: one.id, text: '二' }]), changes: [changed] };
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const states: string[] = [];
    const client = await rawHub((_, count) => {
      // The stream tells it after the hub has read what it answers, and before the answer is here.
      if (count === 0)
        sync.feed({ kind: 'line', event: { knowledge: { previous: 7, revision: 9, change: changed } } as never });
      return count === 0 ? { ...wholeOne, changes: [one] } : later;
    });
    const copy = await seatCopy();
    const sync = new KnowledgeSync({
      client,
      copy,
      loaded: copy.outline().documents,
      signal: ending.signal,
      report: ({ state }) => states.push(state),
    });
    sync.feed({ kind: 'connected' });
    sync.feed({ kind: 'hello', seq: 7, now: '' });
    await until(
      () => states.at(-1),
      (state) => state === 'current',
    );
    expect(copy.text(one.id)).toBe('二');
    expect(copy.state().revision).toBe(9);
  });

  it('tells what another program has put into the copy since it was read', async () => {
    const line = await startLine('sqlite', { knowledge: shipped });
    const dir = await temporaryDir();
    const copy = openCopy(dir);
    onTestFinished(() => copy.close());
    const loaded = copy.outline().documents;
    await catchUp(line.admin, copy);
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const reports: SyncReport[] = [];
    const sync = new KnowledgeSync({
      client: line.admin,
      copy,
      loaded,
      signal: ending.signal,
      report: (news) => void reports.push(news),
    });
    sync.feed({ kind: 'connected' });
    sync.feed({ kind: 'hello', seq: 0, now: '2026-01-01T00:00:00Z' });
    await until(
      () => reports.at(-1)?.state,
      (state) => state === 'current',
    );
    expect(reports.flatMap(({ changed }) => changed).length).toBe(copy.outline().documents.length);
  });

  it('goes on when the copy could not be read once', async () => {
    const line = await startLine('sqlite', { knowledge: shipped });
    const copy = openCopy(await temporaryDir());
    onTestFinished(() => copy.close());
    const ending = new AbortController();
    onTestFinished(() => ending.abort());
    const states: string[] = [];
    const sync = new KnowledgeSync({
      client: line.admin,
      copy,
      loaded: [],
      signal: ending.signal,
      report: ({ state }) => states.push(state),
    });
    const outline = vi.spyOn(copy, 'outline').mockImplementationOnce(() => {
      throw new Error('database is locked');
    });
    sync.feed({ kind: 'connected' });
    sync.feed({ kind: 'hello', seq: 0, now: '2026-01-01T00:00:00Z' });
    await until(
      () => states.at(-1),
      (state) => state === 'current',
    );
    outline.mockRestore();
  });

  it('shares its folder with another one and with a command', async () => {
    const line = await startLine('sqlite', { knowledge: articles(20, (place) => `第${place}条`) });
    const [author, approver] = [await line.person('centre'), await line.person('centre')];
    const dir = await temporaryDir();
    const people = [await line.person('expert'), await line.person('expert')];
    const seats = [seatAt(people[0]!, await seatCopy(dir)), seatAt(people[1]!, await seatCopy(dir))];
    const command = await seatCopy(dir);
    await catchUp(line.admin, command, { pageSize: 3 });
    for (const seat of seats) await isCurrent(seat);
    for (let turn = 0; turn < 5; turn++) {
      const id = `gjj-000${turn + 1}`;
      await publishText(author, approver, id, articleText({ id, title: `第${turn}改` }));
    }
    await catchUp(line.admin, command);
    // Whoever wrote it, each screen is told of each document.
    for (const seat of seats) {
      await until(
        () => new Set(seat.reports.slice(2).flatMap(({ changed }) => changed)),
        (ids) => ids.size >= 5,
      );
      await isCurrent(seat);
      await expectSame(seat.copy, line.admin);
      expect(seat.reports.some(({ state }) => state === 'failed')).toBe(false);
    }
  });

  it('that ends leaves the copy with the time of its end, and does nothing more', async () => {
    const line = await startLine('sqlite', { knowledge: shipped });
    let clock = 1000;
    const seat = seatAt(line.admin, await seatCopy(), () => clock);
    await isCurrent(seat);
    clock = 9000;
    seat.stop();
    const { length } = seat.reports;
    expect(seat.copy.state().checkedAt).toBe(9000);
    seat.sync.feed({ kind: 'hello', seq: 1, now: '' });
    seat.copy.close();
    await line.admin.call('health.live', {});
    expect(seat.reports).toHaveLength(length);
  });
});

describe('without a hub', () => {
  it('one catch-up says that nobody answers, and the copy is there', async () => {
    const client = new HubClient({ url: 'http://127.0.0.1:9', token: 'x', language: 'en', timeoutMs: 100 });
    onTestFinished(() => client.close());
    const copy = await seatCopy();
    await expect(catchUp(client, copy)).rejects.toThrow(HubUnreachable);
    expect(copy.documents()).toHaveLength(shipped.length);
  });

  it('a refused catch-up says what the hub says', async () => {
    const line = await startLine('sqlite', { knowledge: shipped });
    const stranger = clientOf(line.hubs[0]!.url, 'nobody');
    await expect(catchUp(stranger, await seatCopy())).rejects.toThrow(HubError);
  });
});
