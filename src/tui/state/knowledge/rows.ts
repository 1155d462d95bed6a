import type { KnowledgeBase } from '../../../kb/knowledge-base.ts';
import type { Listed } from '../../../kb/search/search-index.ts';
import { steadyOrder } from '../../../kb/search/steady-order.ts';
import type { Topic } from '../../../kb/topics.ts';
import type { SeatModel } from '../model.ts';
import { type ArticleRow, articleRow, type Row } from './row.ts';
import { inForceFirst, RowList, Shelf } from './row-list.ts';

/** Suggestions for a call's question, before anything is typed. */
const suggestions = 5;
const mostResults = 20;

const topicRows = (base: KnowledgeBase, topics: readonly Topic[]): Row[] =>
  topics.map((topic) => ({ kind: 'topic', key: `topic ${topic.id}`, topic, count: base.ofTopic(topic.id).length }));

/** All articles by topic, in the order of the topics; those of topics that are not known any more come last. */
const wholeShelf = (base: KnowledgeBase, today: string): Shelf => {
  const byTopic = new Map<string, Listed[]>([...base.topics.keys()].map((topic) => [topic, []]));
  for (const listed of base.list()) {
    const of = byTopic.get(listed.topic);
    if (of) of.push(listed);
    else byTopic.set(listed.topic, [listed]);
  }
  const entries: Shelf['entries'][number][] = [];
  let last = '';
  for (const [id, articles] of byTopic) {
    if (articles.length === 0) continue;
    const topic = base.topics.get(id) ?? { id, domain: '', group: '', name: id };
    const group = `${topic.domain} ${topic.group}`;
    if (group !== last) entries.push({ kind: 'heading', key: `group ${group}`, of: topic });
    last = group;
    for (const article of inForceFirst(articles, today)) entries.push(article);
  }
  return new Shelf(base, today, 'all', entries);
};

let knownShelf: { readonly of: readonly unknown[]; readonly shelf: Shelf } | undefined;

/** The same as long as the knowledge and the day are: what is pinned or read changes nothing in it. */
const rememberedShelf = ({ knowledge: { base, edition }, today }: SeatModel): Shelf => {
  const of = [base, edition, today];
  if (!knownShelf?.of.every((part, at) => Object.is(part, of[at])))
    knownShelf = { of, shelf: wholeShelf(base!, today) };
  return knownShelf!.shelf;
};

/** Nothing is typed: what is pinned, what was read last, then everything by topic. */
const allRows = (model: SeatModel, base: KnowledgeBase): RowList => {
  const { use, today } = model;
  const section = (of: 'pinned' | 'recent', ids: readonly string[]): Row[] => {
    const found = ids.flatMap((id) => articleRow(base, today, of, id));
    return found.length === 0 ? [] : [{ kind: 'heading', key: of, of }, ...found];
  };
  return new RowList([...section('pinned', use.pinned), ...section('recent', use.recent)], rememberedShelf(model));
};

const looksLikeId = /^[a-z]{2,8}-?\d{1,6}$/;

/** Articles whose id was typed. */
const byId = (base: KnowledgeBase, today: string, text: string): ArticleRow[] => {
  const wanted = text.normalize('NFKC').toLowerCase().trim();
  if (!looksLikeId.test(wanted)) return [];
  const plain = (id: string): string => id.replace('-', '');
  const ids: string[] = [];
  for (const { id } of base.list()) {
    if (ids.length < mostResults && id.startsWith(wanted[0]!) && plain(id).startsWith(plain(wanted))) ids.push(id);
  }
  return ids.flatMap((id) => articleRow(base, today, 'id', id));
};

const found = (model: SeatModel, base: KnowledgeBase, key: string): RowList => {
  const { use, today, calls } = model;
  const lookup = model.lookups.get(key);
  const text = lookup?.query.text ?? '';
  const typed = text.trim() !== '';
  const topic = lookup?.topic;
  if (!typed && topic !== undefined) {
    return new RowList([], new Shelf(base, today, 'topic', inForceFirst(base.ofTopic(topic), today)));
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
      .flatMap((finding) => articleRow(base, today, 'found', finding.id, finding)),
  ];
  return new RowList(rows.length > 0 ? rows : topicRows(base, findings.nearest));
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
const known = new Map<string, { parts: readonly unknown[]; rows: RowList }>();
const noRows = new RowList([]);

/** The rows of a lookup's list. Remembered for as long as what they rest on is the same, for every key asks for them. */
export const rowsOf = (model: SeatModel, key: string): RowList => {
  const { base } = model.knowledge;
  if (!base) return noRows;
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
  const results = base
    .find(text, { today, limit: most })
    .results.flatMap(({ id }) => articleRow(base, today, 'found', id));
  return [...named, ...results.filter(({ id }) => !named.some((other) => other.id === id))].slice(0, most);
};
