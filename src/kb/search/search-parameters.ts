/** Numbers of the ranking, tuned on one half of bench/kb/questions.tsv and measured on the other. */
export const parameters = {
  /** A pair of neighbours that match by sound, or by first letters, counts this part of a pair that matches exactly. */
  bySound: 0.5,
  byLetters: 0.9,
  /** A pair within a phrase that the line says in other words. */
  byConcept: 1,
  /** A pair the other way round. */
  swapped: 0.8,
  /** A character that matches without its neighbour. */
  alone: 0.6,
  /** What a document gains in the index by each kind of term that it shares with the query, before the term's rarity. */
  gain: {
    pair: 1.6,
    sounds: 0.15,
    typedSounds: 2.2,
    swapped: 0.2,
    letters: 0.65,
    twoLetters: 0.25,
    unit: 1.3,
    onlyUnit: 1,
    concept: 2,
    word: 1.6,
    line: 2,
  },
  /** The weight of a pair that the index does not know, relative to the rarest. */
  unknownPair: 1,
  /** Words that carry nothing of their own, such as 请问. */
  filler: 0.04,
  /** A pair across the edge of a phrase that the synonyms know: words come in any order. */
  edge: 0.25,
  /** How the share of the query that a line explains (`recall`) counts, and how much of it hangs on how much of the line the query explains. */
  recallPower: 1.2,
  precisionShare: 0.5,
  /** Field by field: title, question, keyword, topic. */
  field: [0.65, 0.7, 0.8, 1.6],
  /** A line that begins as the query does. */
  starts: 0.01,
  /** A line that says what was typed and nothing else. */
  whole: 0.5,
  /** A document's score is that of its best line, and this much of what its lines together and its terms anywhere give. */
  union: 0.45,
  terms: 0.42,
  /** Additions for what is known of the call, and for use. */
  sameTopic: 0.25,
  sameDomain: 0.1,
  use: 0.02,
};
export type Parameters = typeof parameters;
