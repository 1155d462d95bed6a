import { type Atom, atomLetter } from './atom.ts';
import { type Explained, LineMatcher, mostAtoms, type Weights, worthOf } from './line-matcher.ts';
import { longestQuery, type Query } from './query.ts';
import { mostSounds } from './query-terms.ts';
import { type Candidates, rarity } from './retrieve.ts';
import type { SearchIndex } from './search-index.ts';
import type { Parameters } from './search-parameters.ts';
import { isCompared } from './segment.ts';
import { lettersKey, pairKey, soundsKey, unitKey } from './term-key.ts';

/** How well each candidate answers, in the candidates' order: a score of 0 to about 1, and the line that does it best. */
export interface Ranking {
  readonly score: Float64Array;
  readonly line: Uint32Array;
}

/** The weight of a pair of atoms: how rare it is in the index, in the strictest way in which the index knows it. */
const pairWeight = (left: Atom, right: Atom, index: SearchIndex, unknown: number): number => {
  const { size } = index;
  if (left.unit && right.unit) {
    const documents = index.documentsWith(pairKey(left.unit, right.unit));
    if (documents > 0) return rarity(documents, size);
  }
  let fewest = Infinity;
  const count = (key: number): void => {
    const documents = index.documentsWith(key);
    if (documents > 0 && documents < fewest) fewest = documents;
  };
  const ways = left.sounds.length * right.sounds.length;
  if (ways === 0 || ways > mostSounds) count(lettersKey(atomLetter(left), atomLetter(right)));
  else for (const a of left.sounds) for (const b of right.sounds) count(soundsKey(a, b));
  return fewest < Infinity ? rarity(fewest, size) : unknown;
};

/** A pair that is in every article still counts a little. */
const leastWeight = 0.05;

const isBare = (atom: Atom): boolean => atom.unit === 0 && atom.sounds.length === 0;

/** What a pair that is found by sound or letter is worth of one that is found exactly; typed sounds cannot be found better. */
const alikeShare = (left: Atom, right: Atom, { byLetters, bySound }: Parameters): number => {
  if (isBare(left) || isBare(right)) return byLetters;
  return left.unit === 0 && right.unit === 0 ? 1 : bySound;
};

const numbers = () => new Float64Array(longestQuery);
/** The weights of the one query that is being ranked. */
const scratch = [numbers(), numbers(), numbers(), numbers(), numbers()] as const;

const weigh = ({ atoms, concepts }: Query, index: SearchIndex, parameters: Parameters): Weights => {
  const unknown = rarity(1, index.size) * parameters.unknownPair;
  const [exact, alike, swapped, concept, alone] = scratch;
  let total = 0;
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at]!;
    const documents = atom.unit && !atom.misspelt ? index.documentsWith(unitKey(atom.unit)) : 0;
    const itself = documents > 0 ? rarity(documents, index.size) * (atom.filler ? parameters.filler : 1) : 0;
    alone[at] = itself * parameters.alone;
    exact[at] = alike[at] = swapped[at] = concept[at] = 0;
    // The pair across two pieces of a long query belongs to neither.
    if (at % mostAtoms === 0) continue;
    const left = atoms[at - 1]!;
    const edge = concepts.some(({ start, end }) => start === at || end === at);
    const share = left.filler || atom.filler ? parameters.filler : edge ? parameters.edge : 1;
    const pair = pairWeight(left, atom, index, unknown) * share + leastWeight;
    exact[at] = pair;
    alike[at] = pair * alikeShare(left, atom, parameters);
    swapped[at] = pair * parameters.swapped;
    concept[at] = pair * parameters.byConcept;
    total += pair;
  }
  return { exact, alike, swapped, concept, alone, total: total || 1 };
};

/** Scores candidates by comparing the query with their lines. One ranker serves all queries. */
export class Ranker {
  private readonly matcher = new LineMatcher();
  private readonly all: Explained = { exact: 0, alike: 0, swapped: 0, concept: 0, alone: 0 };

  rank(index: SearchIndex, query: Query, { docs, gains }: Candidates, parameters: Parameters): Ranking {
    const weights = weigh(query, index, parameters);
    const score = new Float64Array(docs.length);
    const line = new Uint32Array(docs.length);
    const best = new Float64Array(docs.length).fill(-1);
    const { atoms } = query;
    for (let from = 0; from < atoms.length; from += mostAtoms) {
      const total = pieceTotal(weights, from, atoms.length);
      const share = total / weights.total;
      this.matcher.prepare(query, from);
      const piece = { ...weights, total };
      for (let at = 0; at < docs.length; at++) {
        const part = share * this.scoreDoc(index, docs[at]!, piece, from, from === atoms.length - 1, parameters);
        score[at]! += part;
        if (part > best[at]!) {
          best[at] = part;
          line[at] = this.bestLine;
        }
      }
      this.matcher.clear();
    }
    let most = 1e-9;
    for (const gain of gains) if (gain > most) most = gain;
    for (let at = 0; at < docs.length; at++) score[at]! += (parameters.terms * gains[at]!) / most;
    return { score, line };
  }

  /** The line that the last scored document answers with best. */
  private bestLine = 0;

  private scoreDoc(
    index: SearchIndex,
    doc: number,
    weights: Weights,
    from: number,
    single: boolean,
    parameters: Parameters,
  ): number {
    const { matcher, all } = this;
    const { found } = matcher;
    const segment = doc < index.main.docCount ? index.main : index.delta!;
    const at = segment === index.main ? doc : doc - index.main.docCount;
    all.exact = all.alike = all.swapped = all.concept = all.alone = 0;
    let best = 0;
    this.bestLine = segment.docLine[at]!;
    for (let line = segment.docLine[at]!; line < segment.docLine[at + 1]!; line++) {
      const field = segment.lineField[line]!;
      if (!isCompared(field)) break;
      matcher.match(segment, line);
      if (!(found.exact | found.alike | found.concept | found.alone)) continue;
      all.exact |= found.exact;
      all.alike |= found.alike;
      all.swapped |= found.swapped;
      all.concept |= found.concept;
      all.alone |= found.alone;
      const recall = Math.min(1, worthOf(found, weights, from, single) / weights.total);
      const precision = Math.min(1, Math.max(found.concept ? conceptPrecision : 0, found.matched / found.length));
      const fit =
        recall ** parameters.recallPower * (1 - parameters.precisionShare + parameters.precisionShare * precision);
      const score =
        fit * parameters.field[field]! +
        (found.starts ? parameters.starts : 0) +
        (recall > 0.98 && found.matched === found.length ? parameters.whole : 0);
      if (score > best) {
        best = score;
        this.bestLine = line;
      }
    }
    if (best === 0) return 0;
    const together = Math.min(1, worthOf(all, weights, from, single) / weights.total);
    return (best + parameters.union * together) / (1 + parameters.union);
  }
}

/** A line that says it in other words is taken to be half about it. */
const conceptPrecision = 0.5;

const pieceTotal = ({ exact, total }: Weights, from: number, count: number): number => {
  if (count <= mostAtoms) return total;
  let sum = 0;
  for (let at = from; at < Math.min(count, from + mostAtoms); at++) sum += exact[at]!;
  return sum || 1;
};
