import { describe, expect, it } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import { HubError } from '../../src/client/hub-error.ts';
import type { Change } from '../../src/contract/shapes/knowledge.ts';
import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import { textHash, wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { plainText } from '../../src/domain/text/plain-text.ts';
import { type Role, roles } from '../../src/domain/user/role.ts';
import { startHub } from '../../src/hub/start-hub.ts';
import { articleText, policyText, publishText, saveDraft, shipped, topicsText } from '../support/knowledge.ts';
import { clientOf, type Line, refusalOf, startLine, transferOf } from '../support/line.ts';
import { handsIn } from '../support/rows.ts';
import { keptKinds, storeKinds, temporaryDatabase, temporaryDir } from '../support/stores.ts';

const id = 'gjj-0001';
const params = { document: id };
const changed = articleText({ answer: '租房可以提取住房公积金，网上申请，当场办结。' });

/** A seeded line with two people of the centre. */
const centreLine = async (kind: (typeof storeKinds)[number]) => {
  const line = await startLine(kind, { knowledge: shipped });
  return { line, author: await line.person('centre'), approver: await line.person('centre') };
};

/** What a refused text is told: line and rule of each problem. */
const problemsOf = async (call: Promise<unknown>): Promise<{ line: number; rule: string; problem: string }[]> => {
  const error = await call.then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HubError);
  expect((error as HubError).code).toBe('invalid_input');
  return (error as HubError).details.problems as { line: number; rule: string; problem: string }[];
};

/** A copy kept as a seat keeps it. */
const copyOf = () => {
  const documents = new Map<string, KnowledgeDocument>();
  const apply = ({ id, kind, text }: Change) => {
    if (text === null) documents.delete(id);
    else documents.set(id, { id, kind, text });
  };
  return { documents, apply, hash: () => wholeHash(documents.values()) };
};

const moves = ['draft', 'submit', 'return', 'publish', 'retire'] as const;
type Move = (typeof moves)[number];

const move = (client: HubClient, what: Move, version: number): Promise<unknown> => {
  if (what === 'draft') return client.call('kb.draft', { params, body: { text: changed, note: '改', base: version } });
  if (what === 'retire') return client.call('kb.retire', { params, body: { note: '规定废止' } });
  return client.call(`kb.${what}`, { params, body: { version, note: '说明' } });
};

/** How a document comes to have a last version of that state, and what may then be done to it by another person. */
const lifeCycle: Record<string, { way: [who: 'author' | 'approver', what: Move][]; allowed: Move[] }> = {
  'published by the program': { way: [], allowed: ['draft', 'retire'] },
  'a draft': { way: [['author', 'draft']], allowed: ['draft', 'submit', 'retire'] },
  'in review': {
    way: [
      ['author', 'draft'],
      ['author', 'submit'],
    ],
    allowed: ['return', 'publish', 'retire'],
  },
  returned: {
    way: [
      ['author', 'draft'],
      ['author', 'submit'],
      ['approver', 'return'],
    ],
    allowed: ['draft', 'submit', 'retire'],
  },
  published: {
    way: [
      ['author', 'draft'],
      ['author', 'submit'],
      ['approver', 'publish'],
    ],
    allowed: ['draft', 'retire'],
  },
  retired: { way: [['author', 'retire']], allowed: ['draft'] },
};

describe.each(storeKinds)('the life of a document on %s', (kind) => {
  it.each(Object.entries(lifeCycle))('%s: does what is allowed and refuses the rest', async (_, { way, allowed }) => {
    const reach = async () => {
      const { author, approver } = await centreLine(kind);
      const versions = async () => (await author.call('kb.history', { params })).versions;
      const latest = async () => (await versions())[0]!.version;
      for (const [who, what] of way) await move(who === 'author' ? author : approver, what, await latest());
      return { approver, versions, latest };
    };
    const { approver, versions, latest } = await reach();
    const before = await versions();
    for (const what of moves.filter((one) => !allowed.includes(one))) {
      expect(await refusalOf(move(approver, what, await latest())), what).toBe('version_state');
      expect(await versions(), what).toEqual(before);
    }
    for (const what of allowed) {
      const own = await reach();
      await move(own.approver, what, await own.latest());
      expect(await own.versions(), what).not.toEqual(before);
    }
  });

  it('keeps every version with who, when and why', async () => {
    const { line, author, approver } = await centreLine(kind);
    const supervisor = await line.person('supervisor', { name: '班长' });
    await saveDraft(author, id, changed);
    const again = articleText({ answer: '可以提取。' });
    const third = await saveDraft(approver, id, again);
    expect(third).toMatchObject({ version: 3, state: 'draft', sha256: textHash(again) });
    await author.call('kb.submit', { params, body: { version: 3 } });
    await author.call('kb.return', { params, body: { version: 3, note: '写全一点' } });
    await author.call('kb.submit', { params, body: { version: 3, note: '按条例就这么多' } });
    await supervisor.call('kb.publish', { params, body: { version: 3, note: '同意' } });
    await supervisor.call('kb.retire', { params, body: { note: '新规定出台' } });

    const { versions } = await author.call('kb.history', { params });
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [3, 'retired'],
      [2, 'abandoned'],
      [1, 'superseded'],
    ]);
    const [three, two, one] = versions;
    expect(three).toMatchObject({ note: '按新规定修改', decidedBy: { name: '班长' }, decidedNote: '新规定出台' });
    expect(three!.steps.map(({ what, note }) => [what, note])).toEqual([
      ['submitted', null],
      ['returned', '写全一点'],
      ['submitted', '按条例就这么多'],
      ['published', '同意'],
      ['retired', '新规定出台'],
    ]);
    expect(three!.steps.every(({ at }) => Date.parse(at) > 0)).toBe(true);
    expect(three!.author).not.toEqual(two!.author);
    expect(one).toMatchObject({ author: { name: 'system' }, decidedBy: { name: 'system' }, decidedNote: null });
    // The texts are all still there, as they were saved.
    const textOf = async (version: number) => (await author.call('kb.document', { params, query: { version } })).text;
    expect(await Promise.all([1, 2, 3].map(textOf))).toEqual([
      shipped.find((document) => document.id === id)!.text,
      changed,
      again,
    ]);
  });

  it.each(['centre', 'supervisor', 'admin'] as const)('lets no %s approve their own text', async (role) => {
    const line = await startLine(kind, { knowledge: shipped });
    const author = role === 'admin' ? line.admin : await line.person(role);
    await saveDraft(author, id, changed);
    await author.call('kb.submit', { params, body: { version: 2 } });
    const publish = (client: HubClient) => client.call('kb.publish', { params, body: { version: 2 } });
    expect(await refusalOf(publish(author))).toBe('own_article');
    expect((await author.call('kb.document', { params })).version).toMatchObject({ version: 1, state: 'published' });
    const other = await line.person('centre');
    expect((await publish(other)).version.state).toBe('published');
  });

  it('refuses a draft that was written from a version that is not the last', async () => {
    const { author, approver } = await centreLine(kind);
    await saveDraft(author, id, changed, 1);
    for (const base of [1, 3, null])
      expect(await refusalOf(saveDraft(approver, id, changed, base))).toBe('version_conflict');
    await saveDraft(approver, id, changed, 2);
    expect(await refusalOf(saveDraft(author, 'gjj-0009', articleText({ id: 'gjj-0009' }), 1))).toBe('version_conflict');
    expect((await saveDraft(author, 'gjj-0009', articleText({ id: 'gjj-0009' }), null)).version).toBe(1);
    expect(await refusalOf(saveDraft(author, 'gjj-0009', articleText({ id: 'gjj-0009' }), null))).toBe(
      'version_conflict',
    );
  });

  it('gives one of two drafts from the same version the next place, and refuses the other', async () => {
    const line = await startLine(kind, { knowledge: shipped, hubs: kind === 'postgres' ? 2 : 1 });
    const people = await Promise.all([0, 1, 0, 1].map((hub) => line.person('centre', { hub: hub % line.hubs.length })));
    const all = await Promise.allSettled(people.map((person) => saveDraft(person, id, changed, 1)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await line.admin.call('kb.history', { params })).versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('says that there is no such document or version', async () => {
    const { author } = await centreLine(kind);
    const none = { document: 'gjj-9999' };
    for (const call of [
      () => author.call('kb.document', { params: none }),
      () => author.call('kb.document', { params, query: { version: 2 } }),
      () => author.call('kb.history', { params: none }),
      () => author.call('kb.submit', { params, body: { version: 2 } }),
      () => author.call('kb.submit', { params: none, body: { version: 1 } }),
      () => author.call('kb.retire', { params: none, body: { note: '没有了' } }),
      () => author.call('kb.correct', { params: none, body: { note: '错了' } }),
      () => author.call('kb.correct', { params, body: { note: '错了', version: 2 } }),
      () => author.call('kb.correct', { params, body: { note: '错了', ticket: 'JN20261123-000999' } }),
      () =>
        author.call('kb.answer', {
          params: { correction: '0199f5a3-0000-7000-8000-000000000000' },
          body: { state: 'accepted', answer: '好' },
        }),
    ])
      expect(await refusalOf(call())).toBe('not_found');
  });

  it('lists documents by what they are and how they stand', async () => {
    const { line, author } = await centreLine(kind);
    const expert = await line.person('expert');
    const dated = articleText({ id: 'gjj-0009', title: '旧规定', effective: '{from: 2024-01-01, to: 2024-06-30}' });
    await saveDraft(author, 'gjj-0009', dated);
    await saveDraft(author, id, articleText({ title: '租房提取改了' }));
    await author.call('kb.retire', { params: { document: 'gjj-0002' }, body: { note: '并入 0001' } });
    const list = async (query: Parameters<typeof author.call<'kb.documents'>>[1]['query']) =>
      (await expert.call('kb.documents', { query })).documents.map((document) => document.id);
    expect(await list({})).toEqual([id, 'gjj-0002', 'gjj-0009', 'policy', 'topics']);
    expect(await list({ open: true })).toEqual([id, 'gjj-0009']);
    expect(await list({ state: 'retired' })).toEqual(['gjj-0002']);
    expect(await list({ domain: 'shebao' })).toEqual([]);
    expect(await list({ topic: 'gjj.wd.rent', state: 'draft' })).toEqual([id, 'gjj-0009']);
    const { documents } = await expert.call('kb.documents', {});
    // Seats still have the old title.
    expect(documents[0]).toMatchObject({ title: '租房提取住房公积金', published: 1, latest: 2, state: 'draft' });
    expect(documents[1]).toMatchObject({ published: null, latest: 1, retired: true });
    expect(documents[2]).toMatchObject({ published: null, effective: { from: '2024-01-01', to: '2024-06-30' } });
    expect(documents[3]).toMatchObject({ kind: 'policy', topic: null, domain: null, retired: false });
    const first = await expert.call('kb.documents', { query: { limit: 2 } });
    const rest = await expert.call('kb.documents', { query: { limit: 3, after: first.next! } });
    expect([...first.documents, ...rest.documents]).toEqual(documents);
    expect(rest.next).toBeUndefined();
  });
});

describe('a text', () => {
  const draft = (client: HubClient, document: string, text: string) => saveDraft(client, document, text, null);

  it.each<[string, string, string, number, string]>([
    ['an article without its head', 'gjj-0009', '正文', 1, 'no_front_matter'],
    ['an article under another id', 'gjj-0009', articleText(), 2, 'field'],
    ['an article with a wrong field', 'gjj-0009', articleText({ id: 'gjj-0009', topic: 'X' }), 4, 'field'],
    [
      'an article that lacks a part',
      'gjj-0009',
      articleText({ id: 'gjj-0009' }).replace('## 易错', ''),
      36,
      'part_missing',
    ],
    [
      'an article with hidden characters',
      'gjj-0009',
      articleText({ id: 'gjj-0009', answer: '可\u202e以' }),
      17,
      'unsafe_text',
    ],
    ['an article with an alias to nothing', 'gjj-0009', articleText({ id: 'gjj-0009', related: '*x' }), 2, 'yaml'],
    [
      'an article that is too long',
      'gjj-0009',
      articleText({ id: 'gjj-0009', answer: '长'.repeat(22_000) }),
      1,
      'field',
    ],
    ['figures that overlap', 'policy', policyText + policyText, 7, 'policy_overlap'],
    ['figures that are no list', 'policy', 'name: x', 1, 'field'],
    ['figures with an alias to nothing', 'policy', '- *x', 1, 'yaml'],
    ['figures with control characters', 'policy', `# \u001b[31m\n${policyText}`, 1, 'unsafe_text'],
    ['topics with three columns', 'topics', `${topicsText}a\tb\tc\n`, 3, 'topics_form'],
    ['topics without their header', 'topics', 'gjj.wd.rent\n', 1, 'topics_form'],
    ['topics with hidden characters', 'topics', `${topicsText}gjj.wd.x\tgongjijin\t提\u200b取\tx\n`, 3, 'unsafe_text'],
    ['synonyms with control characters', 'synonyms', 'a: b\n\u0007', 2, 'unsafe_text'],
    [
      'snippets with a field that nobody knows',
      'snippets',
      'snippets:\n  - id: a\n    name: 甲\n    text: 您好{姓氏}\n',
      4,
      'field_unknown',
    ],
    [
      'snippets with one id twice',
      'snippets',
      'snippets:\n  - {id: a, name: 甲, text: 乙}\n  - {id: a, name: 丙, text: 丁}\n',
      3,
      'snippet_twice',
    ],
    ['plain words without a plain way', 'plain-words', 'words:\n  - {word: 汇缴}\n', 2, 'field'],
    ['a plain word twice', 'plain-words', 'words:\n  - {word: UK, plain: 盘, also: [UK]}\n', 2, 'word_twice'],
    [
      'synonyms with one phrase in two groups',
      'synonyms',
      'synonyms:\n  - [a, b]\n  - [b, c]\nfillers: []\n',
      3,
      'phrase_twice',
    ],
  ])('is refused as a draft: %s', async (_, document, text, line, rule) => {
    const { admin } = await startLine('sqlite');
    const before = await admin.call('audit.verify', {});
    const problems = await problemsOf(draft(admin, document, text));
    expect(problems[0]).toMatchObject({ line, rule });
    // A fault that quotes what stands there does not send it back raw.
    for (const { problem } of problems) expect(problem).toBe(plainText(problem, { multiline: false }));
    expect(await admin.call('audit.verify', {})).toEqual(before);
  });

  it('is refused in the language of who sent it', async () => {
    const { admin } = await startLine('sqlite');
    expect((await problemsOf(draft(admin, 'gjj-0009', '正文')))[0]?.problem).toMatch(/没有头部/);
  });

  it('of a data file may be half a megabyte, and not more', async () => {
    const { admin } = await startLine('sqlite');
    const comment = `${'# 数字\n'.repeat(58_300)}`;
    expect(Buffer.byteLength(comment + policyText)).toBeGreaterThan(512 * 1024);
    expect((await problemsOf(draft(admin, 'policy', comment + policyText)))[0]).toMatchObject({ rule: 'field' });
    const most = comment.slice(0, comment.length - 500) + policyText;
    const { version } = await draft(admin, 'policy', most);
    const read = await admin.call('kb.document', { params: { document: 'policy' }, query: { version } });
    expect(read.text).toBe(most);
  });

  it('comes back as it was sent', async () => {
    const { admin } = await startLine('sqlite', { knowledge: shipped });
    const text = articleText().replaceAll('\n', '\r\n').concat('\n\n  \n');
    await saveDraft(admin, id, text);
    expect((await admin.call('kb.document', { params, query: { version: 2 } })).text).toBe(text);
  });

  it.each<[string, string, string]>([
    ['links to nothing', articleText({ related: '[gjj-9999]' }), 'broken_link'],
    ['links to itself', articleText({ related: '[gjj-0001]' }), 'link_to_self'],
    ['types a figure in place', articleText({ answer: '每次最多1500元。' }), 'plain_figure'],
    ['refers to a figure that there is not', articleText({ answer: '{{policy:no.such}}' }), 'unknown_policy'],
    ['is of a topic that there is not', articleText({ topic: 'gjj.wd.none' }), 'unknown_topic'],
  ])('may be a draft but not be put to review when it %s', async (_, text, rule) => {
    const { admin } = await startLine('sqlite', { knowledge: shipped });
    const { version } = await saveDraft(admin, id, text);
    const problems = await problemsOf(admin.call('kb.submit', { params, body: { version } }));
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    expect((await admin.call('kb.history', { params })).versions[0]?.state).toBe('draft');
  });

  it('is held against the figures, topics and links of the moment when it is published', async () => {
    const { line, author, approver } = await centreLine('sqlite');
    const publish = (document: string, version: number) =>
      approver.call('kb.publish', { params: { document }, body: { version } });
    const figure = (name: string) =>
      `\n- {name: ${name}, value: 1, unit: 次, from: 2024-01-01, source: {name: 通知, date: 2024-01-01}, confidence: national}\n`;
    await publishText(author, approver, 'policy', policyText + figure('rent.times'));
    await saveDraft(author, id, articleText({ answer: '可以提{{policy:rent.times}}。' }));
    await author.call('kb.submit', { params, body: { version: 2 } });
    await publishText(author, approver, 'policy', policyText);
    expect((await problemsOf(publish(id, 2))).map(({ rule }) => rule)).toEqual(['unknown_policy']);
    expect((await line.admin.call('kb.history', { params })).versions[0]?.state).toBe('review');
    await publishText(author, approver, 'policy', policyText + figure('rent.times'));
    expect((await publish(id, 2)).version.state).toBe('published');
  });

  it('may go on linking to an article that was retired', async () => {
    const { author, approver } = await centreLine('sqlite');
    await publishText(author, approver, id, articleText({ related: '[gjj-0002]' }));
    await approver.call('kb.retire', { params: { document: 'gjj-0002' }, body: { note: '废止' } });
    await publishText(author, approver, id, articleText({ title: '又改了', related: '[gjj-0002]' }));
  });

  it.each<[string, string, string, string]>([
    ['a figure that an article reads out', 'policy', policyText.replace('rent.max', 'rent.most'), 'figure_in_use'],
    [
      'a figure’s present day',
      'policy',
      policyText.replace('from: 2024-01-01', 'from: 2024-01-01\n  to: 2024-02-01'),
      'figure_in_use',
    ],
    ['an article’s topic', 'topics', topicsText.replace('gjj.wd.rent', 'gjj.wd.other'), 'topic_in_use'],
  ])('may not take away %s', async (_, document, text, rule) => {
    const { line, author } = await centreLine('sqlite');
    expect(text).not.toBe(document === 'policy' ? policyText : topicsText);
    const { version } = await saveDraft(author, document, text);
    const problems = await problemsOf(author.call('kb.submit', { params: { document }, body: { version } }));
    expect(problems[0]).toMatchObject({ rule });
    const retired = line.admin.call('kb.retire', { params: { document }, body: { note: '不要了' } });
    expect((await problemsOf(retired))[0]).toMatchObject({ rule: 'file_needed' });
  });
});

describe.each(storeKinds)('a correction on %s', (kind) => {
  it('goes on the centre’s list, is answered there once, and its author sees the answer', async () => {
    const { line, author: centre } = await centreLine(kind);
    const expert = await line.person('expert', { name: '李敏' });
    const other = await line.person('expert');
    const { ticket } = await line.admin.call('calls.transfer', { body: transferOf() });
    const body = { note: '材料里少了租房合同', part: '材料', ticket: ticket.number };
    const { correction } = await expert.call('kb.correct', { params, body });
    expect(correction).toMatchObject({ ...body, document: id, version: 1, state: 'open', filedBy: { name: '李敏' } });
    const second = (await other.call('kb.correct', { params: { document: 'policy' }, body: { note: '限额变了' } }))
      .correction;
    const list = async (client: HubClient, query = {}) =>
      (await client.call('kb.corrections', { query })).corrections.map((one) => one.id);
    expect(await list(centre)).toEqual([second.id, correction.id]);
    expect(await list(centre, { document: id })).toEqual([correction.id]);
    expect(await list(centre, { mine: true })).toEqual([]);
    expect(await list(expert)).toEqual([correction.id]);
    const page = await centre.call('kb.corrections', { query: { limit: 1 } });
    expect(await list(centre, { after: page.next })).toEqual([correction.id]);

    const answer = { state: 'accepted' as const, answer: '已在第 2 版补上' };
    const key = { correction: correction.id };
    const answered = (await centre.call('kb.answer', { params: key, body: answer })).correction;
    expect(answered).toMatchObject({ ...body, ...answer });
    expect(answered.answeredBy).not.toBeNull();
    expect(await refusalOf(centre.call('kb.answer', { params: key, body: answer }))).toBe('correction_state');
    expect(await list(centre, { state: 'open' })).toEqual([second.id]);
    expect((await expert.call('kb.corrections', { query: { mine: true } })).corrections).toEqual([answered]);
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('may not name a ticket that its author does not see', async () => {
    const { line } = await centreLine(kind);
    const { ticket } = await line.admin.call('calls.transfer', { body: transferOf() });
    const body = { note: '错了', ticket: ticket.number };
    for (const role of ['expert', 'trainee', 'centre'] as const) {
      const person = await line.person(role, { skills: ['shebao'] });
      expect(await refusalOf(person.call('kb.correct', { params, body })), role).toBe('not_found');
    }
  });
});

describe('who may do what', () => {
  it('every role reads and corrects; the centre, supervisors and admins edit', async () => {
    const line = await startLine('sqlite', { knowledge: shipped });
    const editors: Role[] = ['centre', 'supervisor', 'admin'];
    for (const role of roles) {
      const person = await line.person(role);
      await person.call('kb.documents', {});
      await person.call('kb.document', { params });
      await person.call('kb.history', { params });
      await person.call('kb.changes', {});
      await person.call('kb.corrections', {});
      await person.call('kb.correct', { params, body: { note: '看看' } });
      const draft = saveDraft(
        person,
        `gjj-1${roles.indexOf(role)}00`,
        articleText({ id: `gjj-1${roles.indexOf(role)}00` }),
      );
      if (editors.includes(role)) expect((await draft).state).toBe('draft');
      else expect(await refusalOf(draft)).toBe('not_allowed');
    }
  });
});

/** Everything that a reader of that revision lacks, page by page. */
const readChanges = async (client: HubClient, after: number, limit = 100) => {
  const changes: Change[] = [];
  for (let from: string | undefined; ; ) {
    const page = await client.call('kb.changes', { query: { after, limit, ...(from && { from }) } });
    expect(page.changes.length).toBeLessThanOrEqual(limit);
    changes.push(...page.changes);
    if (!page.next) return { ...page, changes };
    from = page.next;
  }
};

describe.each(storeKinds)('the changes feed on %s', (kind) => {
  it('brings any earlier copy to the present, each document once, and the hash is that of the whole', async () => {
    const { line, author, approver } = await centreLine(kind);
    const expert = await line.person('expert');
    const copies = [{ copy: copyOf(), revision: 0 }];
    const rewrite = (title: string) => publishText(author, approver, id, articleText({ title }));
    const steps = [
      () => rewrite('第二版'),
      () => publishText(author, approver, 'gjj-0003', articleText({ id: 'gjj-0003' })),
      () => author.call('kb.retire', { params: { document: 'gjj-0002' }, body: { note: '废止' } }),
      // Nothing that seats have changes by these.
      () => saveDraft(author, id, changed),
      () => expert.call('kb.correct', { params, body: { note: '错了' } }),
      () => rewrite('第三版'),
      () => author.call('kb.retire', { params, body: { note: '废止' } }),
      () => rewrite('重新发布'),
      () => publishText(author, approver, 'gjj-0002', articleText({ id: 'gjj-0002' })),
    ];
    for (const step of [async () => undefined, ...steps]) {
      await step();
      for (const [place, one] of copies.entries()) {
        const delta = await readChanges(expert, one.revision, (place % 3) + 1);
        expect(new Set(delta.changes.map((change) => change.id)).size).toBe(delta.changes.length);
        expect(delta.changes.every(({ revision }) => revision > one.revision)).toBe(true);
        const order = delta.changes.map(({ revision }) => revision);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        // The first copy is brought up to date at every step, a new one is left behind at each.
        const copy = copyOf();
        for (const document of one.copy.documents.values()) copy.documents.set(document.id, document);
        for (const change of delta.changes) copy.apply(change);
        expect(copy.hash()).toBe(delta.hash);
        expect(copy.documents.size).toBe(delta.count);
        if (place === 0) {
          copies[0] = { copy, revision: delta.revision };
          copies.push({ copy, revision: delta.revision });
        }
      }
    }
    const { changes, revision } = await readChanges(expert, copies[0]!.revision);
    expect(changes).toEqual([]);
    expect(revision).toBe(copies[0]!.revision);
    // A copy from elsewhere that is ahead of this store is told so.
    expect(await expert.call('kb.changes', { query: { after: revision + 1000 } })).toMatchObject({
      changes: [],
      revision,
    });
  });

  it('says that what was retired is gone', async () => {
    const { line, author } = await centreLine(kind);
    const { revision } = await line.admin.call('kb.changes', {});
    await author.call('kb.retire', { params, body: { note: '废止' } });
    const delta = await line.admin.call('kb.changes', { query: { after: revision } });
    expect(delta.changes).toMatchObject([{ id, kind: 'article', version: 1, text: null }]);
    expect(delta.revision).toBe(delta.changes[0]?.revision);
    expect(delta.count).toBe(shipped.length - 1);
  });

  it('goes on from where a reader is when something is published between its pages', async () => {
    const { line, author, approver } = await centreLine(kind);
    const copy = copyOf();
    const first = await line.admin.call('kb.changes', { query: { limit: 3 } });
    for (const change of first.changes) copy.apply(change);
    // One that was on the page already, and one that was yet to come.
    await publishText(author, approver, 'policy', `${policyText}# 核对过\n`);
    await publishText(author, approver, 'gjj-0002', articleText({ id: 'gjj-0002', title: '又一版' }));
    let last = first;
    while (last.next) {
      last = await line.admin.call('kb.changes', { query: { limit: 1, from: last.next } });
      for (const change of last.changes) copy.apply(change);
    }
    expect(last.revision).toBeGreaterThan(first.revision);
    expect(copy.hash()).toBe(last.hash);
  });

  it('is empty, and hashed all the same, where there is no knowledge', async () => {
    const { admin } = await startLine(kind);
    const [first] = (await admin.call('audit.list', { query: { limit: 1, order: 'oldest' } })).events;
    const empty = { origin: first!.hash, revision: 0, count: 0, hash: wholeHash([]), changes: [] };
    expect(await admin.call('kb.changes', {})).toEqual(empty);
  });
});

describe('what ships with the program', () => {
  /** Starts a hub on a store with what ships, gives its documents and ends it. */
  const startWith = async (line: { dataDir: string; store: string | undefined }, knowledge: KnowledgeDocument[]) => {
    const hub = await startHub({ ...line, knowledge, logLevel: 'silent', version: 'test' });
    const admin = clientOf(hub.url, hub.adminToken);
    const { documents } = await admin.call('kb.documents', {});
    const histories = await Promise.all(
      documents.map(async (one) => (await admin.call('kb.history', { params: { document: one.id } })).versions),
    );
    const work = async (what: (client: HubClient, other: HubClient) => Promise<unknown>) => {
      const { token } = await admin.call('users.add', {
        body: { name: `${documents.length} ${Date.now()}`, role: 'centre' },
      });
      await what(admin, clientOf(hub.url, token));
    };
    return {
      states: Object.fromEntries(
        histories.map((all) => [all[0]!.document, all.map(({ version, state }) => `${version} ${state}`)]),
      ),
      work,
      admin,
      close: () => hub.close(),
    };
  };

  it.each(keptKinds)('on %s is published at the start, and followed as long as nobody touches it', async (kind) => {
    const line = { dataDir: await temporaryDir(), store: kind === 'postgres' ? await temporaryDatabase() : undefined };
    const documents = (title: string): KnowledgeDocument[] =>
      ['gjj-0001', 'gjj-0002', 'gjj-0003', 'gjj-0004'].map((document) => ({
        id: document,
        kind: 'article',
        text: articleText({ id: document, title }),
      }));
    const data = shipped.filter(({ kind: one }) => one !== 'article');
    const first = await startWith(line, [...data, ...documents('第一次')]);
    expect(first.states).toEqual({
      policy: ['1 published'],
      topics: ['1 published'],
      'gjj-0001': ['1 published'],
      'gjj-0002': ['1 published'],
      'gjj-0003': ['1 published'],
      'gjj-0004': ['1 published'],
    });
    await first.work(async (admin, other) => {
      await publishText(admin, other, 'gjj-0002', articleText({ id: 'gjj-0002', title: '本地改过' }));
      await saveDraft(admin, 'gjj-0003', articleText({ id: 'gjj-0003', title: '正在改' }));
      await admin.call('kb.retire', { params: { document: 'gjj-0004' }, body: { note: '本地不适用' } });
    });
    await first.close();

    const second = await startWith(line, [...data, ...documents('第二次')]);
    expect(second.states).toEqual({
      policy: ['1 published'],
      topics: ['1 published'],
      'gjj-0001': ['2 published', '1 superseded'],
      'gjj-0002': ['2 published', '1 superseded'],
      'gjj-0003': ['2 draft', '1 published'],
      'gjj-0004': ['1 retired'],
    });
    const local = await second.admin.call('kb.document', { params: { document: 'gjj-0002' } });
    expect(local.version.title).toBe('本地改过');
    expect(await second.admin.call('audit.verify', {})).toMatchObject({ ok: true });
    await second.close();

    // The same again does nothing at all; what no longer ships stays.
    const third = await startWith(line, documents('第二次'));
    expect(third.states).toEqual(second.states);
    await third.close();
  });

  it('is left out where its form is wrong, and the hub starts', async () => {
    const knowledge = [...shipped, { id: 'gjj-0009', kind: 'article' as const, text: '没写完' }];
    const { admin } = await startLine('sqlite', { knowledge });
    const { documents } = await admin.call('kb.documents', {});
    expect(documents.map((document) => document.id)).toEqual(['gjj-0001', 'gjj-0002', 'policy', 'topics']);
  });

  it('is published once by hubs that start at the same moment', async () => {
    const store = await temporaryDatabase();
    const dirs = await Promise.all([0, 1, 2].map(() => temporaryDir()));
    const hubs = await Promise.all(
      dirs.map((dataDir) => startHub({ dataDir, store, knowledge: shipped, logLevel: 'silent', version: 'test' })),
    );
    const admin = clientOf(hubs[0]!.url, hubs[0]!.adminToken);
    const { events } = await admin.call('audit.list', { query: { kind: 'version' } });
    expect(events.map(({ type }) => type)).toEqual(shipped.map(() => 'version.published'));
    for (const { dataDir } of hubs) expect(dirs).toContain(dataDir);
    for (const hub of hubs) await hub.close();
  });
});

describe('two hubs over one store', () => {
  it('know of each other’s documents, and count and hash the same whole', async () => {
    const line: Line = await startLine('postgres', { hubs: 2, knowledge: shipped });
    const [here, there] = [await line.person('centre', { hub: 0 }), await line.person('centre', { hub: 1 })];
    // Both have their hash of the present before it changes.
    for (const person of [here, there]) await person.call('kb.changes', {});
    await publishText(here, there, id, changed);
    const [one, two] = [await here.call('kb.changes', {}), await there.call('kb.changes', {})];
    expect(one).toEqual(two);
    const copy = copyOf();
    for (const change of one.changes) copy.apply(change);
    expect(copy.hash()).toBe(one.hash);
  });
});

describe.each(keptKinds)('a knowledge base on %s that was changed past the hub', (kind) => {
  it.each<[string, string, { table: string; row: string; fault: string }]>([
    [
      'a text',
      `update versions set text = text || '。' where id = 'gjj-0002@1'`,
      { table: 'versions', row: 'gjj-0002@1', fault: 'changed' },
    ],
    [
      'an author',
      `update versions set author = 'system' where id = 'gjj-0001@2'`,
      { table: 'versions', row: 'gjj-0001@2', fault: 'changed' },
    ],
    [
      'who approved it',
      `update versions set steps = '[]' where id = 'gjj-0001@2'`,
      { table: 'versions', row: 'gjj-0001@2', fault: 'changed' },
    ],
    [
      'a state',
      `update versions set state = 'published' where id = 'gjj-0001@1'`,
      { table: 'versions', row: 'gjj-0001@1', fault: 'changed' },
    ],
    [
      'a place',
      `update versions set revision = revision + 1 where id = 'gjj-0001@2'`,
      { table: 'versions', row: 'gjj-0001@2', fault: 'changed' },
    ],
    [
      'a version that is gone',
      `delete from versions where id = 'gjj-0001@2'`,
      { table: 'versions', row: 'gjj-0001@2', fault: 'removed' },
    ],
    [
      'a shipped version that is gone',
      `delete from versions where id = 'gjj-0002@1'`,
      { table: 'versions', row: 'gjj-0002@1', fault: 'removed' },
    ],
    [
      'a version slipped in',
      `insert into versions select 'gjj-0002@2', document, 2, kind, title, topic, domain, effective_from, effective_to, text, state,
         author, note, created_at, steps, revision from versions where id = 'gjj-0002@1'`,
      { table: 'versions', row: 'gjj-0002@2', fault: 'inserted' },
    ],
    ['a correction', `update corrections set note = '没有错'`, { table: 'corrections', row: '$1', fault: 'changed' }],
    ['a correction that is gone', 'delete from corrections', { table: 'corrections', row: '$1', fault: 'removed' }],
  ])('is found out: %s', async (_, statement, expected) => {
    const { line, author, approver } = await centreLine(kind);
    await publishText(author, approver, id, changed);
    const { correction } = await approver.call('kb.correct', { params, body: { note: '有错' } });
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
    const run = await handsIn(line);
    await run(statement);
    const { broken } = await line.admin.call('audit.verify', {});
    expect(broken).toEqual({ ...expected, row: expected.row.replace('$1', correction.id) });
  });
});
