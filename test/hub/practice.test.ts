import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import type { Route } from '../../src/contract/route.ts';
import { type BodyOf, type QueryOf, type RouteName, routes } from '../../src/contract/routes.ts';
import { submissionBodyLimit } from '../../src/contract/shapes/practice.ts';
import { clientOf, refusalOf, startLine } from '../support/line.ts';
import { rawStream } from '../support/raw-stream.ts';
import { storeKinds } from '../support/stores.ts';

type Result = BodyOf<'practice.submit'>['results'][number];

const result = (change: Partial<Result> = {}): Result => ({
  id: randomUUID(),
  kind: 'run',
  subject: 'rent-01',
  title: '没租房合同怎么提取',
  score: 86.5,
  passed: true,
  startedAt: '2026-11-20T09:00:00+08:00',
  endedAt: '2026-11-20T09:06:30+08:00',
  weak: ['gjj.wd.rent'],
  seal: 'ab'.repeat(32),
  ...change,
});

const submit = (person: HubClient, results: Result[], className?: string) =>
  person.call('practice.submit', { body: { results, ...(className && { class: className }) } });
const listed = async (person: HubClient, query: QueryOf<'practice.results'> = {}) =>
  (await person.call('practice.results', { query })).results;
const idsOf = async (person: HubClient, query: QueryOf<'practice.results'> = {}) =>
  (await listed(person, query)).map(({ id }) => id);
const headOf = async (admin: HubClient) => (await admin.call('audit.verify', {})).head;

describe.each(storeKinds)('results of practice on %s', (kind) => {
  it('are kept as they were handed in, each with an event in the chain', async () => {
    const line = await startLine(kind);
    const trainee = await line.person('trainee', { name: '王芳' });
    const { user } = await trainee.call('me', {});
    const exam = result({ kind: 'exam', subject: 'basics', title: '上岗考试', score: 100, weak: [] });
    const run = result({ id: randomUUID().toUpperCase(), score: 0.1, passed: false });
    const reply = await submit(trainee, [exam, run], '一期班');
    const ids = [exam.id, run.id.toLowerCase()];
    const submittedAt = reply.results[0]!.submittedAt;
    expect(reply.results).toEqual(ids.map((id) => ({ id, added: true, class: '一期班', submittedAt })));
    const results = await listed(trainee);
    expect(results).toEqual([
      {
        ...run,
        id: ids[1],
        class: '一期班',
        person: { id: user.id, name: '王芳' },
        startedAt: '2026-11-20T09:00:00.000+08:00',
        endedAt: '2026-11-20T09:06:30.000+08:00',
        submittedAt,
        revision: expect.any(Number),
      },
      expect.objectContaining({ id: exam.id, score: 100, passed: true, weak: [] }),
    ]);
    const { events } = await line.admin.call('audit.list', { query: { kind: 'practice', order: 'oldest' } });
    expect(events).toEqual([
      expect.objectContaining({
        type: 'practice.submitted',
        actor: { id: user.id, name: '王芳' },
        subject: exam.id,
        data: { kind: 'exam', subject: 'basics', score: 100, passed: true },
      }),
      expect.objectContaining({
        subject: ids[1],
        data: { kind: 'run', subject: 'rent-01', score: 0.1, passed: false },
      }),
    ]);
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('handed in again change nothing; with other content, or by another person, they are refused and so is what came with them', async () => {
    const line = await startLine(kind);
    const [trainee, other] = [await line.person('trainee'), await line.person('trainee')];
    const first = result();
    const { results } = await submit(trainee, [first], '一期班');
    const before = await headOf(line.admin);
    // The same moments, otherwise written.
    const again = { ...first, startedAt: '2026-11-20T01:00:00Z', endedAt: '2026-11-20T01:06:30.000Z' };
    expect((await submit(trainee, [again, first], '二期班')).results).toEqual([{ ...results[0], added: false }]);
    const changes: Partial<Result>[] = [
      { kind: 'exam' },
      { subject: 'rent-02' },
      { title: '另一个' },
      { score: 86.6 },
      { passed: false },
      { startedAt: '2026-11-20T09:00:00.001+08:00' },
      { endedAt: '2026-11-20T09:06:31+08:00' },
      { weak: [] },
      { seal: 'cd'.repeat(32) },
    ];
    for (const change of changes) {
      const refused = submit(trainee, [result(), { ...first, ...change }]);
      expect(await refusalOf(refused), JSON.stringify(change)).toBe('result_conflict');
    }
    const twice = result();
    expect(await refusalOf(submit(trainee, [twice, { ...twice, score: 1 }]))).toBe('result_conflict');
    const stolen = await submit(other, [result(), first]).catch((error) => error);
    expect(stolen).toMatchObject({ code: 'result_conflict', exit: 4, details: { result: first.id } });
    expect(stolen.message).toContain(first.id);
    expect(await headOf(line.admin)).toBe(before);
    expect(await idsOf(line.admin)).toEqual([first.id]);
    // Of the new ones among known ones, only those are added.
    const added = (await submit(trainee, [first, twice])).results.map((one) => one.added);
    expect(added).toEqual([false, true]);
  });

  it('are seen by those who teach and inspect, else by whose they are', async () => {
    const line = await startLine(kind);
    const people = await Promise.all(
      (['trainee', 'trainee', 'expert', 'supervisor', 'admin'] as const).map((role) => line.person(role)),
    );
    const results = people.map(() => result());
    for (const [place, person] of people.entries()) await submit(person, [results[place]!]);
    const all = results.map(({ id }) => id).reverse();
    const inspector = await line.person('inspector');
    for (const person of [people[3]!, people[4]!, inspector]) expect(await idsOf(person)).toEqual(all);
    for (const place of [0, 1, 2]) {
      expect(await idsOf(people[place]!)).toEqual([results[place]!.id]);
      expect(await idsOf(people[place]!, { person: (await people[3]!.call('me', {})).user.id })).toEqual([]);
    }
    expect(await refusalOf(submit(inspector, [result()]))).toBe('not_allowed');
    for (const role of ['frontline', 'centre'] as const) {
      const stranger = await line.person(role);
      expect(await refusalOf(submit(stranger, [result()]))).toBe('not_allowed');
      expect(await refusalOf(listed(stranger))).toBe('not_allowed');
    }
  });

  it('are found by class, person, kind and time, page by page', async () => {
    const line = await startLine(kind);
    const [one, two] = [await line.person('trainee', { name: '王芳' }), await line.person('trainee')];
    const day = (day: number) => {
      const at = `2026-11-${day}T09:00:00+08:00`;
      return { startedAt: at, endedAt: at };
    };
    const [a, b, c, d] = [result(day(10)), result({ ...day(11), kind: 'exam' }), result(day(12)), result(day(13))];
    await submit(one, [a, b], '一期班');
    await submit(one, [c]);
    await submit(two, [d], '一期班');
    const found = (query: QueryOf<'practice.results'>) => idsOf(line.admin, { order: 'oldest', ...query });
    expect(await found({})).toEqual([a.id, b.id, c.id, d.id]);
    expect(await found({ class: '一期班' })).toEqual([a.id, b.id, d.id]);
    expect(await found({ person: '王芳' })).toEqual([a.id, b.id, c.id]);
    const { user } = await two.call('me', {});
    expect(await found({ person: user.id })).toEqual([d.id]);
    expect(await found({ person: '没有这个人' })).toEqual([]);
    expect(await found({ kind: 'exam' })).toEqual([b.id]);
    expect(await found({ since: day(11).endedAt, until: day(13).endedAt })).toEqual([b.id, c.id]);
    for (const order of ['newest', 'oldest'] as const) {
      const pages: string[] = [];
      let after: string | undefined;
      do {
        const query = { order, limit: 2, ...(after && { after }) };
        const page = await line.admin.call('practice.results', { query });
        pages.push(...page.results.map(({ id }) => id));
        after = page.next;
      } while (after);
      const all = await found({});
      expect(pages).toEqual(order === 'newest' ? all.reverse() : all);
    }
  });
});

it('two hundred of the longest kind are handed in at once, and not one more', async () => {
  const { admin } = await startLine('memory');
  const weak = Array.from({ length: 50 }, (_, place) => `gjj.${'x'.repeat(57)}-${10 + place}`);
  const longest = () => result({ title: '提'.repeat(120), subject: 'x'.repeat(64), weak });
  const most = Array.from({ length: 200 }, longest);
  // As JSON may also be written.
  const escaped = JSON.stringify({ class: '班'.repeat(40), results: most }).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
  expect(Buffer.byteLength(escaped)).toBeLessThan(submissionBodyLimit);
  expect((await submit(admin, most)).results).toHaveLength(200);
  expect(await listed(admin, { limit: 500 })).toHaveLength(200);
  expect(await refusalOf(submit(admin, [...most, longest()]))).toBe('invalid_input');
  expect(await refusalOf(submit(admin, []))).toBe('invalid_input');
});

it('a result that is none is refused by its field, in words', async () => {
  const line = await startLine('memory');
  const wrong: [Partial<Result> & { answer?: string }, string, string][] = [
    [{ id: 'x' }, 'results.0.id', ''],
    [{ score: -1 }, 'results.0.score', ''],
    [{ score: 100.5 }, 'results.0.score', ''],
    [{ subject: '../x' }, 'results.0.subject', '场景或试卷'],
    [{ title: '\u001b[31m' }, 'results.0.title', '不能为空'],
    [{ weak: Array.from({ length: 51 }, () => 'gjj.wd') }, 'results.0.weak', ''],
    [{ weak: ['提取'] }, 'results.0.weak.0', '主题代码'],
    [{ seal: 'AB'.repeat(32) }, 'results.0.seal', 'SHA-256'],
    [{ endedAt: '2026-11-20T08:59:59+08:00' }, 'results.0.endedAt', '结束时间早于开始时间'],
    [{ startedAt: '2026-11-20' }, 'results.0.startedAt', ''],
    // What was said stays with the person.
    [{ answer: '可以提取' }, 'results.0.answer', '没有这个字段'],
  ];
  const trainee = await line.person('trainee');
  for (const [change, field, words] of wrong) {
    const refused = await submit(trainee, [result(change as Partial<Result>)]).catch((error) => error);
    expect(refused, JSON.stringify(change)).toMatchObject({ code: 'invalid_input' });
    expect(refused.details.problems, field).toEqual([{ field, problem: expect.stringContaining(words) }]);
  }
});

it('is all that a trainee does at a hub, besides reading the knowledge base and saying what is wrong in it', async () => {
  const open = (Object.entries(routes) as [RouteName, Route][]).filter(
    ([, { roles }]) => roles === 'signed-in' || (roles !== 'anyone' && roles.includes('trainee')),
  );
  expect(open.map(([name]) => name).sort()).toEqual([
    'events',
    'kb.changes',
    'kb.correct',
    'kb.corrections',
    'kb.document',
    'kb.documents',
    'kb.history',
    'me',
    'practice.results',
    'practice.submit',
    'settings.show',
  ]);
});

it('results are no news to a seat', async () => {
  const line = await startLine('memory');
  const supervisor = await line.person('supervisor');
  const stream = await rawStream(line.hubs[0]!.url, supervisor.options.token!);
  await stream.frame(({ event }) => event === 'hello');
  await submit(supervisor, [result()]);
  await line.admin.call('settings.change', { body: { offerSeconds: 30 } });
  const first = await stream.frame(({ event }) => event === 'line');
  expect(JSON.parse(first.data!).type).toBe('settings.changed');
});

it('a result is of the person and not of their token', async () => {
  const line = await startLine('memory');
  const trainee = await line.person('trainee', { name: '王芳' });
  const first = result();
  await submit(trainee, [first]);
  const { token } = await line.admin.call('users.rotate-token', { params: { user: '王芳' }, body: {} });
  const again = clientOf(line.hubs[0]!.url, token);
  expect((await submit(again, [first])).results).toMatchObject([{ added: false }]);
  expect(await idsOf(again)).toEqual([first.id]);
});
