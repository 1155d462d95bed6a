import { pointOf } from '../../claims/claim-form.ts';
import { betweenCodes } from '../marks.ts';
import { type Item, type MarkGroup, yes } from './item.ts';

const filedAs = <Field extends 'category' | 'topic' | 'urgency'>(field: Field, was: string, right: boolean) =>
  `${field}.${right ? 'right' : was === '' ? 'none' : 'wrong'}` as const;

/** What was filed: category, topic, urgency, what the text has to hold, the text for the telephone. Nothing is filed of a call given away. */
export const ticket: MarkGroup = (facts, { expect, topic }, { weights }) => {
  const worth = weights.ticket;
  const { ending } = facts;
  const done = ending?.step.do === 'close' || ending?.step.do === 'dispatch' ? ending.step : undefined;
  const wanted =
    'close' in expect.ending ? expect.ending.close : 'dispatch' in expect.ending ? expect.ending.dispatch : undefined;
  if (!wanted) return [];
  const items: Item[] = [];
  const common = { group: 'ticket', steps: done && ending ? [ending.place] : [] } as const;
  const path = ['expect', 'ending'];
  if (wanted.category) {
    const was = done?.category ?? '';
    const right = wanted.category.some((category) => category === was);
    items.push({
      ...common,
      id: 'ticket.category',
      about: wanted.category[0]!,
      worth: worth.category,
      share: yes(right),
      why: filedAs('category', was, right),
      details: { was, wanted: wanted.category.join(betweenCodes) },
      path,
    });
  }
  const filed = done?.topic ?? '';
  const fits = filed === topic || expect.cite.includes(filed);
  items.push({
    ...common,
    id: 'ticket.topic',
    about: topic,
    worth: worth.topic,
    share: yes(fits),
    why: filedAs('topic', filed, fits),
    details: { was: filed, wanted: topic },
    path: ['topic'],
  });
  if ('urgency' in wanted && wanted.urgency) {
    const was = done?.do === 'dispatch' ? done.urgency : '';
    const right = wanted.urgency.some((urgency) => urgency === was);
    items.push({
      ...common,
      id: 'ticket.urgency',
      about: wanted.urgency[0]!,
      worth: worth.urgency,
      share: yes(right),
      why: filedAs('urgency', was, right),
      details: { was, wanted: wanted.urgency.join(betweenCodes) },
      path,
    });
  }
  const text = done === undefined ? '' : done.do === 'close' ? done.answer : `${done.reason}。${done.answer ?? ''}`;
  expect.ticket.forEach(({ id, says }, at) => {
    const there = facts.writtenIn(text, says);
    items.push({
      ...common,
      id: `ticket.${id}`,
      about: pointOf(says),
      worth: worth.text / expect.ticket.length,
      share: yes(there),
      why: there ? 'written' : 'not-written',
      path: ['expect', 'ticket', at],
    });
  });
  if (expect.sms === 'needed') {
    const sent = done?.do === 'close' && done.sms !== null;
    items.push({
      ...common,
      id: 'ticket.sms',
      about: 'sms',
      worth: worth.sms,
      share: yes(sent),
      why: sent ? 'sms' : 'no-sms',
      path: ['expect', 'sms'],
    });
  }
  return items;
};
