import { Claim } from '../claims/claim.ts';
import type { ClaimForm } from '../claims/claim-form.ts';
import type { Vocabulary } from '../claims/phrase.ts';
import { readTurn, type Turn } from '../claims/turn.ts';
import type { Recording, Step, StepOf } from '../recording/recording.ts';

/** Something the trainee said, read for claims. */
export interface SaidTurn {
  readonly step: number;
  readonly at: number;
  readonly text: string;
  readonly turn: Turn;
}

/** Where a claim was made, and where its contrary. */
export interface Finding {
  readonly said: readonly SaidTurn[];
  readonly contradicted: readonly SaidTurn[];
}

/** A run as marks look at it. */
export class RunFacts {
  readonly steps: readonly Step[];
  readonly said: readonly SaidTurn[];
  private readonly vocabulary: Vocabulary;

  constructor({ steps }: Recording, vocabulary: Vocabulary) {
    this.steps = steps;
    this.vocabulary = vocabulary;
    this.said = this.placesOf('say').map(({ place, step }) => ({
      step: place,
      at: step.at,
      text: step.text,
      turn: readTurn(step.text),
    }));
  }

  /** The steps of a kind, with their places. */
  placesOf<D extends Step['do']>(kind: D): { place: number; step: StepOf<D> }[] {
    return this.steps.flatMap((step, place) => (step.do === kind ? [{ place, step: step as StepOf<D> }] : []));
  }

  /** Listens for a claim in all that was said. What takes two turns to say was said all the same. */
  listenFor(form: ClaimForm): Finding {
    const claim = new Claim(form, this.vocabulary);
    const heard = this.said.map((turn) => ({ turn, heard: claim.heardIn(turn.turn) }));
    const said = heard.filter((one) => one.heard === 'said').map(({ turn }) => turn);
    const contradicted = heard.filter((one) => one.heard === 'contradicted').map(({ turn }) => turn);
    if (said.length > 0 || contradicted.length > 0) return { said, contradicted };
    for (let at = 1; at < this.said.length; at++) {
      const [before, now] = [this.said[at - 1]!, this.said[at]!];
      if (claim.heardIn(readTurn(`${before.text}。${now.text}`)) === 'said')
        return { said: [before, now], contradicted };
    }
    return { said, contradicted };
  }

  /** Whether a written text makes a claim. */
  writtenIn(text: string, form: ClaimForm): boolean {
    return new Claim(form, this.vocabulary).heardIn(readTurn(text)) === 'said';
  }

  /** How the run ended for the ticket: the last of its endings. */
  get ending(): { place: number; step: StepOf<'close' | 'dispatch' | 'return' | 'move'> } | undefined {
    return this.steps
      .map((step, place) => ({ step, place }))
      .findLast(({ step }) => ['close', 'dispatch', 'return', 'move'].includes(step.do)) as RunFacts['ending'];
  }

  /** Whether the trainee never said a word. */
  get silent(): boolean {
    return this.said.length === 0;
  }

  /** Where the caller's identity agreed first. */
  get verifiedAt(): number | undefined {
    return this.placesOf('verify').find(({ step }) => step.agreed)?.place;
  }

  /** When the call was taken; undefined when it never was. */
  get takenAt(): number | undefined {
    return this.steps.find((step) => step.do === 'take')?.at;
  }
}
