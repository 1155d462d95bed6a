import { type Mood, moods } from '../scenario/scenario.ts';

/** How a citizen feels, and what changes it. */
export class Temper {
  private level: number;
  private lastSoothed = Number.NEGATIVE_INFINITY;
  /** As long as words soothe only once, milliseconds. */
  private static readonly soothingMs = 45_000;

  constructor(mood: Mood) {
    this.level = moods.indexOf(mood);
  }

  get mood(): Mood {
    return moods[Math.round(this.level)]!;
  }

  set(mood: Mood | undefined): void {
    if (mood !== undefined) this.level = moods.indexOf(mood);
  }

  /** Up is worse. */
  change(by: number): void {
    this.level = Math.max(0, Math.min(moods.length - 1, this.level + by));
  }

  /** An apology, a word of understanding. @param at milliseconds since the call was taken */
  soothe(at: number): void {
    if (at - this.lastSoothed < Temper.soothingMs) return;
    this.lastSoothed = at;
    this.change(-1);
  }
}
