import type { Settings } from '../../domain/settings.ts';
import type { Services } from '../services.ts';
import { currentSettings } from '../store/records.ts';
import type { Duty } from './duty.ts';
import { endWrapUps } from './end-wrap-ups.ts';
import { forgetIdentities } from './forget-identities.ts';
import { forgetOld } from './forget-old.ts';
import { lapseCalls } from './lapse-calls.ts';
import { markAbsentSeats } from './mark-absent-seats.ts';
import { offerCalls } from './offer-calls.ts';
import { withdrawOffers } from './withdraw-offers.ts';

/** In this order: what frees a call or a seat comes before what gives it to the next. */
const duties: readonly Duty[] = [
  lapseCalls,
  withdrawOffers,
  endWrapUps,
  markAbsentSeats,
  offerCalls,
  forgetIdentities,
  forgetOld,
];

const lookEveryMs = 500;

/** Does what the clock makes due, until stopped. `nudge` looks at once, after something happened on the line. */
export class OnDuty {
  private readonly services: Services;
  private readonly onTrouble: (error: unknown) => void;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private again = false;

  constructor(services: Services, onTrouble: (error: unknown) => void) {
    this.services = services;
    this.onTrouble = onTrouble;
  }

  start(): void {
    this.timer = setInterval(() => this.nudge(), lookEveryMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.again = false;
    await this.round;
  }

  nudge(): void {
    if (!this.timer) return;
    this.again = true;
    this.round ??= this.look();
  }

  private async look(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        const settings = await currentSettings(this.services.engine.read);
        // One that fails must not keep the others from being done.
        for (const duty of duties) await this.perform(duty, settings).catch(this.onTrouble);
      } catch (error) {
        this.onTrouble(error);
      }
    }
    this.round = undefined;
  }

  private async perform(duty: Duty, settings: Settings): Promise<void> {
    const { engine, writer, clock } = this.services;
    if (!(await duty.due(engine.read, clock(), settings))) return;
    await writer.write(async (work) => duty.run(work, await currentSettings(work.db)));
  }
}
