import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HubClient } from '../../client/hub-client.ts';
import { liveStream } from '../../client/live-stream.ts';
import type { Language } from '../../contract/language.ts';
import type { LineEvent } from '../../contract/live-event.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import type { Sandbox } from '../../fund-sandbox/sandbox.ts';
import { SandboxFund } from '../../hub/adapters/fund/sandbox-fund.ts';
import { startHubInMemory } from '../../hub/start-hub.ts';
import { version } from '../version.ts';

export interface PracticeLineOptions {
  readonly language: Language;
  readonly timeoutMs: number;
  readonly knowledge: readonly KnowledgeDocument[];
  /** Of the sandbox fund. */
  readonly seed: number;
  /** `YYYY-MM-DD` up to which the fund's books are kept. */
  readonly today: string;
  readonly trainee: string;
}

/**
 * A private hotline for practice: the real hub with a sandbox fund, joined with nothing. No configuration of a real hub is read, and nothing
 * is sent anywhere but to 127.0.0.1.
 */
export interface PracticeLine {
  /** Gone when it is closed. */
  readonly dir: string;
  readonly sandbox: Sandbox;
  /** The trainee, as an expert of this line. */
  readonly trainee: HubClient;
  readonly frontline: HubClient;
  readonly admin: HubClient;
  /** Calls `take` with each event of the line, in order, until what is returned is called. */
  follow(take: (event: LineEvent) => void): () => void;
  /** Waits until all that has happened so far was told to whoever follows. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

const folderName = 'expert-seat-practice-';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Folders of practice lines whose program was killed. Another person's stay, for they cannot be removed. */
const removeLeft = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${folderName}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
};

export const openPracticeLine = async (options: PracticeLineOptions): Promise<PracticeLine> => {
  const { language, timeoutMs, knowledge, seed, today, trainee } = options;
  await removeLeft();
  const dir = await mkdtemp(path.join(tmpdir(), `${folderName}${process.pid}-`));
  const fund = new SandboxFund({ today, seed });
  const hub = await startHubInMemory({
    version,
    logLevel: 'silent',
    knowledge,
    fund: async () => fund,
  });
  const clients: HubClient[] = [];
  const signedIn = (token: string): HubClient => {
    const client = new HubClient({ url: hub.url, token, language, timeoutMs });
    clients.push(client);
    return client;
  };
  const admin = signedIn(hub.adminToken);
  const person = async (name: string, role: 'expert' | 'frontline'): Promise<HubClient> =>
    signedIn((await admin.call('users.add', { body: { name, role } })).token);
  const stop = new AbortController();
  const listeners = new Set<(event: LineEvent) => void>();
  let told = 0;
  const waiting = new Set<() => void>();
  const connected = Promise.withResolvers<void>();
  const following = (async () => {
    for await (const message of liveStream(admin, { seat: false, signal: stop.signal })) {
      if (message.kind === 'hello') {
        told = message.seq;
        connected.resolve();
      }
      if (message.kind !== 'line') continue;
      for (const take of listeners) take(message.event);
      told = message.event.seq;
      for (const look of waiting) look();
    }
  })().catch(connected.reject);
  await connected.promise;
  return {
    dir,
    sandbox: fund.sandbox,
    trainee: await person(trainee, 'expert'),
    frontline: await person('frontline', 'frontline'),
    admin,
    follow: (take) => {
      listeners.add(take);
      return () => listeners.delete(take);
    },
    caughtUp: async () => {
      const { events } = await admin.call('audit.list', { query: { limit: 1 } });
      const newest = events[0]?.seq ?? 0;
      if (told >= newest) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = (): void => {
        if (told >= newest) resolve();
      };
      waiting.add(look);
      await promise;
      waiting.delete(look);
    },
    close: async () => {
      stop.abort();
      await following;
      for (const client of clients) await client.close();
      await hub.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
};
