import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HubClient } from '../../client/hub-client.ts';
import type { Role } from '../../domain/user/role.ts';
import type { Sandbox } from '../../fund-sandbox/sandbox.ts';
import { SandboxFund } from '../../hub/adapters/fund/sandbox-fund.ts';
import { startHubInMemory } from '../../hub/start-hub.ts';
import type { Context } from '../context.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';
import { localDay } from '../output/local-time.ts';
import { version } from '../version.ts';
import type { Caller } from './callers.ts';

/** A real hotline over a store in memory. */
export interface DemoLine {
  /** For what the seat keeps beside the hub: its copy of the knowledge, snippets. Gone when it is closed. */
  dataDir: string;
  admin: HubClient;
  /** The people of its fund. */
  sandbox: Sandbox;
  person(name: string, role: Role): Promise<HubClient>;
  close(): Promise<void>;
}

export const openDemoLine = async ({ language, timeoutMs }: Context): Promise<DemoLine> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'expert-seat-demo-'));
  const fund = new SandboxFund({ today: localDay() });
  const hub = await startHubInMemory({
    version,
    logLevel: 'silent',
    knowledge: await shippedKnowledge(),
    fund: async () => fund,
  });
  const clients: HubClient[] = [];
  const signedIn = (token: string): HubClient => {
    const client = new HubClient({ url: hub.url, token, language, timeoutMs });
    clients.push(client);
    return client;
  };
  const admin = signedIn(hub.adminToken);
  return {
    dataDir,
    admin,
    sandbox: fund.sandbox,
    person: async (name, role) => signedIn((await admin.call('users.add', { body: { name, role } })).token),
    close: async () => {
      for (const client of clients) await client.close();
      await hub.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** What the front line says of a caller. */
export const transferOf = ({
  answer: _,
  dispatchTo: __,
  notOurs: ___,
  citizen: ____,
  looksUp: _____,
  ...transfer
}: Caller) => transfer;
