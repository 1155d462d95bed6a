import type { Category } from '../../domain/ticket/ticket.ts';
import { stateOn } from '../../kb/article/article.ts';
import { draftOf } from '../state/desk.ts';
import { smsFor } from '../state/filing.ts';
import { citationsOf, citedTitle } from '../state/knowledge/citations.ts';
import type { SeatModel } from '../state/model.ts';
import { formKey } from '../state/overlay.ts';
import { closeTicket } from '../state/ticket-commands.ts';
import type { Say } from '../words/words.ts';
import { afterCallField } from './after-call.ts';
import { categoryField, topicField } from './filing-fields.ts';
import type { Field, FormSpec } from './form-spec.ts';

/** The choice of no text for the telephone. */
const noSms = '';

/** A cited article, and whether it is not in force: the last chance to notice. */
const citedNow = (model: SeatModel, id: string, say: Say): string => {
  const title = citedTitle(model, id);
  const article = model.knowledge.base?.article(id);
  const state = article ? stateOn(article, model.today) : 'in-force';
  return state === 'in-force' ? title : say('kb.cited.marked', { title, mark: say(`kb.mark.${state}`) });
};

/** Which cited article's text goes to the telephone; not asked while none has one. */
const smsField = (model: SeatModel, call: string): readonly Field[] =>
  smsFor(model, call).length === 0
    ? []
    : [
        {
          type: 'choice',
          id: 'sms',
          label: 'form.sms',
          options: (now, say) => [
            ...smsFor(now, call).map(({ article }) => ({ value: article, label: article })),
            { value: noSms, label: say('form.sms.none') },
          ],
          initial: (now) => smsFor(now, call)[0]?.article ?? noSms,
        },
      ];

const smsText = (model: SeatModel, call: string, article: string | undefined): string | undefined =>
  smsFor(model, call).find((sms) => sms.article === article)?.text;

/** What the telephone will get, or that it will get nothing; no word while there is no such choice. */
const smsNow = (model: SeatModel, call: string, say: Say): readonly string[] => {
  if (smsFor(model, call).length === 0) return [];
  const value = model.forms.get(formKey('close', call))?.values.sms;
  const text = smsText(model, call, value?.type === 'choice' ? value.value : noSms);
  return [say('form.close.sms', { text: text ?? say('form.sms.none') })];
};

/** Close the ticket with the answer on the call screen, and the articles that it rests on. */
export const closeForm: FormSpec = {
  kind: 'close',
  title: 'form.close.title',
  go: 'form.close.go',
  intro: (model, say, call) => {
    const cited = citationsOf(model, call).map((id) => citedNow(model, id, say));
    return [
      ...(cited.length > 0 ? [say('form.close.cited', { articles: cited.join(say('list.comma')) })] : []),
      ...smsNow(model, call, say),
      say('form.close.answer', { text: draftOf(model, call).text.trim() }),
    ];
  },
  fields: (model, call) => [
    categoryField(call),
    ...topicField(model, call),
    ...smsField(model, call),
    ...afterCallField(model, call),
  ],
  eager: true,
  submit: (session, values, call) => {
    const sms = smsText(session.store.get(), call, values.sms);
    const { topic = '' } = values;
    return closeTicket(session, call, {
      category: values.category as Category,
      ...(topic !== '' && { topic }),
      ...(sms !== undefined && { sms }),
      keepCall: values.after === 'keep',
    });
  },
};
