import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a hub measures of itself, in Prometheus text. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'expert_seat_http_request_seconds',
    help: 'Time from request to reply, by route and status',
    labelNames: ['route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  readonly batches = new Histogram({
    name: 'expert_seat_commit_jobs',
    help: 'Mutations that shared one commit',
    buckets: [1, 2, 4, 8, 16, 32, 64],
    registers: [this.registry],
  });
  readonly streams = new Gauge({
    name: 'expert_seat_live_streams',
    help: 'Open live event streams',
    registers: [this.registry],
  });
  readonly fund = new Histogram({
    name: 'expert_seat_fund_seconds',
    help: 'Time until the fund answered a question or gave none, by operation and outcome',
    labelNames: ['operation', 'outcome'] as const,
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8],
    registers: [this.registry],
  });
  readonly fundResting = new Gauge({
    name: 'expert_seat_fund_resting',
    help: '1 while the fund is left alone after too many faults',
    registers: [this.registry],
  });
  readonly alerts = new Counter({
    name: 'expert_seat_query_alerts_total',
    help: 'Experts whose account queries within an hour were unusually many, by what was',
    labelNames: ['what'] as const,
    registers: [this.registry],
  });
  readonly troubles = new Counter({
    name: 'expert_seat_troubles_total',
    help: 'Failures of work that nobody waits for, by part',
    labelNames: ['part'] as const,
    registers: [this.registry],
  });

  /** `waiting` counts the waiting calls by domain when somebody scrapes. */
  constructor(waiting: () => Promise<{ domain: string; count: number }[]>) {
    collectDefaultMetrics({ register: this.registry, prefix: 'expert_seat_' });
    const gauge: Gauge<'domain'> = new Gauge({
      name: 'expert_seat_calls_waiting',
      help: 'Calls that wait for an expert, by domain',
      labelNames: ['domain'],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        // Without the store there is nothing to count, but the rest is wanted all the more.
        const counts = await waiting().catch(() => []);
        for (const { domain, count } of counts) gauge.set({ domain }, count);
      },
    });
  }
}
