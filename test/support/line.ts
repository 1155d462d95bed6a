import { onTestFinished } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import type { BodyOf } from '../../src/contract/routes.ts';
import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Role } from '../../src/domain/user/role.ts';
import type { FundPort } from '../../src/hub/ports/fund.ts';
import type { OpenHub } from '../../src/hub/run-hub.ts';
import { startHub, startHubInMemory } from '../../src/hub/start-hub.ts';
import { type StoreKind, temporaryDatabase, temporaryDir } from './stores.ts';

/** Client of a hub that is closed after the test. */
export const clientOf = (url: string, token: string, timeoutMs = 10_000): HubClient => {
  const client = new HubClient({ url, token, language: 'zh-CN', timeoutMs });
  onTestFinished(() => client.close());
  return client;
};

export interface Line {
  hubs: OpenHub[];
  /** Empty when the store is in memory. */
  dataDir: string;
  /** Set on PostgreSQL. */
  store: string | undefined;
  admin: HubClient;
  /** Adds a user and returns their client, at the hub of that place. */
  person(role: Role, options?: { skills?: string[]; hub?: number; name?: string }): Promise<HubClient>;
}

/** A hotline of `hubs` running hubs over one store, all gone after the test. */
export const startLine = async (
  kind: StoreKind,
  options: {
    hubs?: number;
    settings?: Partial<Settings>;
    knowledge?: readonly KnowledgeDocument[];
    fund?: FundPort;
  } = {},
): Promise<Line> => {
  const store = kind === 'postgres' ? await temporaryDatabase() : undefined;
  const { settings, knowledge, fund } = options;
  const made = { settings, knowledge, fund: fund && (async () => fund), logLevel: 'silent', version: 'test' } as const;
  const hubs: OpenHub[] = [];
  let dataDir = '';
  for (let place = 0; place < (options.hubs ?? 1); place++) {
    const dir = kind === 'memory' ? '' : await temporaryDir();
    dataDir ||= dir;
    const hub = await (dir ? startHub({ ...made, dataDir: dir, store }) : startHubInMemory(made));
    onTestFinished(() => hub.close());
    hubs.push(hub);
  }
  const admin = clientOf(hubs[0]!.url, hubs[0]!.adminToken);
  let people = 0;
  return {
    hubs,
    dataDir,
    store,
    admin,
    person: async (role, { skills = [], hub = 0, name = `${role} ${++people}` } = {}) => {
      const { token } = await admin.call('users.add', { body: { name, role, skills } });
      return clientOf(hubs[hub]!.url, token);
    },
  };
};

/** A call as the front line hands it over. */
export const transferOf = (change: Partial<BodyOf<'calls.transfer'>> = {}): BodyOf<'calls.transfer'> => ({
  phone: '13800001000',
  name: '刘女士',
  domain: 'gongjijin',
  question: '单位刚开通UK代扣结算,凭证在哪里打',
  ...change,
});

/** The error that a call is refused with, as its code; fails when it is not refused. */
export const refusalOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  throw new Error('was not refused');
};

/** Waits until a condition holds; fails after a while with what was last seen. */
export const until = async <T>(
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
  limitMs = 20_000,
): Promise<T> => {
  const end = Date.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
