import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import { transferOf } from '../support/line.ts';
import { keptKinds, temporaryDatabase, temporaryDir } from '../support/stores.ts';

const rounds = 20;
const workers = 6;
const script = path.join(import.meta.dirname, '../support/hub-process.ts');

const startHubProcess = async (dataDir: string, store: string | undefined) => {
  const args = [script, dataDir, ...(store ? [store] : [])];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout! }), 'line');
  return { url: JSON.parse(line).url as string, child };
};

/** What the hub has acknowledged so far. */
interface Acknowledged {
  tickets: Map<
    string,
    { call: string; seat?: string; state?: 'closed' | 'dispatched'; unit?: string; answer?: string }
  >;
}

/** One person who hands over, takes, and closes or dispatches, until the hub is gone. Notes only what was answered. */
const work = async (hub: HubClient, me: string, known: Acknowledged, stop: AbortSignal): Promise<void> => {
  for (let turn = 0; !stop.aborted; turn++) {
    const { ticket } = await hub.call('calls.transfer', { body: transferOf({ question: `${me} ${turn}` }) });
    known.tickets.set(ticket.number, { call: ticket.call });
    const taken = await hub.call('calls.take-next', { body: {} });
    Object.assign(known.tickets.get(taken.ticket.number) ?? {}, { seat: me });
    const params = { number: taken.ticket.number };
    if (turn % 2) {
      const answer = `答复 ${me} ${turn}`;
      await hub.call('tickets.close', { params, body: { category: '咨询', answer } });
      Object.assign(known.tickets.get(params.number) ?? {}, { state: 'closed', answer });
    } else {
      const unit = `单位 ${me} ${turn}`;
      await hub.call('tickets.dispatch', { params, body: { unit, reason: '需后台核实' } });
      Object.assign(known.tickets.get(params.number) ?? {}, { state: 'dispatched', unit });
    }
  }
};

describe.each(keptKinds)('kill -9 of the hub under load on %s', (kind) => {
  it(`loses nothing that was acknowledged, ${rounds} times`, { timeout: 180_000 }, async () => {
    const dataDir = await temporaryDir();
    const store = kind === 'postgres' ? await temporaryDatabase() : undefined;
    const known: Acknowledged = { tickets: new Map() };
    const tokens: { id: string; token: string }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const hub = await startHubProcess(dataDir, store);
      const adminToken = (await readFile(path.join(dataDir, 'admin.token'), 'utf8')).trim();
      const clients: HubClient[] = [];
      const client = (token: string, timeoutMs: number) => {
        const one = new HubClient({ url: hub.url, token, language: 'en', timeoutMs });
        clients.push(one);
        return one;
      };
      const admin = client(adminToken, 20_000);
      while (tokens.length < workers) {
        const body = { name: `worker ${tokens.length}`, role: 'supervisor' as const };
        const { user, token } = await admin.call('users.add', { body });
        tokens.push({ id: user.id, token });
      }

      const seen = new Map<string, Awaited<ReturnType<typeof admin.call<'tickets.list'>>>['tickets'][number]>();
      let after: string | undefined;
      do {
        const page = await admin.call('tickets.list', {
          query: { limit: 500, order: 'oldest', ...(after && { after }) },
        });
        for (const ticket of page.tickets) {
          expect(seen.has(ticket.number)).toBe(false);
          seen.set(ticket.number, ticket);
        }
        after = page.next;
      } while (after);
      for (const [number, { state, unit, answer }] of known.tickets) {
        expect(seen.get(number), `ticket ${number} is gone`).toBeDefined();
        if (state) expect(seen.get(number)).toMatchObject({ state, ...(unit && { unit }), ...(answer && { answer }) });
      }
      // Numbers without gaps, by day (a run may pass midnight).
      const places = Map.groupBy([...seen.keys()], (number) => number.slice(0, -7));
      for (const [, numbers] of places) {
        expect(numbers.map((number) => Number(number.slice(-6))).sort((a, b) => a - b)).toEqual(
          numbers.map((_, i) => i + 1),
        );
      }
      const takenBy = new Map<string | null, string>();
      do {
        const query = { type: 'call.taken' as const, limit: 500, ...(after && { after: Number(after) }) };
        const page = await admin.call('audit.list', { query });
        for (const event of page.events) takenBy.set(event.ticket, event.actor.id);
        after = page.next;
      } while (after);
      for (const [number, { seat }] of known.tickets) if (seat) expect(takenBy.get(number)).toBe(seat);
      expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });

      if (round < rounds) {
        const stop = new AbortController();
        const load = tokens.map(({ id, token }) =>
          work(client(token, 300), id, known, stop.signal).catch(() => undefined),
        );
        await sleep(40 + ((round * 37) % 200));
        hub.child.kill('SIGKILL');
        await once(hub.child, 'exit');
        stop.abort();
        await Promise.all(load);
      } else {
        const gone = once(hub.child, 'exit');
        hub.child.kill('SIGTERM');
        expect(await gone).toEqual([0, null]);
      }
      for (const one of clients) await one.close();
    }
    expect(known.tickets.size).toBeGreaterThan(rounds);
  });
});
