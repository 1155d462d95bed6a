import type { Urgency } from '../../domain/calendar/deadline.ts';
import { dispatchDeadline } from '../../domain/calendar/deadline.ts';
import { workingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Settings } from '../../domain/settings.ts';
import { likelyCategory } from '../../domain/ticket/likely-category.ts';
import { likelyUnits } from '../../domain/ticket/likely-units.ts';
import { type Category, categories } from '../../domain/ticket/ticket.ts';
import type { Topic } from '../../kb/topics.ts';
import { citationsOf } from './knowledge/citations.ts';
import type { SeatModel } from './model.ts';

/** What a ticket is filed under, as far as it can be known: the expert corrects it, and types none of it. */

/** Articles whose topics are offered first. */
const likelyTopics = 5;

/** The categories, the likeliest first. */
export const categoriesFor = ({ calls }: SeatModel, id: string): readonly Category[] => {
  const likely = likelyCategory(calls.get(id)?.question ?? '');
  return [likely, ...categories.filter((category) => category !== likely)];
};

const findTopics = (model: SeatModel, id: string): readonly Topic[] => {
  const { knowledge, calls, today } = model;
  const { base } = knowledge;
  const call = calls.get(id);
  if (!base || !call) return [];
  const topicOf = (article: string): string[] => {
    const topic = base.article(article)?.topic;
    return topic === undefined ? [] : [topic];
  };
  const asked = { today, limit: likelyTopics, call: { domain: call.domain, topic: call.topic } };
  const likely = [
    ...(call.topic === null ? [] : [call.topic]),
    ...citationsOf(model, id).flatMap(topicOf),
    ...base.find(call.question, asked).results.map(({ topic }) => topic),
  ];
  const inDomain = [...base.topics.values()].filter(({ domain }) => domain === call.domain);
  const first = [...new Set(likely)].flatMap((topic) => base.topics.get(topic) ?? []);
  return [...first, ...inDomain.filter((topic) => !first.includes(topic))];
};

const rememberedCalls = 16;
const known = new Map<string, { readonly parts: readonly unknown[]; readonly topics: readonly Topic[] }>();

/**
 * The topics of the call's domain, the likeliest first: what the call was handed over as, what the answer cites, what the question finds.
 * Remembered for as long as what they rest on is the same, for the call screen asks whenever it is drawn.
 */
export const topicsFor = (model: SeatModel, id: string): readonly Topic[] => {
  const { knowledge, today, calls } = model;
  const call = calls.get(id);
  const cited = citationsOf(model, id);
  const parts = [knowledge.base, knowledge.edition, today, call?.question, call?.domain, call?.topic, cited];
  const last = known.get(id);
  if (last?.parts.every((part, at) => Object.is(part, parts[at]))) return last.topics;
  const topics = findTopics(model, id);
  known.delete(id);
  known.set(id, { parts, topics });
  if (known.size > rememberedCalls) known.delete(known.keys().next().value!);
  return topics;
};

/** The topic that is known so far: of the call, or the likeliest. */
export const likelyTopic = (model: SeatModel, id: string): string | null =>
  model.calls.get(id)?.topic ?? topicsFor(model, id)[0]?.id ?? null;

/** Texts for the citizen's telephone that go with the answer: those of the cited articles, with today's figures. */
export const smsFor = (
  model: SeatModel,
  id: string,
): readonly { readonly article: string; readonly text: string }[] => {
  const { base } = model.knowledge;
  return citationsOf(model, id).flatMap((article) => {
    const text = base?.readOut(article, model.today)?.sms ?? '';
    return text === '' ? [] : [{ article, text }];
  });
};

/** The units that an order on a topic may go to, the likeliest first. */
export const unitsFor = ({ settings, tickets }: SeatModel, topic: string | null): readonly string[] =>
  likelyUnits(topic, settings.units, [...tickets.values()]);

/** When an order would be due if it went out now. `provisional`: holidays up to then are not announced yet. */
export const dueAt = (
  { calendar, dispatchLimits }: Settings,
  urgency: Urgency,
  now: number,
): { readonly at: number; readonly provisional: boolean } => {
  const working = workingCalendar(calendar);
  const from = new Date(now);
  const deadline = dispatchDeadline(from, urgency, working, dispatchLimits);
  return { at: deadline.getTime(), provisional: !working.known(from, deadline) };
};
