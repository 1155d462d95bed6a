import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LinkView, Verification } from '../../src/contract/shapes/audit.ts';
import { UserView, UserWithToken } from '../../src/contract/shapes/user.ts';
import { errorOf, handOver, startServe, type TestHub } from './support/hub.ts';
import { freshFolder } from './support/program.ts';

const Users = z.object({ users: z.array(UserView) });
const Events = z.object({ events: z.array(LinkView), next: z.string().optional() });

let hub: TestHub;
beforeAll(async () => {
  hub = await startServe();
});
afterAll(() => hub.end());

describe('users', () => {
  it('are added, listed, given a new token, disabled', async () => {
    const added = await hub.json(UserWithToken, [
      'users',
      'add',
      '李敏',
      '--role',
      'expert',
      '--skills',
      'gongjijin,shebao',
    ]);
    expect(added.user).toMatchObject({
      name: '李敏',
      role: 'expert',
      skills: ['gongjijin', 'shebao'],
      disabled: false,
    });
    const old = { EXPERT_SEAT_TOKEN: added.token };
    expect((await hub.run(['whoami'], { env: old })).stdout).toContain('李敏');

    const rotated = await hub.json(UserWithToken, ['users', 'rotate-token', '李敏']);
    const fresh = { EXPERT_SEAT_TOKEN: rotated.token };
    const [byOld, byFresh, twice] = await Promise.all([
      hub.run(['whoami'], { env: old }),
      hub.run(['whoami'], { env: fresh }),
      hub.run(['users', 'add', '李敏', '--role', 'expert', '--json']),
    ]);
    expect([byOld.code, byFresh.code, twice.code]).toEqual([5, 0, 4]);
    expect(errorOf(twice).code).toBe('name_in_use');

    await hub.json(z.object({ user: UserView }), ['users', 'disable', added.user.id]);
    expect((await hub.run(['whoami'], { env: fresh })).code).toBe(5);
    const { users } = await hub.json(Users, ['users', 'list']);
    expect(users.find(({ name }) => name === '李敏')?.disabled).toBe(true);
    const nobody = await hub.run(['users', 'disable', '没有这个人']);
    expect(nobody.code).toBe(3);
    const lastAdmin = await hub.run(['users', 'disable', 'admin', '--json']);
    expect(errorOf(lastAdmin).code).toBe('last_admin');
  });

  it('may be trainees, who look things up and touch nothing of the line', async () => {
    const { user, token } = await hub.json(UserWithToken, ['users', 'add', '王芳', '--role', 'trainee']);
    expect(user).toMatchObject({ name: '王芳', role: 'trainee' });
    const env = { EXPERT_SEAT_TOKEN: token };
    const [self, sync, calls, tickets, users] = await Promise.all([
      hub.run(['whoami'], { env }),
      hub.run(['kb', 'sync'], { env }),
      hub.run(['calls', 'list', '--json'], { env }),
      hub.run(['tickets', 'list', '--json'], { env }),
      hub.run(['users', 'list', '--json'], { env }),
    ]);
    expect(self.stdout).toContain('学员');
    expect(sync.code).toBe(0);
    for (const refused of [calls, tickets, users]) expect(errorOf(refused).code).toBe('not_allowed');
  });

  it('may have the token in a file of their own only', async () => {
    const file = path.join(freshFolder(), 'token');
    const ended = await hub.run(['users', 'add', '王强', '--role', 'frontline', '--token-file', file, '--json']);
    expect(JSON.parse(ended.stdout)).toMatchObject({ user: { name: '王强' }, tokenFile: file });
    const token = readFileSync(file, 'utf8').trim();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ended.stdout + ended.stderr).not.toContain(token);
    expect((await hub.run(['whoami'], { env: { EXPERT_SEAT_TOKEN: token } })).stdout).toContain('受理员');

    const nowhere = await hub.run([
      'users',
      'add',
      '赵六',
      '--role',
      'expert',
      '--token-file',
      '/no/such/folder/token',
    ]);
    expect(nowhere.code).toBe(7);
    expect((await hub.json(Users, ['users', 'list'])).users.map(({ name }) => name)).not.toContain('赵六');
  });
});

describe('audit', () => {
  it('lists and exports by filters', async () => {
    const { ticket } = await handOver(hub);
    const { events } = await hub.json(Events, ['audit', 'list', '--ticket', ticket.number, '--oldest']);
    expect(events.map(({ type }) => type)).toEqual(['call.transferred', 'ticket.opened']);
    const first = await hub.json(Events, ['audit', 'list', '--oldest', '--limit', '1']);
    const second = await hub.json(Events, ['audit', 'list', '--oldest', '--limit', '1', '--after', first.next ?? '']);
    expect(second.events[0]?.prev).toBe(first.events[0]?.hash);

    const out = path.join(freshFolder(), 'chain.ndjson');
    expect((await hub.run(['audit', 'export', '--out', out])).code).toBe(0);
    const links = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((row) => LinkView.parse(JSON.parse(row)));
    expect(links.map(({ seq }) => seq)).toEqual(links.map((_, at) => at + 1));
    const typed = await hub.run(['audit', 'export', '--type', 'user.added'], {});
    expect(
      typed.stdout
        .trim()
        .split('\n')
        .every((row) => JSON.parse(row).type === 'user.added'),
    ).toBe(true);
  });

  it('verifies the chain, and names a row that was changed behind its back', async () => {
    const { ticket } = await handOver(hub);
    const whole = await hub.json(Verification, ['audit', 'verify']);
    expect(whole).toMatchObject({ ok: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const store = new DatabaseSync(path.join(hub.dataDir, 'hub.sqlite'));
    store.prepare(`update tickets set question = '改了' where number = ?`).run(ticket.number);
    const [scripted, human] = await Promise.all([hub.run(['audit', 'verify', '--json']), hub.run(['audit', 'verify'])]);
    expect(scripted.code).toBe(8);
    const verdict = Verification.parse(JSON.parse(scripted.stdout));
    expect(verdict).toMatchObject({ ok: false, broken: { row: ticket.number, fault: 'changed' } });
    expect(human.code).toBe(8);
    expect(human.stdout).toContain(ticket.number);
    store.close();
  });
});
