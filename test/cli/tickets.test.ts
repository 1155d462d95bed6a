import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TicketView, TicketWithHistory } from '../../src/contract/shapes/ticket.ts';
import { CallAndTicket, errorOf, handOver, signedInAs, startServe, type TestHub } from './support/hub.ts';
import { freshFolder } from './support/program.ts';

const One = z.object({ ticket: TicketView });
const Tickets = z.object({ tickets: z.array(TicketView), next: z.string().optional() });

let hub: TestHub;
let expert: Record<string, string>;
beforeAll(async () => {
  hub = await startServe();
  expert = await signedInAs(hub, '李敏', 'expert');
});
afterAll(() => hub.end());

const taken = async (question = '怎么提取'): Promise<{ call: string; number: string }> => {
  const { call } = await handOver(hub, ['--question', question]);
  const { ticket } = await hub.json(CallAndTicket, ['calls', 'take', call.id], expert);
  return { call: call.id, number: ticket.number };
};

describe('a ticket by commands', () => {
  it('is closed with an answer from stdin, which ends its call', async () => {
    const { call, number } = await taken();
    const args = [
      'tickets',
      'close',
      number,
      '--category',
      '咨询',
      '--answer',
      '-',
      '--article',
      'gjj-0021',
      'gjj-0022',
      '--json',
    ];
    const ended = await hub.run(args, { env: expert, input: '第一行\n第二行\n' });
    const { ticket } = One.parse(JSON.parse(ended.stdout));
    expect(ticket).toMatchObject({
      number,
      state: 'closed',
      category: '咨询',
      answer: '第一行\n第二行',
      articles: ['gjj-0021', 'gjj-0022'],
    });
    expect((await hub.json(CallAndTicket, ['calls', 'show', call], expert)).call.state).toBe('ended');
    const again = await hub.run(args, { env: expert, input: '别的' });
    expect(again.code).toBe(4);
    expect(errorOf(again).code).toBe('ticket_state');
    const { history } = await hub.json(TicketWithHistory, ['tickets', 'show', number], expert);
    expect(history.map(({ type }) => type)).toEqual([
      'call.transferred',
      'ticket.opened',
      'call.taken',
      'ticket.closed',
      'call.ended',
    ]);
  });

  it('is dispatched with a deadline, and may leave its call going', async () => {
    const { call, number } = await taken();
    const { ticket } = await hub.json(
      One,
      [
        'tickets',
        'dispatch',
        number,
        '--unit',
        '公积金中心',
        '--reason',
        '需核查账户',
        '--urgency',
        'urgent',
        '--keep-call',
      ],
      expert,
    );
    expect(ticket).toMatchObject({ state: 'dispatched', unit: '公积金中心', urgency: 'urgent' });
    expect(Date.parse(ticket.deadline ?? '')).toBeGreaterThan(Date.now());
    expect((await hub.json(CallAndTicket, ['calls', 'show', call], expert)).call.state).toBe('active');
    await hub.run(['calls', 'end', call], { env: expert });
    const human = await hub.run(['tickets', 'show', number], { env: expert });
    expect(human.stdout).toMatch(/办理期限 {2}\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/);
    expect(human.stdout).toContain('转派');
  });

  it('is found by state, person and time', async () => {
    const { number, call } = await taken();
    const numbers = async (...args: string[]) =>
      (await hub.json(Tickets, ['tickets', 'list', ...args], expert)).tickets.map((ticket) => ticket.number);
    expect(await numbers('--state', 'open', '--mine')).toContain(number);
    expect(await numbers('--state', 'closed')).not.toContain(number);
    expect(await numbers('--since', '1h')).toContain(number);
    expect(await numbers('--until', '2020-01-01')).toEqual([]);
    expect(await numbers('--since', '2020-01-01T00:00:00Z', '--oldest', '--limit', '1')).toHaveLength(1);
    await hub.run(['calls', 'end', call], { env: expert });
    const wrong = await Promise.all(
      [
        ['--since', '2026-02-31'],
        ['--since', 'yesterday'],
        ['--until', '5y'],
        ['--limit', '0'],
        ['--state', 'lost'],
      ].map((args) => hub.run(['tickets', 'list', ...args, '--json'], { env: expert })),
    );
    for (const ended of wrong) {
      expect(ended.code).toBe(7);
      expect(errorOf(ended).message).toMatch(/since|until|limit|state/);
    }
  });
});

describe('tickets export', () => {
  it('writes a CSV that a spreadsheet reads and does not run', async () => {
    const evil = ['=cmd|calc', '+1', '-1', '@SUM(1)', '＝1', '  =1', 'a,"b"\nc'];
    for (const question of evil) {
      const { call } = await handOver(hub, ['--question', question]);
      await hub.run(['calls', 'abandon', call.id]);
    }
    const { stdout, code } = await hub.run(['tickets', 'export', '--format', 'csv'], { env: expert });
    expect(code).toBe(0);
    expect(stdout.startsWith('\ufeff工单号,')).toBe(true);
    expect(stdout.endsWith('\r\n')).toBe(true);
    for (const cell of [`'=cmd|calc`, `'+1`, `'-1`, `'@SUM(1)`, `'＝1`, `'=1`, `"a,""b""\nc"`])
      expect(stdout).toContain(`,${cell},`);
    expect(stdout).not.toMatch(/(^|,|\n)[=+\-@＝]/);
  });

  it('writes NDJSON into a file that appears whole, and page by page', async () => {
    const folder = freshFolder();
    const out = path.join(folder, 'tickets.ndjson');
    writeFileSync(out, 'old');
    const ended = await hub.run(['tickets', 'export', '--format', 'ndjson', '--out', out], { env: expert });
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    const rows = readFileSync(out, 'utf8').trim().split('\n');
    const numbers = rows.map((row) => TicketView.parse(JSON.parse(row)).number);
    expect(numbers).toEqual([...numbers].sort());
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['tickets.ndjson']);

    const [refused, nowhere] = await Promise.all([
      hub.run(['tickets', 'export', '--out', out], { env: { EXPERT_SEAT_TOKEN: 'es_nobody' } }),
      hub.run(['tickets', 'export', '--out', path.join(folder, 'no/such/folder.csv'), '--json'], { env: expert }),
    ]);
    expect(refused.code).toBe(5);
    expect(readFileSync(out, 'utf8').trim().split('\n')).toEqual(rows);
    expect(readdirSync(folder)).toEqual(['tickets.ndjson']);
    expect(nowhere.code).toBe(7);
    expect(existsSync(path.join(folder, 'no'))).toBe(false);
  });
});
