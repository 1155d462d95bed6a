import type { Snippet } from '../../../kb/snippets/snippet.ts';
import { fillSnippet, type KnownField } from '../../../kb/snippets/snippet-text.ts';
import { likelyTopic } from '../filing.ts';
import { citationsOf } from '../knowledge/citations.ts';
import type { SeatModel } from '../model.ts';
import { shownCall } from '../selectors.ts';

/** A snippet in the list: whose it is, and whether it is about what the call is about. */
export interface OfferedSnippet {
  readonly snippet: Snippet;
  readonly of: 'person' | 'centre';
  readonly fits: boolean;
}

/** What the fields of a snippet stand for in the shown call. */
const fieldValues = (model: SeatModel): Partial<Record<KnownField, string>> => {
  const call = shownCall(model);
  const { base } = model.knowledge;
  const cited = citationsOf(model, call?.id)[0];
  const day = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const values: Partial<Record<KnownField, string | undefined>> = {
    caller: call?.name,
    seat: model.me?.name,
    ticket: call?.ticket,
    today: day.format(Date.parse(model.today)),
    topic: base?.topics.get((call && likelyTopic(model, call.id)) ?? '')?.name,
    article: cited === undefined ? undefined : base?.article(cited)?.title,
    question: call?.question,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};

/** Texts of snippets as they would go into the shown call's answer. */
export const fillerFor = (model: SeatModel): ((snippet: Snippet) => string) => {
  const values = fieldValues(model);
  return ({ text }) => fillSnippet(text, values);
};

/** Snippets for the shown call: what is about its topic, then the person's own, then the centre's; none of another domain. */
export const offeredSnippets = (model: SeatModel, mine: readonly Snippet[]): readonly OfferedSnippet[] => {
  const call = shownCall(model);
  const topic = call ? likelyTopic(model, call.id) : null;
  const fits = ({ topics = [] }: Snippet): boolean => topic !== null && topics.includes(topic);
  const offer = (of: OfferedSnippet['of']) => (snippet: Snippet) => ({ snippet, of, fits: fits(snippet) });
  return [...mine.map(offer('person')), ...(model.knowledge.base?.snippets ?? []).map(offer('centre'))]
    .filter(({ snippet: { domain } }) => domain === undefined || domain === call?.domain)
    .sort((a, b) => Number(b.fits) - Number(a.fits));
};
