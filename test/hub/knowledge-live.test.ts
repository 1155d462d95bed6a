import { describe, expect, it, onTestFinished } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import { liveStream } from '../../src/client/live-stream.ts';
import type { LineEvent } from '../../src/contract/live-event.ts';
import { wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import type { Role } from '../../src/domain/user/role.ts';
import { articleText, publishText, saveDraft, shipped } from '../support/knowledge.ts';
import { startLine, transferOf, until } from '../support/line.ts';
import { storeKinds } from '../support/stores.ts';

const id = 'gjj-0001';
const params = { document: id };

/** The events that a person's stream carries, until the test ends. */
const follow = async (client: HubClient, lastEventId?: number): Promise<LineEvent[]> => {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const events: LineEvent[] = [];
  const kinds: string[] = [];
  void (async () => {
    for await (const message of liveStream(client, { seat: false, lastEventId, signal: stop.signal })) {
      kinds.push(message.kind);
      if (message.kind === 'line') events.push(message.event);
    }
  })();
  await until(
    () => kinds,
    (all) => all.includes(lastEventId === undefined ? 'hello' : 'connected'),
  );
  return events;
};

/** What happened since the people of the test were added, which a stream may tell of yet. */
const typesIn = (events: readonly LineEvent[]): string[] =>
  events.map(({ type }) => type).filter((type) => type !== 'user.added');

const arrival = (events: LineEvent[], type: LineEvent['type']): Promise<LineEvent> =>
  until(
    () => events.find((event) => event.type === type),
    (found) => found !== undefined,
  ) as Promise<LineEvent>;

describe.each(storeKinds)('live knowledge on %s', (kind) => {
  it('reaches every seat of every hub as a change that its copy can take', async () => {
    const line = await startLine(kind, { knowledge: shipped, hubs: kind === 'postgres' ? 2 : 1 });
    const [author, approver] = [await line.person('centre'), await line.person('centre')];
    const far = line.hubs.length - 1;
    const readers = await Promise.all(
      (['expert', 'trainee', 'frontline', 'inspector', 'centre'] as Role[]).map((role) =>
        line.person(role, { hub: far, skills: role === 'expert' ? ['shebao'] : [] }),
      ),
    );
    const streams = await Promise.all(readers.map((reader) => follow(reader)));
    const start = await line.admin.call('kb.changes', {});
    const text = articleText({ title: '新的一版' });
    await publishText(author, approver, id, text);
    await author.call('kb.retire', { params: { document: 'gjj-0002' }, body: { note: '废止' } });
    const now = await line.admin.call('kb.changes', { query: { after: start.revision } });

    for (const events of streams) {
      const published = await arrival(events, 'version.published');
      expect(published.knowledge).toEqual({
        previous: start.revision,
        revision: published.seq,
        change: { id, kind: 'article', version: 2, revision: published.seq, text },
      });
      const retired = await arrival(events, 'version.retired');
      expect(retired.knowledge).toEqual({
        previous: published.seq,
        revision: now.revision,
        change: { id: 'gjj-0002', kind: 'article', version: 1, revision: retired.seq, text: null },
      });
    }
    // A copy that takes them in order is the whole.
    const copy = new Map<string, string>(start.changes.map((change) => [change.id, change.text!]));
    for (const { knowledge } of streams[0]!) {
      if (!knowledge) continue;
      const { change } = knowledge;
      if (change.text === null) copy.delete(change.id);
      else copy.set(change.id, change.text);
    }
    expect(wholeHash([...copy].map(([one, its]) => ({ id: one, text: its })))).toBe(now.hash);
  });

  it('tells what was missed as it was, also when it has changed again since', async () => {
    const line = await startLine(kind, { knowledge: shipped });
    const [author, approver] = [await line.person('centre'), await line.person('centre')];
    const expert = await line.person('expert');
    const { revision } = await expert.call('kb.changes', {});
    const head = (await line.admin.call('audit.list', { query: { limit: 1 } })).events[0]!.seq;
    const texts = ['一', '二', '三'].map((title) => articleText({ title }));
    for (const text of texts) await publishText(author, approver, id, text);
    const events = await follow(expert, head);
    await until(
      () => events,
      (all) => all.length === 3,
    );
    expect(events.map(({ knowledge }) => knowledge?.change.text)).toEqual(texts);
    expect(events.map(({ knowledge }) => knowledge?.previous)).toEqual([revision, events[0]!.seq, events[1]!.seq]);
  });

  it('shows the work on a text to those who do it, and to nobody else', async () => {
    const line = await startLine(kind, { knowledge: shipped });
    const [author, approver] = [await line.person('centre'), await line.person('supervisor')];
    const lookers = await Promise.all((['expert', 'inspector', 'trainee'] as Role[]).map((role) => line.person(role)));
    const seen = await Promise.all(lookers.map((looker) => follow(looker)));
    const centre = await follow(approver);
    await saveDraft(author, id, articleText({ title: '草稿' }));
    const { version } = await saveDraft(author, id, articleText({ title: '再改' }));
    await author.call('kb.submit', { params, body: { version } });
    await approver.call('kb.return', { params, body: { version, note: '再看看' } });
    await author.call('kb.submit', { params, body: { version } });
    await approver.call('kb.publish', { params, body: { version } });
    await arrival(centre, 'version.published');
    expect(typesIn(centre)).toEqual([
      'version.drafted',
      'version.abandoned',
      'version.drafted',
      'version.submitted',
      'version.returned',
      'version.submitted',
      'version.superseded',
      'version.published',
    ]);
    for (const events of seen) {
      await arrival(events, 'version.published');
      expect(typesIn(events)).toEqual(['version.published']);
    }
    // No text but the published one is in an event.
    expect(JSON.stringify(centre.filter(({ knowledge }) => !knowledge))).not.toContain('草稿');
  });

  it('tells who filed a correction of its answer, and no other expert', async () => {
    const line = await startLine(kind, { knowledge: shipped });
    const [expert, other] = [await line.person('expert'), await line.person('expert')];
    const centre = await line.person('centre');
    const [mine, theirs, list] = [await follow(expert), await follow(other), await follow(centre)];
    const { correction } = await expert.call('kb.correct', { params, body: { note: '少了一项材料' } });
    const key = { correction: correction.id };
    const answered = await centre.call('kb.answer', { params: key, body: { state: 'declined', answer: '不需要' } });
    // Something that all see comes after it.
    await line.admin.call('settings.change', { body: { offerSeconds: 21 } });
    for (const events of [mine, theirs, list]) await arrival(events, 'settings.changed');
    for (const events of [mine, list]) {
      expect(typesIn(events)).toEqual(['correction.filed', 'correction.answered', 'settings.changed']);
      expect(events.at(-2)?.correctionView).toEqual(answered.correction);
    }
    expect(typesIn(theirs)).toEqual(['settings.changed']);
  });

  it('shows no citizen to the centre and to trainees', async () => {
    const line = await startLine(kind, { knowledge: shipped });
    const streams = [await follow(await line.person('centre')), await follow(await line.person('trainee'))];
    await line.admin.call('calls.transfer', { body: transferOf() });
    await line.admin.call('calls.take-next', { body: {} });
    await line.admin.call('settings.change', { body: { offerSeconds: 21 } });
    for (const events of streams) {
      await arrival(events, 'settings.changed');
      expect(typesIn(events)).toEqual(['settings.changed']);
    }
  });
});
