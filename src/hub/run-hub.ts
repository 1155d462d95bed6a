import type { KnowledgeDocument } from '../domain/knowledge/document.ts';
import { Settings } from '../domain/settings.ts';
import { enrolAdmin } from './access/admin-token.ts';
import { DraftNews } from './drafts.ts';
import { OnDuty } from './duties/on-duty.ts';
import type { Home } from './home.ts';
import { HubStartError } from './hub-start-error.ts';
import { PublishedWhole } from './knowledge/published-whole.ts';
import { seedKnowledge } from './knowledge/seed.ts';
import { LiveStreams } from './live/live-streams.ts';
import { Tail } from './live/tail.ts';
import { errorFields, type LogLevel, openLog } from './log.ts';
import { Metrics } from './metrics.ts';
import type { OpenFund } from './ports/fund.ts';
import { openServer } from './server/open-server.ts';
import { registerRoutes } from './server/routes.ts';
import type { Services } from './services.ts';
import { currentSettings } from './store/records.ts';
import { saveSettings } from './store/save.ts';
import { Writer } from './store/writer.ts';
import { Names } from './views/names.ts';

/** What a hotline is made of, wherever its hub keeps it. */
export interface LineOptions {
  /** Changes to the hotline's settings, made in the store at the start. */
  settings?: Partial<Settings> | undefined;
  /** The knowledge that ships with the program: published at the start, wherever no person has had a hand in it. */
  knowledge?: readonly KnowledgeDocument[] | undefined;
  /** Where accounts are asked about; the hub closes it. */
  fund?: OpenFund | undefined;
  logLevel?: LogLevel | undefined;
  version: string;
}

/** Where a hub listens. */
interface Listening {
  host: string;
  /** 0: any free one. */
  port: number;
  https: { cert: Buffer; key: Buffer } | null;
  behindProxy: boolean;
}

export interface OpenHub {
  url: string;
  adminToken: string;
  /** Takes no more work, finishes what is under way, ends the live streams. */
  close(): Promise<void>;
}

/** How long requests under way may take to finish when the hub ends; a caller that stalls does not hold it up. Milliseconds. */
const longestEndMs = 10_000;

/**
 * Puts a hub together in its home. When it resolves, the hub takes work.
 * @throws {HubStartError}
 */
export const runHub = async (
  options: LineOptions,
  { host, port, https, behindProxy }: Listening,
  openHome: () => Promise<Home>,
): Promise<OpenHub> => {
  const log = openLog(options.logLevel ?? 'info');
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const home = await openHome();
    undo.unshift(() => home.release());
    const engine = await home.openStore((error) => log.warn(errorFields(error), 'store connection'));
    undo.unshift(() => engine.close());

    const metrics = new Metrics(async () => {
      const rows = await engine.read
        .selectFrom('calls')
        .select(({ fn }) => ['domain', fn.countAll<number>().as('count')])
        .where('state', '=', 'waiting')
        .groupBy('domain')
        .execute();
      return rows.map(({ domain, count }) => ({ domain, count: Number(count) }));
    });
    const trouble = (part: string) => (error: unknown) => {
      metrics.troubles.inc({ part });
      log.error({ part, ...errorFields(error) }, 'trouble');
    };
    const names = new Names();
    const tail = new Tail(engine, names, trouble('live'));
    const draftNews = new DraftNews();
    const writer = new Writer(engine, Date.now, (jobs) => {
      metrics.batches.observe(jobs);
      tail.wake();
      draftNews.committed();
    });
    undo.unshift(() => writer.idle());
    const fund = await options.fund?.({
      answered: ({ operation, outcome, ms }) => metrics.fund.observe({ operation, outcome }, ms / 1000),
      breaker: (state) => {
        metrics.fundResting.set(Number(state === 'open'));
        log.warn({ part: 'fund', state }, 'fund breaker');
      },
    });
    if (fund) undo.unshift(() => fund.close());
    const services: Services = {
      engine,
      writer,
      names,
      version: options.version,
      clock: Date.now,
      whole: new PublishedWhole(),
      fund,
      draftNews,
    };

    const adminToken = await home.adminToken();
    await enrolAdmin(writer, adminToken);
    const changes = Object.entries(options.settings ?? {}).filter(([, value]) => value !== undefined);
    await writer.write(async (work) => {
      const settings = await currentSettings(work.db);
      const changed = Settings.parse({ ...settings, ...Object.fromEntries(changes) });
      if (JSON.stringify(changed) === JSON.stringify(settings)) return;
      const data = { changed: changes.map(([key]) => key) };
      await saveSettings(work, changed, { type: 'settings.changed', actor: 'system', data });
    });
    const unread = await seedKnowledge(writer, options.knowledge ?? []);
    if (unread.length > 0) log.warn({ documents: unread }, 'shipped knowledge whose form is wrong, left out');
    await tail.start();
    undo.unshift(() => tail.stop());
    const duties = new OnDuty(services, trouble('duties'));
    tail.onEvents((events) => {
      duties.nudge();
      for (const { event } of events) {
        if (event.type !== 'query.alerted') continue;
        metrics.alerts.inc({ what: String(event.data.what) });
        log.warn({ expert: event.data.expert, what: event.data.what, count: event.data.count }, 'unusual queries');
      }
    });
    const live = new LiveStreams(services, tail, metrics, trouble('seats'));

    let ready = true;
    const server = openServer({ https, behindProxy, log, metrics });
    registerRoutes(server, services, live, metrics, () => ready);
    undo.unshift(async () => {
      // A connection whose request is under way now is idle, and to be closed, only afterwards.
      const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
      const patience = setTimeout(() => server.server.closeAllConnections(), longestEndMs);
      await server.close();
      clearInterval(sweep);
      clearTimeout(patience);
    });
    let url: string;
    try {
      url = await server.listen({ host, port });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const fault = code === 'EADDRINUSE' ? 'port_in_use' : 'bad_address';
      throw new HubStartError(fault, { host, port, reason: code ?? '' }, error);
    }
    await home.publish(url);
    duties.start();
    duties.nudge();

    let closed: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      ready = false;
      await duties.stop();
      await live.close();
      for (const step of undo) await step();
      log.flush();
    };
    return { url, adminToken, close: () => (closed ??= close()) };
  } catch (error) {
    for (const step of undo) await step().catch(() => undefined);
    throw error;
  }
};
