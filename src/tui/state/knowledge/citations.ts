import type { SeatModel } from '../model.ts';

/** The most articles that a ticket takes (contract: Close). */
export const mostCitations = 20;

const none: readonly string[] = [];

export const citationsOf = ({ citations }: SeatModel, call: string | undefined): readonly string[] =>
  (call === undefined ? undefined : citations.get(call)) ?? none;

/** The answer of a call rests on an article; once is enough, and a full list stays as it is. */
export const cite = (model: SeatModel, call: string, article: string): SeatModel => {
  const cited = citationsOf(model, call);
  if (cited.includes(article) || cited.length >= mostCitations) return model;
  return { ...model, citations: new Map(model.citations).set(call, [...cited, article]) };
};

export const takeBackCitation = (model: SeatModel, call: string, article: string): SeatModel => ({
  ...model,
  citations: new Map(model.citations).set(
    call,
    citationsOf(model, call).filter((id) => id !== article),
  ),
});

/** Cited articles for people: id and title, or the id of one that is not in the knowledge base any more. */
export const citedTitle = ({ knowledge }: SeatModel, id: string): string => {
  const title = knowledge.base?.article(id)?.title;
  return title === undefined ? id : `${id} ${title}`;
};
