import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { saveDraft, topicsText } from '../support/knowledge.ts';
import { type Line, startLine, transferOf } from '../support/line.ts';
import { keptKinds, type StoreKind, storeKinds } from '../support/stores.ts';

type Execute = (statement: string) => Promise<void>;

/** Someone with their hands in the store, past the hub. */
const intruder = async (kind: StoreKind, line: Line): Promise<Execute> => {
  if (kind === 'sqlite') {
    const database = new DatabaseSync(path.join(line.dataDir, 'hub.sqlite'), { timeout: 5000 });
    onTestFinished(() => database.close());
    return async (statement) => database.exec(statement);
  }
  const client = new pg.Client({ connectionString: line.store });
  await client.connect();
  onTestFinished(() => client.end());
  return async (statement) => void (await client.query(statement));
};

/** A line with three tickets: one closed, one dispatched, one open. */
const workedLine = async (kind: StoreKind) => {
  const line = await startLine(kind);
  const expert = await line.person('expert', { name: '李敏' });
  for (const name of ['刘女士', '王先生', '张女士'])
    await line.admin.call('calls.transfer', { body: transferOf({ name }) });
  await expert.call('seat.change', { body: { state: 'ready' } });
  const first = await expert.call('calls.take-next', { body: {} });
  const params = { number: first.ticket.number };
  await expert.call('tickets.close', { params, body: { category: '咨询', answer: '已答复' } });
  const second = await expert.call('calls.take-next', { body: {} });
  const order = { unit: '贷款部', reason: '查进度' };
  await expert.call('tickets.dispatch', { params: { number: second.ticket.number }, body: order });
  await saveDraft(line.admin, 'topics', topicsText);
  await expert.call('kb.correct', { params: { document: 'topics' }, body: { note: '漏了一项' } });
  const times = { startedAt: '2026-11-20T09:00:00+08:00', endedAt: '2026-11-20T09:06:30+08:00' };
  const outcome = { subject: 'rent-01', title: '租房提取', score: 59.5, passed: false, weak: ['gjj.wd.rent'] };
  const run = { id: randomUUID(), kind: 'run' as const, seal: '0'.repeat(64), ...outcome, ...times };
  await expert.call('practice.submit', { body: { results: [run] } });
  await line.admin.call('settings.change', { body: { offerSeconds: 20 } });
  return { line, first: first.ticket.number, second: second.ticket.number };
};

const row = (
  seq: string,
) => `insert into events (seq, at, type, actor, kind, subject, call, ticket, data, state, prev, hash)
  select ${seq}, at, type, actor, kind, subject, call, ticket, data, state, prev, hash from events where seq = 5`;

/** Each a way to tamper, and the row that verify must name. `$1` and `$2` are the first and second ticket. */
const tamperings: [string, string[], { table: string; row?: string; fault: string }][] = [
  [
    'an event reworded',
    [`update events set data = '{"domain":"shebao"}' where seq = 4`],
    { table: 'events', row: '4', fault: 'changed' },
  ],
  [
    'an event blamed on another',
    [`update events set actor = 'system' where seq = 6`],
    { table: 'events', row: '6', fault: 'changed' },
  ],
  [
    'an event moved in time',
    [`update events set at = at + 1 where seq = 3`],
    { table: 'events', row: '3', fault: 'changed' },
  ],
  ['an event removed', ['delete from events where seq = 5'], { table: 'events', row: '5', fault: 'removed' }],
  ['the first event removed', ['delete from events where seq = 1'], { table: 'events', row: '1', fault: 'removed' }],
  [
    'the last event removed',
    ['delete from events where seq = (select seq from chain)'],
    { table: 'events', fault: 'removed' },
  ],
  [
    'the last event removed and the head moved back',
    [
      'delete from events where seq = (select seq from chain)',
      'update chain set seq = seq - 1, hash = (select hash from events order by seq desc limit 1)',
    ],
    { table: 'settings', row: 'hotline', fault: 'inserted' },
  ],
  ['an event added', [row('(select seq + 1 from chain)')], { table: 'events', fault: 'inserted' }],
  ['an event before the first', [row('0')], { table: 'events', row: '0', fault: 'inserted' }],
  [
    'an event added and the head moved on',
    [
      row('(select seq + 1 from chain)'),
      'update chain set seq = seq + 1, hash = (select hash from events where seq = 5)',
    ],
    { table: 'events', fault: 'changed' },
  ],
  [
    'two events swapped',
    [
      'update events set seq = -4 where seq = 4',
      'update events set seq = 4 where seq = 6',
      'update events set seq = 6 where seq = -4',
    ],
    { table: 'events', row: '4', fault: 'changed' },
  ],
  ['the head forged', [`update chain set hash = '${'0'.repeat(64)}'`], { table: 'chain', row: '1', fault: 'changed' }],
  [
    'an answer changed',
    [`update tickets set answer = '没有答复' where number = '$1'`],
    { table: 'tickets', row: '$1', fault: 'changed' },
  ],
  [
    'a deadline moved',
    [`update tickets set deadline = deadline + 1 where number = '$2'`],
    { table: 'tickets', row: '$2', fault: 'changed' },
  ],
  [
    'a ticket reopened',
    [`update tickets set state = 'open' where number = '$2'`],
    { table: 'tickets', row: '$2', fault: 'changed' },
  ],
  ['a ticket removed', [`delete from tickets where number = '$1'`], { table: 'tickets', row: '$1', fault: 'removed' }],
  [
    'a ticket inserted',
    [
      `insert into tickets select 'JN20000101-000001', 'x', state, domain, topic, phone, name, question, category, answer, articles, unit,
       reason, urgency, deadline, opened_at, handled_at, handled_by, revision, sms from tickets where number = '$1'`,
    ],
    { table: 'tickets', row: 'JN20000101-000001', fault: 'inserted' },
  ],
  [
    'two tickets swapped',
    [
      `update tickets set number = 'x' where number = '$1'`,
      `update tickets set number = '$1' where number = '$2'`,
      `update tickets set number = '$2' where number = 'x'`,
    ],
    { table: 'tickets', row: '$1', fault: 'changed' },
  ],
  [
    'a phone number changed',
    [`update calls set phone = '110' where ticket = '$1'`],
    { table: 'calls', fault: 'changed' },
  ],
  [
    'a call given to another',
    [`update calls set seat = 'x' where ticket = '$2'`],
    { table: 'calls', fault: 'changed' },
  ],
  ['a role raised', [`update users set role = 'admin' where name = '李敏'`], { table: 'users', fault: 'changed' }],
  [
    'a user slipped in',
    [`insert into users values ('0', 'mallory', 'admin', '[]', 'hash', 0, 1, 1)`],
    { table: 'users', row: '0', fault: 'inserted' },
  ],
  [
    'a text changed',
    [`update versions set text = text || 'x'`],
    { table: 'versions', row: 'topics@1', fault: 'changed' },
  ],
  [
    'a version approved past the rules',
    [`update versions set state = 'published'`],
    { table: 'versions', row: 'topics@1', fault: 'changed' },
  ],
  ['a correction answered', [`update corrections set state = 'declined'`], { table: 'corrections', fault: 'changed' }],
  ['a correction removed', ['delete from corrections'], { table: 'corrections', fault: 'removed' }],
  [
    'a run of practice passed',
    ['update practice_results set passed = 1'],
    { table: 'practice_results', fault: 'changed' },
  ],
  [
    'a score raised a little',
    ['update practice_results set score = 59.6'],
    { table: 'practice_results', fault: 'changed' },
  ],
  ['a run of practice removed', ['delete from practice_results'], { table: 'practice_results', fault: 'removed' }],
  [
    'a run of practice made up',
    [
      `insert into practice_results select 'x', person, class, kind, subject, title, score, passed, started_at, ended_at, weak, seal,
       submitted_at, revision from practice_results`,
    ],
    { table: 'practice_results', row: 'x', fault: 'inserted' },
  ],
  ['a seat changed', [`update seats set declared = 'offline'`], { table: 'seats', fault: 'changed' }],
  [
    'the settings changed',
    [`update settings set value = '{}'`],
    { table: 'settings', row: 'hotline', fault: 'changed' },
  ],
];

describe.each(keptKinds)('audit verify on %s', (kind) => {
  it.each(tamperings)('names %s', async (_, statements, expected) => {
    const { line, first, second } = await workedLine(kind);
    const whole = await line.admin.call('audit.verify', {});
    expect(whole).toMatchObject({ ok: true });
    expect(whole.events).toBeGreaterThan(10);
    const fill = (text: string) => text.replaceAll('$1', first).replaceAll('$2', second);
    const execute = await intruder(kind, line);
    for (const statement of statements) await execute(fill(statement));
    const verdict = await line.admin.call('audit.verify', {});
    expect(verdict.ok).toBe(false);
    expect(verdict.broken).toMatchObject({ ...expected, ...(expected.row && { row: fill(expected.row) }) });
  });
});

describe.each(storeKinds)('audit verify on %s', (kind) => {
  it('goes on being true while work goes on', async () => {
    const { line } = await workedLine(kind);
    let done = false;
    const load = (async () => {
      while (!done) await line.admin.call('calls.transfer', { body: transferOf() });
    })();
    for (let turn = 0; turn < 10; turn++) expect((await line.admin.call('audit.verify', {})).ok).toBe(true);
    done = true;
    await load;
  });
});
