import type { FastifyReply } from 'fastify';
import type { User } from '../../domain/user/user.ts';
import { disconnectSeat, renewSeats } from '../leases.ts';
import type { Metrics } from '../metrics.ts';
import type { Services } from '../services.ts';
import { currentSettings } from '../store/records.ts';
import { streamEvents } from './event-stream.ts';
import type { Tail } from './tail.ts';

/** All live streams of this hub, and the seats whose screens are behind them. */
export class LiveStreams {
  private readonly services: Services;
  private readonly tail: Tail;
  private readonly metrics: Metrics;
  private readonly onTrouble: (error: unknown) => void;
  /** How many screens of a seat are connected here. */
  private readonly screens = new Map<string, number>();
  private readonly replies = new Set<FastifyReply>();
  private timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(services: Services, tail: Tail, metrics: Metrics, onTrouble: (error: unknown) => void) {
    this.services = services;
    this.tail = tail;
    this.metrics = metrics;
    this.onTrouble = onTrouble;
  }

  /** Streams until either side ends. A seat's stream first makes the seat present, so that its leases never lapse while it is there. */
  async open(user: User, seat: boolean, lastEventId: number | undefined, reply: FastifyReply): Promise<void> {
    if (seat) await this.arrive(user.id);
    reply.hijack();
    this.replies.add(reply);
    this.metrics.streams.inc();
    if (this.closing) reply.raw.destroy();
    const { engine, names, clock } = this.services;
    try {
      await streamEvents({ response: reply.raw, user, lastEventId, engine, names, tail: this.tail, now: clock });
    } finally {
      this.replies.delete(reply);
      this.metrics.streams.dec();
      if (seat) await this.leave(user.id);
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    for (const reply of this.replies) reply.raw.end();
  }

  private async arrive(seat: string): Promise<void> {
    this.screens.set(seat, (this.screens.get(seat) ?? 0) + 1);
    await this.renew([seat]);
    if (!this.timer) void this.renewInTime();
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

  /** Three times within a lease, so that two renewals may fail. */
  private async renewInTime(): Promise<void> {
    const settings = await currentSettings(this.services.engine.read).catch(() => undefined);
    this.timer = setTimeout(
      () => {
        void this.renew([...this.screens.keys()])
          .catch(this.onTrouble)
          .then(() => (this.closing ? undefined : this.renewInTime()));
      },
      ((settings?.liveLeaseSeconds ?? 3) * 1000) / 3,
    );
    this.timer.unref();
  }
}
