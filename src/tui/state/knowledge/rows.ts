import { stateOn } from '../../../kb/article/article.ts';
import type { Finding, KnowledgeBase } from '../../../kb/knowledge-base.ts';
import { steadyOrder } from '../../../kb/search/steady-order.ts';
import type { Topic } from '../../../kb/topics.ts';
import type { SeatModel } from '../model.ts';

/** One row of the list. `key` is its identity in the list: an article may stand in it twice, pinned and under its topic. */
export type Row =
  | { readonly kind: 'heading'; readonly key: string; readonly of: 'pinned' | 'recent' | Topic }
  | {
      readonly kind: 'article';
      readonly key: string;
      readonly id: string;
      readonly title: string;
      /** The topic's name; its id when there is no such topic. */
      readonly topic: string;
      readonly state: Finding['state'];
      readonly unconfirmed: boolean;
      /** What of it answers to what was typed. */
      readonly finding: Finding | undefined;
    }
  | { readonly kind: 'topic'; readonly key: string; readonly topic: Topic; readonly count: number };

type ArticleRow = Extract<Row, { kind: 'article' }>;

/** Suggestions for a call's question, before anything is typed. */
const suggestions = 5;
const mostResults = 20;

const row = (base: KnowledgeBase, today: string, section: string, id: string, finding?: Finding): ArticleRow[] => {
  const article = base.article(id);
  if (!article) return [];
  return [
    {
      kind: 'article',
      key: `${section} ${id}`,
      id,
      title: article.title,
      topic: base.topics.get(article.topic)?.name ?? article.topic,
      state: stateOn(article, today),
      unconfirmed: article.confidence === 'local-unconfirmed',
      finding,
    },
  ];
};

/** Articles in force first; otherwise as they were. */
const inForceFirst = (rows: readonly ArticleRow[]): ArticleRow[] => [
  ...rows.filter(({ state }) => state !== 'expired'),
  ...rows.filter(({ state }) => state === 'expired'),
];

const topicRows = (base: KnowledgeBase, topics: readonly Topic[]): Row[] => {
  const list = base.list();
  return topics.map((topic) => ({
    kind: 'topic',
    key: `topic ${topic.id}`,
    topic,
    count: list.filter((article) => article.topic === topic.id).length,
  }));
};

/** Nothing is typed: what is pinned, what was read last, then everything by topic. */
const allRows = ({ use, today }: SeatModel, base: KnowledgeBase): Row[] => {
  const section = (of: 'pinned' | 'recent', ids: readonly string[]): Row[] => {
    const found = ids.flatMap((id) => row(base, today, of, id));
    return found.length === 0 ? [] : [{ kind: 'heading', key: of, of }, ...found];
  };
  const byTopic = new Map<string, string[]>([...base.topics.keys()].map((topic) => [topic, []]));
  for (const { id, topic } of base.list()) byTopic.set(topic, [...(byTopic.get(topic) ?? []), id]);
  const rows = [...section('pinned', use.pinned), ...section('recent', use.recent)];
  let last = '';
  for (const [id, ids] of byTopic) {
    const topic = base.topics.get(id) ?? { id, domain: '', group: '', name: id };
    const group = `${topic.domain} ${topic.group}`;
    const found = inForceFirst(ids.flatMap((article) => row(base, today, 'all', article)));
    if (found.length > 0 && group !== last) {
      rows.push({ kind: 'heading', key: `group ${group}`, of: topic });
      last = group;
    }
    rows.push(...found);
  }
  return rows;
};

const looksLikeId = /^[a-z]{2,8}-?\d{1,6}$/;

/** Articles whose id was typed. */
const byId = (base: KnowledgeBase, today: string, text: string): ArticleRow[] => {
  const wanted = text.normalize('NFKC').toLowerCase().trim();
  if (!looksLikeId.test(wanted)) return [];
  const plain = (id: string): string => id.replace('-', '');
  const ids = base.list().flatMap(({ id }) => (plain(id).startsWith(plain(wanted)) ? id : []));
  return ids.slice(0, mostResults).flatMap((id) => row(base, today, 'id', id));
};

const found = (model: SeatModel, base: KnowledgeBase, key: string): Row[] => {
  const { use, today, calls } = model;
  const lookup = model.lookups.get(key);
  const text = lookup?.query.text ?? '';
  const typed = text.trim() !== '';
  const topic = lookup?.topic;
  if (!typed && topic !== undefined) {
    const ids = base.list().flatMap((article) => (article.topic === topic ? article.id : []));
    return inForceFirst(ids.flatMap((id) => row(base, today, 'topic', id)));
  }
  const call = calls.get(key);
  if (!typed && !call) return allRows(model, base);
  const findings = base.find(typed ? text : call!.question, {
    today,
    limit: typed ? mostResults : suggestions,
    uses: (id) => use.uses[id] ?? 0,
    ...(topic !== undefined && { topic }),
    ...(call && { call: { domain: call.domain, topic: call.topic } }),
  });
  const named = byId(base, today, text);
  const ordered = steadyOrder(findings.results, lookup?.before ?? []);
  const rows = [
    ...named,
    ...ordered
      .filter(({ id }) => !named.some((other) => other.id === id))
      .flatMap((finding) => row(base, today, 'found', finding.id, finding)),
  ];
  return rows.length > 0 ? rows : topicRows(base, findings.nearest);
};

/** What a list was made from. Use counts are not in it: inserting an answer must not shuffle the list that it came from. */
const partsOf = (model: SeatModel, key: string): readonly unknown[] => {
  const { knowledge, today, use } = model;
  const lookup = model.lookups.get(key);
  const call = model.calls.get(key);
  const typed = (lookup?.query.text ?? '').trim() !== '';
  const everything = !typed && !call && lookup?.topic === undefined;
  return [
    knowledge.base,
    knowledge.edition,
    today,
    everything && use.pinned,
    everything && use.recent,
    lookup?.query.text,
    lookup?.topic,
    lookup?.before,
    call?.question,
    call?.domain,
    call?.topic,
  ];
};

const rememberedLists = 16;
const known = new Map<string, { parts: readonly unknown[]; rows: readonly Row[] }>();

/** The rows of a lookup's list. Remembered for as long as what they rest on is the same, for every key asks for them. */
export const rowsOf = (model: SeatModel, key: string): readonly Row[] => {
  const { base } = model.knowledge;
  if (!base) return [];
  const parts = partsOf(model, key);
  const last = known.get(key);
  if (last?.parts.every((part, at) => Object.is(part, parts[at]))) return last.rows;
  const rows = found(model, base, key);
  known.delete(key);
  known.set(key, { parts, rows });
  if (known.size > rememberedLists) known.delete(known.keys().next().value!);
  return rows;
};

/** The first articles that answer to a text, by id or by what they say, for who is not at a list of their own. */
export const foundArticles = ({ knowledge, today }: SeatModel, text: string, most: number): readonly ArticleRow[] => {
  const { base } = knowledge;
  if (!base) return [];
  const named = byId(base, today, text);
  const results = base.find(text, { today, limit: most }).results.flatMap(({ id }) => row(base, today, 'found', id));
  return [...named, ...results.filter(({ id }) => !named.some((other) => other.id === id))].slice(0, most);
};
