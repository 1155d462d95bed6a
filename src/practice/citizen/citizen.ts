import { Draws } from '../../fund-sandbox/random/draws.ts';
import { Claim } from '../claims/claim.ts';
import type { Vocabulary } from '../claims/phrase.ts';
import { readTurn } from '../claims/turn.ts';
import type { Mood, Scenario } from '../scenario/scenario.ts';
import { type Caller, filledIn } from './caller.ts';
import { piecesOf, sentencesOf, wantsAnswer } from './hearing.ts';
import { formulasOf, type Intent, type Manner, type Occasion } from './manner.ts';
import { Temper } from './temper.ts';
import type { Understanding, Understood } from './understanding.ts';

/** What a citizen does. `at`: milliseconds since the call was taken. */
export type CitizenAct =
  | { readonly does: 'says'; readonly at: number; readonly text: string; readonly mood: Mood }
  | { readonly does: 'ends'; readonly at: number; readonly how: 'hangs-up' | 'line-drops' | 'goodbye' }
  | {
      readonly does: 'second-caller';
      readonly at: number;
      readonly name: string;
      readonly question: string;
      readonly waitsMs: number;
    };

/** What citizens of all scenarios share. */
export interface Manners {
  readonly manner: Manner;
  readonly vocabulary: Vocabulary;
}

/** So often a citizen asks whether anybody is there before they hang up. */
const mostSilences = 3;
/** Who is asked to wait waits so much longer. */
const grantedMs = 60_000;
/** On hold people bear silence longer. */
const heldPatience = 2;
/** So often a citizen whose matter is open is taken leave of before they go. */
const mostGoodbyes = 2;
/** After so many turns that do not touch the matter the citizen comes back to it. */
const turnsAside = 3;
/** How long a citizen takes to begin to answer. */
const answersAfterMs = 900;

/** From this score on a statement names what the citizen knows. */
const asGoodAsNamed = 0.85;
/** From this score on a part of a question is a question of its own. */
const askedBesides = 0.7;
/** Nobody answers more questions at once. */
const mostAnswers = 3;
/** Says that the call goes on elsewhere. */
const handsOn = /(?:给|帮|把)(?:您|你|电话)[^，。]{0,6}(?:转到|转接|转过|转给)|(?:别|不要|先别)(?:挂机|挂断|挂电话)/;

/** Takes the citizen for somebody by name, and asks whether they are: 您是王芳本人吗. */
const namesSomebody =
  /(?:您|你)(?:是|叫)(?!不是|账户|这个)\p{Script=Han}{2,3}(?:本人|先生|女士)?(?:吗|吧|对吧|是吗|不)[？?]?$/u;

/** So few words that name something ask for it: 身份证号。 */
const fewWords = 7;

/** What is asked of the person. */
const personIntents = [
  'ask-name',
  'ask-id-number',
  'ask-account',
  'ask-phone',
  'ask-employer',
  'ask-employer-account',
] as const;
const aboutPerson: ReadonlySet<string> = new Set(personIntents.map((id) => `intent:${id}`));

/**
 * A simulated citizen in one call. Deterministic: the same scenario, seed, and things done at the same times give the same words. Time is told
 * to it, never read.
 */
export class Citizen {
  private readonly scenario: Scenario;
  private readonly caller: Caller;
  private readonly manner: Manner;
  private readonly understanding: Understanding;
  private readonly draws: Draws;
  private readonly temper: Temper;
  private readonly points: ReadonlyMap<string, Claim>;
  private readonly objections: readonly { readonly claims: readonly Claim[]; readonly at: number }[];
  private readonly rude: readonly Claim[];
  private readonly made = new Set<string>();
  private readonly objected = new Set<number>();
  /** What the citizen has told already. */
  private readonly known = new Set<number>();
  private readonly told = new Map<string, number>();
  private readonly happened = new Set<number>();
  private turns = 0;
  private aside = 0;
  private goodbyes = 0;
  private silences = 0;
  private lastHeard = 0;
  private granted = 0;
  private held = false;
  /** They were told that they are handed on, and stay on the line. */
  private handedOn = false;
  private askedNext = false;
  private saidSatisfied = false;
  private opened = false;
  private over = false;

  constructor(
    scenario: Scenario,
    caller: Caller,
    seed: number,
    { manner, vocabulary }: Manners,
    understanding: Understanding,
  ) {
    this.scenario = scenario;
    this.caller = caller;
    this.manner = manner;
    this.understanding = understanding;
    this.draws = new Draws(seed, `citizen ${scenario.id}`, 0);
    this.temper = new Temper(scenario.citizen.mood);
    this.points = new Map(scenario.expect.say.map(({ id, says }) => [id, new Claim(says, vocabulary)]));
    this.objections = scenario.citizen.objects.map(({ claims }, at) => ({
      claims: claims.map((claim) => new Claim(claim, vocabulary)),
      at,
    }));
    this.rude = manner.rude.map((words) => new Claim(words, vocabulary));
  }

  get mood(): Mood {
    return this.temper.mood;
  }

  /** Whether everything that the citizen had to be told was told. */
  get satisfied(): boolean {
    return this.open.length === 0;
  }

  /** The seat has taken the call: from now on the citizen is there, and waits to be greeted. */
  taken(at: number): void {
    this.lastHeard = at;
  }

  /** What the citizen does by itself up to a time. */
  advance(to: number): CitizenAct[] {
    const acts: CitizenAct[] = [];
    const { happens, patience, silent } = this.scenario.citizen;
    happens.forEach((happening, place) => {
      const at = happening.after * 1000;
      if (this.over || at > to || this.happened.has(place)) return;
      this.happened.add(place);
      if (happening.unless?.length && happening.unless.every((id) => this.made.has(id))) return;
      this.temper.set(happening.mood);
      if (happening.says !== undefined && !this.held) acts.push(...this.say(happening.says, at));
      if (happening.second_caller) {
        const { name, question, waits } = happening.second_caller;
        acts.push({ does: 'second-caller', at, name, question, waitsMs: waits * 1000 });
      }
      if (happening.ends) acts.push(...this.end(at, happening.ends));
    });
    if (this.over || silent === 'never' || (silent !== undefined && this.turns < silent)) return acts;
    const bears = (patience * 1000 + this.granted) * (this.held ? heldPatience : 1);
    while (!this.over && to - this.lastHeard >= bears) {
      const at = this.lastHeard + bears;
      this.lastHeard = at;
      this.granted = 0;
      this.silences++;
      this.temper.change(1);
      if (this.silences > mostSilences) acts.push(...this.line('hangs-up', at), ...this.end(at, 'hangs-up'));
      else if (!this.held) acts.push(...this.line('anybody-there', at));
    }
    return acts;
  }

  hold(at: number): void {
    this.held = true;
    this.lastHeard = at;
  }

  resume(at: number): CitizenAct[] {
    this.held = false;
    this.lastHeard = at;
    return this.line('back-from-hold', at + answersAfterMs);
  }

  /** The expert says something; the citizen answers. */
  hears(text: string, at: number): CitizenAct[] {
    if (this.over) return [];
    this.lastHeard = at;
    this.granted = 0;
    this.silences = 0;
    this.turns++;
    const when = at + answersAfterMs;
    const turn = readTurn(text);
    const { silent } = this.scenario.citizen;
    if (silent === 'never' || (silent !== undefined && this.turns < silent)) return [];
    if (this.rude.some((claim) => claim.mentionedIn(turn))) {
      this.temper.change(2);
      return this.line('offended', when);
    }
    const newPoints = [...this.points].filter(([id, claim]) => !this.made.has(id) && claim.heardIn(turn) === 'said');
    for (const [id] of newPoints) this.made.add(id);
    const meanings = this.meaningsOf(text, newPoints.length > 0);
    if (meanings.has('intent:soothe')) this.temper.soothe(at);
    if (meanings.has('intent:please-wait')) this.granted = grantedMs;
    if (meanings.has('intent:transferring') || handsOn.test(text)) this.handedOn = true;
    if (!this.opened) {
      this.opened = true;
      const greeting = meanings.has('intent:greeting') ? this.intent('greeting', when) : [];
      return [...greeting, ...this.say(this.question, when)];
    }
    const objection = this.objections.find(
      ({ claims, at: place }) => !this.objected.has(place) && claims.some((claim) => claim.heardIn(turn) === 'said'),
    );
    if (objection && !this.satisfied) {
      this.objected.add(objection.at);
      const { says, mood } = this.scenario.citizen.objects[objection.at]!;
      this.temper.set(mood);
      return this.say(says, when);
    }
    if (newPoints.length > 0) this.aside = 0;
    return this.answer(text, wantsAnswer(text), meanings, newPoints.length, when);
  }

  private get open(): string[] {
    return [...this.points.keys()].filter((id) => !this.made.has(id));
  }

  private get question(): string {
    return this.scenario.citizen.opening ?? this.scenario.handed_over.question;
  }

  /**
   * What a turn means, in its order: sentence by sentence and, of manners and questions about the person, clause by clause. Of what the expert
   * explains, only what is as good as named is taken for a question about what the citizen knows, and nothing is while the explaining gets somewhere.
   */
  private meaningsOf(text: string, explains: boolean): Set<string> {
    const meanings = new Set<string>();
    for (const sentence of sentencesOf(text)) {
      const isAsked = wantsAnswer(sentence) || [...sentence].length <= fewWords;
      let ofWhole: string | undefined;
      for (const piece of new Set([sentence, ...piecesOf(sentence)])) {
        const meaning = this.understanding.meaningOf(piece);
        if (!meaning) continue;
        const isKnown = meaning.id.startsWith('knows:');
        if (isKnown && !isAsked && (explains || meaning.score < asGoodAsNamed)) continue;
        // A part of a question is a question of its own when it asks by itself, and clearly.
        const isBesides = piece !== sentence && [...meanings].some((id) => id.startsWith('knows:'));
        if (isKnown && isBesides && (meaning.score < askedBesides || !wantsAnswer(piece))) continue;
        if (aboutPerson.has(meaning.id) && !isAsked) continue;
        if (piece !== sentence || !aboutPerson.has(meaning.id)) meanings.add(meaning.id);
        else ofWhole = meaning.id;
      }
      // What its parts ask of the person is clearer than what all of it sounds like.
      if (ofWhole !== undefined && ![...meanings].some((id) => aboutPerson.has(id))) meanings.add(ofWhole);
    }
    return meanings;
  }

  private answer(text: string, asks: boolean, meanings: ReadonlySet<string>, points: number, at: number): CitizenAct[] {
    const { next_matter: next } = this.scenario.citizen;
    const known = [...meanings].filter((id) => id.startsWith('knows:')).slice(0, mostAnswers);
    const told = known.flatMap((id) => this.tell(Number(id.slice('knows:'.length)), at));
    if (next && !this.askedNext && next.after.every((id) => this.made.has(id))) {
      this.askedNext = true;
      return [...told, ...this.say(next.says, at)];
    }
    const { name } = this.caller.facts;
    if (name !== undefined && asks && told.length === 0 && text.includes(name)) return this.line('is-me', at);
    const asked = personIntents.filter((id) => meanings.has(`intent:${id}`)).flatMap((id) => this.intent(id, at));
    if (told.length > 0 || asked.length > 0) return [...told, ...asked];
    if (/本人|先生|女士/.test(text) && namesSomebody.test(text)) return this.intent('ask-name', at);
    if (meanings.has('intent:goodbye')) return this.takeLeave(at);
    if (meanings.has('intent:anything-else') || meanings.has('intent:understood')) {
      if (!this.satisfied) return points > 0 ? this.line('point-made', at) : this.stillOpen(at);
      if (!meanings.has('intent:understood')) return this.line('nothing-else', at);
      return this.saidSatisfied ? this.line('point-made', at) : this.beSatisfied(at);
    }
    if (points > 0) {
      if (!this.satisfied) return this.line('point-made', at);
      if (!meanings.has('intent:transferring')) return this.beSatisfied(at);
      this.saidSatisfied = true;
    }
    for (const id of ['transferring', 'please-wait', 'thank-for-waiting', 'soothe', 'courtesy', 'evaluation'] as const)
      if (meanings.has(`intent:${id}`)) return this.intent(id, at);
    if (asks && meanings.has('intent:ask-matter')) return this.line('opening-again', at);
    if (meanings.has('intent:greeting')) return this.intent('greeting', at);
    return this.backChannel(text, asks, at);
  }

  /** What does not touch the matter as far as the citizen can tell. */
  private backChannel(text: string, asks: boolean, at: number): CitizenAct[] {
    this.aside++;
    if (asks) {
      if (this.aside >= turnsAside) this.temper.change(0.5);
      // People understand most questions that are none of their matter. Who has all they rang for does not ask for other words.
      return this.line(this.aside % 2 === 0 && !this.satisfied ? 'not-understood' : 'out-of-scope', at);
    }
    if (!this.satisfied && this.aside >= turnsAside) {
      this.aside = 0;
      this.temper.change(0.5);
      return this.stillOpen(at);
    }
    if (this.satisfied) return this.line('point-made', at);
    // 哦 and 嗯 are words; a lone letter is none.
    return /^[a-z0-9]?$/i.test(text) ? this.line('not-understood', at) : this.line('listening', at);
  }

  /** Who was told a part of it says so. */
  private stillOpen(at: number): CitizenAct[] {
    return this.line(this.made.size > 0 ? 'partly-open' : 'still-open', at);
  }

  private beSatisfied(at: number): CitizenAct[] {
    this.saidSatisfied = true;
    this.temper.change(-1);
    return this.line('satisfied', at);
  }

  private takeLeave(at: number): CitizenAct[] {
    if (this.handedOn) return this.intent('transferring', at);
    if (this.satisfied) return [...this.line('goodbye', at), ...this.end(at, 'goodbye')];
    this.goodbyes++;
    this.temper.change(0.5);
    if (this.goodbyes < mostGoodbyes) return this.line('not-done-yet', at);
    return [...this.line('leaves-unsatisfied', at), ...this.end(at, 'hangs-up')];
  }

  private tell(place: number, at: number): CitizenAct[] {
    const { says, mood } = this.scenario.citizen.knows[place]!;
    this.aside = 0;
    this.temper.set(mood);
    if (!this.known.has(place)) {
      this.known.add(place);
      return this.say(says, at);
    }
    const again = this.choose('said-again', this.manner.lines['said-again'][this.mood]!) ?? '{text}';
    return this.say(again.replace('{text}', says), at);
  }

  private intent(id: Intent, at: number): CitizenAct[] {
    const { says, unknown } = this.manner.intents.find((intent) => intent.id === id)!;
    const lines = says[this.mood] ?? says.calm ?? [];
    const [filled] = [this.choose(`intent ${id}`, lines)].map((line) => line && filledIn(line, this.caller));
    if (filled !== undefined) return this.say(filled, at);
    const [without] = [this.choose(`unknown ${id}`, unknown ?? [])];
    return without === undefined ? this.line('listening', at) : this.say(without, at);
  }

  private line(occasion: Occasion, at: number): CitizenAct[] {
    const text = this.choose(occasion, this.manner.lines[occasion]![this.mood]!);
    return text === undefined ? [] : this.say(text.replace('{question}', this.question), at);
  }

  /** One of several lines; the same not twice in a row where there is another. */
  private choose(of: string, lines: readonly string[]): string | undefined {
    if (lines.length === 0) return undefined;
    const last = this.told.get(of);
    let at = this.draws.below(lines.length);
    if (at === last) at = (at + 1) % lines.length;
    this.told.set(of, at);
    return lines[at];
  }

  private say(text: string, at: number): CitizenAct[] {
    if (this.over) return [];
    return [{ does: 'says', at, text: filledIn(text, this.caller) ?? text, mood: this.mood }];
  }

  private end(at: number, how: 'hangs-up' | 'line-drops' | 'goodbye'): CitizenAct[] {
    this.over = true;
    return [{ does: 'ends', at, how }];
  }
}

/** What can be understood in a call of a scenario: its own things first, then what every citizen understands. */
export const meaningsIn = ({ citizen }: Scenario, manner: Manner): Understood[] => [
  ...citizen.knows.map(({ when }, at) => ({ id: `knows:${at}`, when })),
  ...formulasOf(manner).map(({ id, ...rest }) => ({ ...rest, id: `intent:${id}` })),
];
