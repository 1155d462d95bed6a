import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import { ErrorReply } from '../../src/contract/errors.ts';
import { openApi } from '../../src/contract/openapi.ts';
import type { Route } from '../../src/contract/route.ts';
import { routes } from '../../src/contract/routes.ts';
import { Nothing } from '../../src/contract/shapes/call.ts';
import { type Role, roles } from '../../src/domain/user/role.ts';
import { type RunningHub, startHub } from '../../src/hub/start-hub.ts';
import { expectNoNumberBelow } from '../support/personal-numbers.ts';

const table = Object.entries(routes) as [string, Route][];
const guarded = table.filter(([, row]) => row.roles !== 'anyone');
const mutations = table.filter(([, row]) => row.method !== 'GET');

let hub: RunningHub;
let dataDir: string;
let admin: HubClient;
let call: string;
let ticket: string;
/** A value of every parameter of a path. */
let samples: Record<string, string>;
const tokens = {} as Record<Role, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'expert-seat-walk-'));
  hub = await startHub({ dataDir, logLevel: 'silent', version: 'test' });
  admin = new HubClient({ url: hub.url, token: hub.adminToken, language: 'en', timeoutMs: 10_000 });
  for (const role of roles) tokens[role] = (await admin.call('users.add', { body: { name: `a ${role}`, role } })).token;
  const body = { phone: '13800001000', name: '刘女士', domain: 'gongjijin', question: '问' };
  const made = await admin.call('calls.transfer', { body });
  [call, ticket] = [made.call.id, made.ticket.number];
  const text = 'topic\tdomain\tgroup\tname\n';
  await admin.call('kb.draft', { params: { document: 'topics' }, body: { text, note: '首次录入', base: null } });
  const filed = await admin.call('kb.correct', { params: { document: 'topics' }, body: { note: '漏了一项' } });
  samples = { id: call, number: ticket, user: 'a trainee', document: 'topics', correction: filed.correction.id };
});
afterAll(async () => {
  await admin.close();
  await hub.close();
  expectNoNumberBelow(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

interface Sent {
  token?: string;
  body?: string;
  query?: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
}

const pathOf = (row: Route, params: Record<string, string>): string =>
  row.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? samples[name]!);

const send = async (row: Route, { token, body, query = '', params = {}, headers = {} }: Sent) => {
  const response = await fetch(hub.url + pathOf(row, params) + query, {
    method: row.method,
    headers: {
      'accept-language': 'en',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(row.method !== 'GET' && { 'idempotency-key': randomUUID(), 'content-type': 'application/json' }),
      ...headers,
    },
    ...(row.method !== 'GET' && { body: body ?? '{}' }),
    signal: AbortSignal.timeout(10_000),
  });
  return { status: response.status, text: await response.text() };
};

/** Refused with this status, in the form of the contract, without a word of the hub's inside. */
const expectRefusal = (answer: { status: number; text: string }, ...statuses: number[]) => {
  expect(statuses, answer.text).toContain(answer.status);
  expect(answer.text).not.toMatch(/\bat .+\.(ts|js):\d+|node_modules/);
  return ErrorReply.parse(JSON.parse(answer.text)).error;
};

/** Nothing has changed since: the chain's head and the rows it speaks of. */
const unchanged = async (work: () => Promise<void>): Promise<void> => {
  const before = await admin.call('audit.verify', {});
  await work();
  expect(await admin.call('audit.verify', {})).toEqual(before);
};

describe.each(guarded)('%s', (_, row) => {
  it('refuses a stranger and a rubbish token', async () => {
    await unchanged(async () => {
      for (const token of [undefined, 'x', 'es_wrong', 'a b', hub.adminToken.slice(0, -1)]) {
        expect(expectRefusal(await send(row, token === undefined ? {} : { token }), 401).code).toBe('not_signed_in');
      }
      expectRefusal(await send(row, { headers: { authorization: `Basic ${hub.adminToken}` } }), 401);
    });
  });

  it('refuses every wrong role', async () => {
    const wrong = row.roles === 'signed-in' ? [] : roles.filter((role) => !row.roles.includes(role));
    const refuse = async (role: Role): Promise<void> => {
      expect(expectRefusal(await send(row, { token: tokens[role] }), 403).code).toBe('not_allowed');
    };
    if (!row.recorded) {
      await unchanged(async () => {
        for (const role of wrong) await refuse(role);
      });
      return;
    }
    // Who may not look into accounts and tries is in the audit log, besides an alert when it was often.
    for (const role of wrong) {
      await refuse(role);
      const { events } = await admin.call('accounts.log', { query: { limit: 2 } });
      const last = events.find(({ type }) => type !== 'query.alerted');
      expect(last).toMatchObject({
        type: 'query.refused',
        call,
        actor: { name: `a ${role}` },
        data: { code: 'not_allowed' },
      });
    }
  });
});

/** A zod object, or one of several. */
interface Shaped {
  shape?: Record<string, unknown>;
}

const rubbishBodies = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '1e999',
  '{"__proto__":{"a":1}}',
  `${'['.repeat(1000)}${']'.repeat(1000)}`,
  `{"x":"${'y'.repeat(300_000)}"}`,
  '{"unknown":1}',
  '\u0000',
];
const rubbishValues = [
  null,
  1,
  true,
  [],
  {},
  '',
  ' ',
  '\u001b[31m',
  '\ud800',
  '\u0000',
  '\u202e',
  'x'.repeat(10_001),
  ['\u0000'],
  { a: [] },
];

describe.each(mutations)('%s with rubbish', (_, row) => {
  it('answers every rubbish body with a refusal', async () => {
    await unchanged(async () => {
      for (const body of rubbishBodies) {
        expectRefusal(await send(row, { token: hub.adminToken, body }), 400, 413, 415, 422);
      }
      expectRefusal(await send(row, { token: hub.adminToken, headers: { 'content-type': 'text/xml' } }), 400, 415);
    });
  });

  it('names the field for every rubbish value of every field', async () => {
    const { shape, options } = row.body as unknown as Shaped & { options?: readonly Shaped[] };
    const fields = new Set(
      [shape, ...(options ?? []).map((option) => option.shape)].flatMap((one) => Object.keys(one ?? {})),
    );
    expect(fields.size > 0 || row.body === Nothing).toBe(true);
    for (const field of fields) {
      for (const value of rubbishValues) {
        const answer = await send(row, { token: hub.adminToken, body: JSON.stringify({ [field]: value }) });
        expect(answer.status, answer.text).toBeLessThan(500);
        if (answer.status === 422) expect(ErrorReply.parse(JSON.parse(answer.text)).error.message).toMatch(/\w/);
      }
    }
  });

  it('wants an idempotency key', async () => {
    for (const key of ['', 'short', 'x'.repeat(129), 'with space in it']) {
      const answer = await send(row, { token: hub.adminToken, headers: { 'idempotency-key': key } });
      expectRefusal(answer, 400, 422);
    }
  });
});

describe('paths and queries', () => {
  const parametrised = guarded.filter(([, row]) => row.params);

  it.each(parametrised)('%s refuses rubbish in its path', async (_, row) => {
    await unchanged(async () => {
      for (const rubbish of [
        '%00',
        '%FF',
        'x'.repeat(3000),
        '%1b%5b31m',
        '..%2f..%2fetc',
        '%F0%9F%98%80',
        "'%20or%201=1",
        '%E2%80%AE',
      ]) {
        const params = Object.fromEntries(Object.keys(samples).map((name) => [name, rubbish]));
        expectRefusal(await send(row, { token: hub.adminToken, params }), 400, 404, 414, 422);
      }
    });
  });

  it.each(guarded.filter(([, row]) => row.query && row.reply !== 'events'))(
    '%s refuses rubbish in its query',
    async (_, row) => {
      const shape = (row.query as unknown as { shape: Record<string, unknown> }).shape;
      for (const field of Object.keys(shape)) {
        for (const rubbish of ['%00', '-1', 'x'.repeat(2000), '%1b', '[]', '1e999', "'--"]) {
          const answer = await send(row, { token: hub.adminToken, query: `?${field}=${rubbish}` });
          expect(answer.status, `${field}=${rubbish}: ${answer.text}`).toBeLessThan(500);
        }
      }
      expectRefusal(await send(row, { token: hub.adminToken, query: '?no-such-field=1' }), 422);
    },
  );

  it('a route that does not exist, in the language asked for', async () => {
    const response = await fetch(`${hub.url}/nowhere`, { headers: { 'accept-language': 'zh-CN' } });
    const { error } = ErrorReply.parse(await response.json());
    expect(response.status).toBe(404);
    expect(error.message).toMatch(/没有这个接口/);
  });
});

describe('what anyone may ask', () => {
  it.each(table.filter(([, row]) => row.roles === 'anyone'))('%s', async (_, row) => {
    expect((await send(row, {})).status).toBe(200);
  });

  it('OpenAPI holds every route, and every reference in it resolves', () => {
    const document = openApi('1.0.0') as { paths: Record<string, Record<string, { operationId: string }>> };
    const operations = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual(table.map(([name]) => name).sort());
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference!
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect(found, reference).toBeDefined();
    }
  });
});
