import { localDay } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { type Question, readQuestions } from './eval-file.ts';
import { openKnowledge } from './seat-knowledge.ts';

/** So many articles are asked for; a topic further down counts as not found. */
const depth = 50;
/** So many topics are told of what came in place of the right one. */
const told = 3;
const listed = 5;

interface Asked extends Question {
  /** Place of the right topic, from 1, each topic counting where it first appears; 0: not found. */
  readonly place: number;
  readonly came: readonly string[];
}

/** Of some questions: share with the right topic first, among the first five, and the mean of 1 / its place. */
const qualityOf = (asked: readonly Asked[]) => {
  const mean = (value: (place: number) => number): number =>
    Math.round((asked.reduce((sum, { place }) => sum + value(place), 0) / asked.length) * 1e4) / 1e4;
  return {
    questions: asked.length,
    recall1: mean((place) => (place === 1 ? 1 : 0)),
    recall5: mean((place) => (place >= 1 && place <= listed ? 1 : 0)),
    mrr: mean((place) => (place === 0 ? 0 : 1 / place)),
  };
};

/** `kb eval`: how well the search finds what a file of questions says it should find. */
export const evaluateSearch: Work<[string], { misses?: boolean }> = async (context, [file], { misses = false }) => {
  const { say } = context;
  const { base } = await openKnowledge(context);
  const today = localDay();
  const asked = (await readQuestions(context, file, base.topics)).map((question): Asked => {
    const came = [...new Set(base.find(question.query, { limit: depth, today }).results.map(({ topic }) => topic))];
    return { ...question, place: came.indexOf(question.topic) + 1, came: came.slice(0, told) };
  });
  const kinds = [...new Set(asked.map(({ kind }) => kind))].filter((kind) => kind !== '').sort();
  const overall = qualityOf(asked);
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, qualityOf(asked.filter((one) => one.kind === kind))]));
  const missed = asked.filter(({ place }) => place !== 1);
  // Unless all are wanted, those that a person would not see on the first screen.
  const shown = misses ? missed : missed.filter(({ place }) => place === 0 || place > listed);
  await show(context, { file, overall, kinds: byKind, misses: missed }, () => {
    const rows = [...Object.entries(byKind), [say('kb.eval.all'), overall] as const];
    const percent = (share: number): string => (share * 100).toFixed(1);
    const summary = table(
      [say('kb.eval.kind'), say('kb.eval.questions'), 'Recall@1', 'Recall@5', 'MRR'],
      rows.map(([kind, { questions, recall1, recall5, mrr }]) => [
        kind,
        questions,
        percent(recall1),
        percent(recall5),
        mrr.toFixed(3),
      ]),
    );
    if (shown.length === 0) return summary;
    const list = table(
      [say('kb.eval.line'), say('kb.eval.expected'), say('kb.eval.place'), say('kb.eval.query'), say('kb.eval.came')],
      shown.map(({ line, topic, place, query, came }) => [line, topic, place || '-', query, came.join(' ')]),
    );
    return `${summary}\n${list}`;
  });
  remark(context, say('kb.eval.misses', { first: missed.length, shown: shown.length }));
  return undefined;
};
