/** Numbers of the ranking, tuned on one half of bench/kb/questions.tsv and measured on the other. */
export const parameters = {
  /** A pair of neighbours that match by sound, or by first letters, counts this part of a pair that matches exactly. */
  bySound: 0.72,
  byLetters: 0.6,
  byConcept: 0.8,
  /** A character that matches without its neighbour. */
  alone: 0.3,
  /** What the weight of a pair is made of that the index does not know, relative to the rarest. */
  unknownPair: 0.35,
  /** Words that carry nothing of their own, such as 请问. */
  filler: 0.12,
  /** How the share of the query that a line explains (`recall`) counts, and how much of it hangs on how much of the line the query explains. */
  recallPower: 1.3,
  precisionShare: 0.25,
  /** Field by field: title, question, keyword, topic. */
  field: [1, 1, 0.95, 0.95],
  /** A line that begins as the query does. */
  starts: 0.01,
  /** A document's score is that of its best line, and this much of what its lines together and its terms anywhere give. */
  union: 0.5,
  terms: 0.45,
  /** Additions for what is known of the call, and for use. */
  sameTopic: 0.25,
  sameDomain: 0.1,
  use: 0.02,
};
export type Parameters = typeof parameters;
