import { type ClaimForm, listOf } from './claim-form.ts';
import { Comparison } from './comparison.ts';
import { orderOf } from './order.ts';
import { Phrase, type Vocabulary } from './phrase.ts';
import { type Polarity, polarityAt } from './polarity.ts';
import type { Clause } from './speech.ts';
import type { Heard, Turn } from './turn.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly agrees: boolean;
}

const opposite = (asked: Polarity, said: Polarity): boolean =>
  asked === 'so' ? said !== 'so' : said === 'so' || said !== asked;

/** One part of a claim: any of its wordings. */
class Part {
  private readonly phrases: readonly Phrase[];
  private readonly bySound: boolean;

  constructor(wordings: readonly string[], vocabulary: Vocabulary, { bySound = true } = {}) {
    this.bySound = bySound;
    this.phrases = wordings.map((wording) => new Phrase(wording, vocabulary));
  }

  /** Where it stands, whatever is done with it. */
  named({ text }: Turn): Place[] {
    return this.phrases.flatMap((phrase) => [...phrase.places(text)].map((place) => ({ ...place, agrees: true })));
  }

  /** Where somebody speaks of it without asking, doubting or telling what others say: so, not so, or supposed. */
  raised(turn: Turn): Place[] {
    return this.named(turn).filter(({ end }) => {
      const act = clauseAt(turn.clauses, end)?.act;
      return act === 'states' || act === 'denies' || act === 'supposes';
    });
  }

  /** Where it is stated as it is meant, and where the other way round. */
  in({ text, clauses }: Turn): Place[] {
    const places: Place[] = [];
    for (const phrase of this.phrases) {
      for (const { start, end, broken } of phrase.places(text, { bySound: this.bySound })) {
        const clause = clauseAt(clauses, end);
        if (!clause || (clause.open && start >= clause.open.start && start < clause.open.end)) continue;
        if (phrase.asks) {
          places.push({ start, end, agrees: true });
          continue;
        }
        if (clause.act === 'asks' || clause.act === 'doubts' || clause.act === 'reports') continue;
        const from = Math.max(0, start - clause.start);
        const outside = start >= clause.start ? polarityAt(clause.text, from, end - clause.start) : 'so';
        const said = broken ? 'not-so' : outside;
        const agrees = opposite(phrase.polarity, said) === (clause.act === 'denies');
        // What would be if it were otherwise contradicts nothing.
        if (agrees || clause.act !== 'supposes') places.push({ start, end, agrees });
      }
    }
    return places;
  }
}

/** What keeps a claim from being heard has to be said itself: 待款项 only sounds like 贷款. */
const barring = (wordings: readonly string[], vocabulary: Vocabulary): Part =>
  new Part(wordings, vocabulary, { bySound: false });

const clauseAt = (clauses: readonly Clause[], end: number): Clause | undefined =>
  clauses.find(({ start, text }) => end > start && end <= start + text.length);

/** Something that may be said, ready to be listened for. */
export class Claim {
  /** How a person puts it. */
  readonly point: string;
  private readonly parts: readonly Part[];
  private readonly inOrder: boolean;
  private readonly about: readonly Part[] = [];
  private readonly pairs: readonly (readonly [Part, Part])[] = [];
  private readonly without: Part | undefined;
  private readonly comparison: Comparison | undefined;
  private readonly against: Comparison | undefined;

  constructor(form: ClaimForm, vocabulary: Vocabulary) {
    this.inOrder = false;
    if (typeof form === 'string') {
      this.point = form;
      this.parts = [new Part([form], vocabulary)];
    } else if ('any' in form) {
      this.point = form.point ?? form.any[0]!;
      this.parts = [new Part(form.any, vocabulary)];
    } else if ('compares' in form && !('all' in form)) {
      this.point = form.point;
      this.parts = [];
      this.comparison = new Comparison(form.compares, vocabulary);
    } else if ('pairs' in form) {
      this.point = form.point;
      this.parts = [];
      this.pairs = form.pairs.map(([one, other]) => [
        new Part(listOf(one), vocabulary),
        new Part(listOf(other), vocabulary),
      ]);
      this.without = form.without === undefined ? undefined : barring(listOf(form.without), vocabulary);
    } else {
      this.point = form.point;
      this.about = (form.about ?? []).map((wordings) => new Part(listOf(wordings), vocabulary));
      this.parts = form.all.map((wordings) => new Part(listOf(wordings), vocabulary));
      this.inOrder = form.in_order;
      this.against = form.compares && new Comparison(form.compares, vocabulary);
      this.without = form.without === undefined ? undefined : barring(listOf(form.without), vocabulary);
    }
  }

  /** Whether its words stand in a turn, whatever is done with them. */
  mentionedIn(turn: Turn): boolean {
    return this.parts.length > 0 && this.parts.every((part) => part.named(turn).length > 0);
  }

  /** What a turn does to it. */
  heardIn(turn: Turn): Heard {
    if (this.comparison) return this.comparison.heardIn(turn);
    if (this.without?.in(turn).some(({ agrees }) => agrees)) return undefined;
    if (this.pairs.length > 0) return this.heardAsPairs(turn);
    if (this.about.some((part) => part.raised(turn).length === 0)) return undefined;
    const found = this.parts.map((part) => part.in(turn));
    if (found.some((places) => places.length === 0)) return undefined;
    const stated = found.map((places) => places.filter(({ agrees }) => agrees));
    if (stated.some((places) => places.length === 0)) return 'contradicted';
    if (this.against?.heardIn(turn) === 'contradicted') return 'contradicted';
    if (!this.inOrder) return 'said';
    const order = stated.map((places) => places.map(({ start, end }) => orderOf(turn.text, start, end)));
    return inTurn(order) ? 'said' : 'contradicted';
  }

  /** Each of a pair has to have its own other nearest by, and not that of another pair. */
  private heardAsPairs(turn: Turn): Heard {
    const stated = this.pairs.map(([one, other]) => [
      // What somebody wants may be asked or supposed; what they are to take for it is said.
      one.named(turn),
      other.in(turn).filter(({ agrees }) => agrees),
    ]);
    if (stated.some(([ones, others]) => ones!.length === 0 || others!.length === 0)) return undefined;
    const nearest = (place: Place, of: readonly Place[]): number =>
      Math.min(...of.map((other) => between(turn.text, place, other)));
    const right = stated.every(([ones, others], at) =>
      ones!.some((place) =>
        stated.every(
          ([, foreign], elsewhere) => elsewhere === at || nearest(place, others!) < nearest(place, foreign!),
        ),
      ),
    );
    return right ? 'said' : 'contradicted';
  }
}

/** As far as so many characters is the end of a sentence, and that of a clause or a question, which its answer follows. */
const sentenceApart = 20;
const clauseApart = 6;

/** How far two places of a turn are from each other. */
const between = (text: string, a: Place, b: Place): number => {
  const [from, to] = [Math.min(a.end, b.end), Math.max(a.start, b.start)];
  if (to <= from) return 0;
  const count = (marks: RegExp): number => text.slice(from, to).match(marks)?.length ?? 0;
  return to - from + count(/[。！；]/g) * sentenceApart + count(/[，？]/g) * clauseApart;
};

/** Whether one place of each can be chosen so that they go up. */
const inTurn = (order: readonly (readonly number[])[]): boolean => {
  let last = Number.NEGATIVE_INFINITY;
  for (const places of order) {
    const next = Math.min(...places.filter((place) => place > last));
    if (next === Number.POSITIVE_INFINITY) return false;
    last = next;
  }
  return true;
};
