import type { FastifyReply } from 'fastify';
import type { User } from '../../domain/user/user.ts';
import { disconnectSeat, renewSeats } from '../leases.ts';
import type { Metrics } from '../metrics.ts';
import { RequestError } from '../request-error.ts';
import type { Services } from '../services.ts';
import { currentSettings } from '../store/records.ts';
import { streamEvents } from './event-stream.ts';
import type { LiveEvent } from './line-events.ts';
import type { Tail } from './tail.ts';

/** Ends a stream; one whose reader does not read at once, for it would not hear of the end either. */
const end = ({ raw }: FastifyReply): void => {
  if (raw.writableNeedDrain || !raw.headersSent) raw.destroy();
  else raw.end();
};

/** All live streams of this hub, and the seats whose screens are behind them. */
export class LiveStreams {
  private readonly services: Services;
  private readonly tail: Tail;
  private readonly metrics: Metrics;
  private readonly onTrouble: (error: unknown) => void;
  /** How many screens of a seat are connected here. */
  private readonly screens = new Map<string, number>();
  /** Whose the open streams are. */
  private readonly streams = new Map<FastifyReply, string>();
  private timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(services: Services, tail: Tail, metrics: Metrics, onTrouble: (error: unknown) => void) {
    this.services = services;
    this.tail = tail;
    this.metrics = metrics;
    this.onTrouble = onTrouble;
    tail.onEvents((events) => this.heed(events));
  }

  /** Streams until either side ends. A seat's stream first makes the seat present, so that its leases never lapse while it is there. */
  async open(user: User, seat: boolean, lastEventId: number | undefined, reply: FastifyReply): Promise<void> {
    if (this.closing) throw new RequestError('shutting_down');
    this.streams.set(reply, user.id);
    this.metrics.streams.inc();
    try {
      if (seat) await this.arrive(user.id);
      reply.hijack();
      const { engine, names, clock, draftNews } = this.services;
      await streamEvents({
        response: reply.raw,
        user,
        lastEventId,
        engine,
        names,
        tail: this.tail,
        draftNews,
        now: clock,
      });
    } finally {
      this.streams.delete(reply);
      this.metrics.streams.dec();
      if (seat) await this.leave(user.id);
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    for (const reply of this.streams.keys()) end(reply);
  }

  /** What happened on the line that concerns the streams themselves. */
  private heed(events: readonly LiveEvent[]): void {
    for (const { event } of events) {
      if (event.type === 'user.disabled' || event.type === 'user.token-rotated') {
        // A token that no longer opens a stream does not keep one open.
        for (const [reply, user] of this.streams) if (user === event.subject) end(reply);
      } else if (event.type === 'settings.changed') void this.renewAll();
    }
  }

  private async arrive(seat: string): Promise<void> {
    this.screens.set(seat, (this.screens.get(seat) ?? 0) + 1);
    await this.renew([seat]);
    if (!this.timer) await this.renewLater();
  }

  private async leave(seat: string): Promise<void> {
    const left = (this.screens.get(seat) ?? 1) - 1;
    if (left > 0) this.screens.set(seat, left);
    else {
      this.screens.delete(seat);
      if (!this.closing) await this.services.writer.write((work) => disconnectSeat(work, seat)).catch(this.onTrouble);
    }
  }

  private async renew(seats: readonly string[]): Promise<void> {
    if (seats.length === 0) return;
    await this.services.writer.write(async (work) => renewSeats(work, seats, await currentSettings(work.db)));
  }

  private async renewAll(): Promise<void> {
    await this.renew([...this.screens.keys()]).catch(this.onTrouble);
    await this.renewLater();
  }

  /** Three times within a lease, so that two renewals may fail. */
  private async renewLater(): Promise<void> {
    const settings = await currentSettings(this.services.engine.read).catch(() => undefined);
    if (this.closing) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renewAll(), ((settings?.liveLeaseSeconds ?? 3) * 1000) / 3);
    this.timer.unref();
  }
}
