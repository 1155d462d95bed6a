import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import type { BodyOf, RouteName } from '../../src/contract/routes.ts';
import { type Role, roles } from '../../src/domain/user/role.ts';
import { firm, gaps, HandMadeFund, type Person, qian, secrets, zhao } from '../support/fund.ts';
import { type Line, refusalOf, startLine, transferOf, until } from '../support/line.ts';
import { type StoreKind, storeKinds } from '../support/stores.ts';

type Verify = BodyOf<'identity.verify'>;

const saidBy = (person: Person, change: Partial<Extract<Verify, { subject: 'person' }>> = {}): Verify => ({
  subject: 'person',
  name: person.name,
  idNumber: person.idNumber,
  items: { account: person.account },
  ...change,
});
const saidByClerk = (): Verify => ({
  subject: 'employer',
  employerAccount: firm.account,
  name: firm.clerk.name,
  items: { phone: firm.clerk.phone },
});

interface Setting {
  line: Line;
  fund: HandMadeFund;
  expert: HubClient;
  call: string;
  ticket: string;
}

/** A hotline with a fund, and an expert in a call. */
const inCall = async (kind: StoreKind, settings: Parameters<typeof startLine>[1] = {}): Promise<Setting> => {
  const fund = new HandMadeFund();
  const line = await startLine(kind, { fund, ...settings });
  const expert = await line.person('expert');
  const { call, ticket } = await line.admin.call('calls.transfer', { body: transferOf({ phone: zhao.phone }) });
  await expert.call('calls.take-next', { body: {} });
  return { line, fund, expert, call: call.id, ticket: ticket.number };
};

const verify = (client: HubClient, call: string, body: Verify) =>
  client.call('identity.verify', { params: { id: call }, body });

const queries = [
  'accounts.employee',
  'accounts.contributions',
  'accounts.employer',
  'accounts.employer-contributions',
  'accounts.loan-progress',
  'accounts.loans',
  'accounts.repayments',
  'accounts.online',
] as const satisfies readonly RouteName[];
const query = (client: HubClient, name: (typeof queries)[number], call: string, about: { person?: string } = {}) =>
  client.call(name, { params: { id: call }, query: about });
const reveal = (
  client: HubClient,
  call: string,
  field: BodyOf<'accounts.reveal'>['field'],
  about: { person?: string } = {},
) => client.call('accounts.reveal', { params: { id: call }, body: { field, reason: '市民要求核对', ...about } });

/** Every way to an account, reveal included, is refused with this code, and each time that is in the log. */
const allRefused = async ({ line, call }: Setting, client: HubClient, code: string, person?: string): Promise<void> => {
  const about = person === undefined ? {} : { person };
  const ways = [
    ...queries.map((name) => () => query(client, name, call, about)),
    () => reveal(client, call, 'account', about),
  ];
  for (const way of ways) {
    expect(await refusalOf(way())).toBe(code);
    const { events } = await line.admin.call('accounts.log', { query: { limit: 2 } });
    const last = events.find(({ type }) => type !== 'query.alerted');
    expect(last).toMatchObject({ type: 'query.refused', call, data: { code } });
  }
};

describe.each(storeKinds)('accounts on %s', (kind) => {
  it('are open to the expert who has verified the caller, masked, and every look is in the chain without what was seen', async () => {
    const { line, expert, call, ticket } = await inCall(kind);
    const { person, identity } = await verify(expert, call, saidBy(zhao, { items: { phone: '@call' } }));
    expect(person).toMatchObject({ name: '赵**', subject: 'person', authorisation: null });
    expect(identity).toMatchObject({ failures: 0, left: 3, locked: false });

    const { employee, query: asked } = await expert.call('accounts.employee', { params: { id: call }, query: {} });
    expect(asked).toMatchObject({ person: person.id, name: '赵**' });
    expect(employee).toMatchObject({
      account: '********0101',
      name: '赵**',
      phone: '154****1001',
      idNumber: `3799**********${zhao.idNumber.slice(-4)}`,
      base: 1_000_000,
      employerRatio: 1200,
      inARow: { months: 13, orMore: false },
    });
    const entries = await expert.call('accounts.contributions', {
      params: { id: call },
      query: { from: '2025-01', to: '2026-10' },
    });
    expect(entries).toMatchObject({ total: 20, page: 1, pages: 1, gaps });
    const paged = await expert.call('accounts.contributions', {
      params: { id: call },
      query: { from: '2025-01', to: '2026-10', size: 7, page: 3 },
    });
    expect(paged.contributions).toHaveLength(6);
    // What is missing is said of the whole, whichever page is shown.
    expect(paged).toMatchObject({ total: 20, pages: 3, gaps });
    const progress = await expert.call('accounts.loan-progress', { params: { id: call }, query: {} });
    expect(progress.applications[0]).toMatchObject({ step: 'reviewing', missing: ['购房合同'] });
    const { loans } = await expert.call('accounts.loans', { params: { id: call }, query: {} });
    expect(loans[0]).toMatchObject({ own: true, account: '********0777', borrower: { name: '赵**' } });
    expect(loans[0]?.property?.address).toBe('济南市历下区****');
    const repayments = await expert.call('accounts.repayments', {
      params: { id: call },
      query: { loan: loans[0]!.ref },
    });
    expect(repayments.plan).toHaveLength(1);

    const everything = JSON.stringify([employee, entries, progress, loans, repayments]);
    for (const secret of secrets) expect(everything).not.toContain(secret);

    const { events } = await line.admin.call('accounts.log', { query: { call } });
    expect(events.map(({ type, data }) => [type, data.operation])).toEqual([
      ['query.answered', 'repayments'],
      ['query.answered', 'loans'],
      ['query.answered', 'loan-progress'],
      ['query.answered', 'contributions'],
      ['query.answered', 'contributions'],
      ['query.answered', 'employee'],
      ['identity.verified', undefined],
    ]);
    expect(events[2]?.data).toMatchObject({ purpose: 'progress', person: expect.stringMatching(/^P-[0-9a-f]{12}$/) });
    const { history } = await expert.call('tickets.show', { params: { number: ticket } });
    expect(history.filter(({ kind }) => kind === 'query')).toHaveLength(6);
    const chain = JSON.stringify(await line.admin.call('audit.list', { query: { limit: 500 } }));
    for (const secret of secrets) expect(chain).not.toContain(secret);
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('are closed to everybody else, on every route, and the try is in the log', async () => {
    const setting = await inCall(kind);
    const { line, expert, call, fund } = setting;
    await allRefused(setting, expert, 'not_verified');
    const other = await line.person('expert');
    await allRefused(setting, other, 'account_not_your_call');
    await verify(expert, call, saidBy(zhao));
    // Not even for another expert of the same call, or who steers the line.
    await allRefused(setting, other, 'account_not_your_call');
    await allRefused(setting, line.admin, 'account_not_your_call');
    for (const role of roles.filter((one) => !(['expert', 'supervisor', 'admin'] as Role[]).includes(one))) {
      await allRefused(setting, await line.person(role), 'not_allowed');
    }
    expect(fund.asked).toEqual(['identity']);
  });

  it('end with the call', async () => {
    const setting = await inCall(kind);
    const { line, expert, call, ticket } = setting;
    await verify(expert, call, saidBy(zhao));
    await expert.call('calls.end', { params: { id: call }, body: {} });
    // While the answer is written up they may still be looked into, but nobody is verified any more.
    expect(await query(expert, 'accounts.employee', call)).toBeDefined();
    expect(await refusalOf(verify(expert, call, saidBy(qian)))).toBe('account_call_over');
    await expert.call('tickets.close', { params: { number: ticket }, body: { category: '咨询', answer: '已答复' } });
    await allRefused(setting, expert, 'account_call_over');
    // Whose accounts they were is forgotten.
    const forgotten = () => expert.call('identity.show', { params: { id: call } });
    await until(forgotten, ({ identity }) => identity.verified.length === 0);
    const { events } = await line.admin.call('audit.list', { query: { type: 'identity.forgotten' } });
    expect(events).toHaveLength(1);
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('ask for the person who was verified and nobody else', async () => {
    const setting = await inCall(kind);
    const { line, expert, call } = setting;
    const { person } = await verify(expert, call, saidBy(qian));
    // A clerk's records are not a person's.
    for (const name of ['accounts.employer', 'accounts.employer-contributions'] as const) {
      expect(await refusalOf(query(expert, name, call))).toBe('other_person');
    }
    const stranger = '01890000-0000-7000-8000-000000000000';
    await allRefused(setting, expert, 'other_person', stranger);
    // Verified in another call is not verified in this one.
    await expert.call('calls.hold', { params: { id: call }, body: {} });
    const second = await line.admin.call('calls.transfer', { body: transferOf() });
    await expert.call('calls.take-next', { body: {} });
    expect(await refusalOf(query(expert, 'accounts.employee', second.call.id, { person: person.id }))).toBe(
      'not_verified',
    );
    // A loan of somebody else.
    const unknown = { params: { id: call }, query: { loan: 'L-000000000000' } };
    expect(await refusalOf(expert.call('accounts.repayments', unknown))).toBe('other_person');
    // A co-borrower sees the loan, and that it is not their own.
    const { loans } = await expert.call('accounts.loans', { params: { id: call }, query: {} });
    expect(loans[0]).toMatchObject({ own: false });
  });

  it('are locked by the third failure, whoever tries, racing or not, and for whoever was verified before', async () => {
    const setting = await inCall(kind);
    const { line, expert, call } = setting;
    await verify(expert, call, saidBy(zhao));
    const wrong: Verify[] = [
      saidBy(qian, { name: '钱国祥' }),
      saidBy(qian, { items: { account: zhao.account } }),
      saidBy(qian, { items: { phone: qian.phone, 'bank-card': '0000' } }),
    ];
    const codes = await Promise.all(wrong.map((body) => refusalOf(verify(expert, call, body))));
    expect(codes.sort()).toEqual(['identity_locked', 'identity_mismatch', 'identity_mismatch']);
    expect(await refusalOf(verify(expert, call, saidBy(zhao)))).toBe('identity_locked');
    expect((await expert.call('identity.show', { params: { id: call } })).identity).toMatchObject({
      failures: 3,
      left: 0,
      locked: true,
    });
    await allRefused(setting, expert, 'identity_locked');
    // Another expert who gets the call finds it locked too.
    await expert.call('calls.move', { params: { id: call }, body: { domain: 'shebao' } });
    const other = await line.person('expert', { skills: ['shebao'] });
    await other.call('calls.take', { params: { id: call }, body: {} });
    await allRefused(setting, other, 'identity_locked');
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('say no more of a failure than that it failed, and count one that is sent again once', async () => {
    const { expert, call } = await inCall(kind);
    const body = saidBy(zhao, { name: '赵文' });
    const send = () => expert.call('identity.verify', { params: { id: call }, body, idempotencyKey: 'the-same-key' });
    for (let time = 0; time < 4; time++) {
      await expect(send()).rejects.toMatchObject({ code: 'identity_mismatch', details: { left: 2 } });
    }
    const nobody = saidBy({ ...zhao, idNumber: firm.clerk.idNumber });
    const failed = await verify(expert, call, nobody).catch((error) => error);
    expect(failed).toMatchObject({ code: 'identity_mismatch', details: { left: 1 } });
    // Somebody who has no account is told in the same words.
    const first = await send().catch((error) => error);
    expect(failed.message.replace('1', '2')).toBe(first.message);
  });

  it('are told to who speaks for the holder only by a recorded authorisation, and then no number in full', async () => {
    const { line, expert, call } = await inCall(kind);
    const spoken = (authorisation: unknown) => saidBy(zhao, { onBehalf: { authorisation } as never });
    const refused = await verify(expert, call, spoken(null)).catch((error) => error);
    expect(refused).toMatchObject({ code: 'authorisation_required' });
    expect(refused.hint).toContain('可以答复');
    expect(await refusalOf(verify(expert, call, spoken({ kind: 'power-of-attorney' })))).toBe('invalid_input');
    const grouped = `${zhao.idNumber.slice(0, 6)}-${zhao.idNumber.slice(6, 14)}-${zhao.idNumber.slice(14, 17)}`;
    for (const reference of [zhao.phone, grouped, `${zhao.name}-1`]) {
      const named = spoken({ kind: 'power-of-attorney', reference });
      expect(await refusalOf(verify(expert, call, named))).toBe('invalid_input');
    }
    // A refusal for want of an authorisation is no failed check.
    expect((await expert.call('identity.show', { params: { id: call } })).identity.failures).toBe(0);
    const { person } = await verify(expert, call, spoken({ kind: 'power-of-attorney', reference: 'WT-2026-018' }));
    expect(person.authorisation).toBe('power-of-attorney');
    expect(await query(expert, 'accounts.loan-progress', call)).toBeDefined();
    expect(await refusalOf(reveal(expert, call, 'account'))).toBe('field_not_disclosed');
    const { events } = await line.admin.call('accounts.log', { query: { call } });
    expect(events.find(({ type }) => type === 'identity.verified')?.data).toMatchObject({ reference: 'WT-2026-018' });
    expect(events.find(({ type }) => type === 'query.answered')?.data).toMatchObject({
      authorisation: 'power-of-attorney',
    });
  });

  it("open an employer's records to its clerk, and no person's", async () => {
    const { expert, call } = await inCall(kind);
    expect(await refusalOf(verify(expert, call, { ...saidByClerk(), name: '孙晓' } as Verify))).toBe(
      'identity_mismatch',
    );
    const misread = { ...saidByClerk(), items: { 'id-number': firm.clerk.idNumber.replace(/.$/, 'Q') } } as Verify;
    expect(await refusalOf(verify(expert, call, misread))).toBe('invalid_input');
    // By either item, and as a Chinese input method types it.
    const account = firm.account.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    for (const items of [{ 'id-number': firm.clerk.idNumber }, { phone: `${firm.clerk.phone}。` }]) {
      const { person } = await verify(expert, call, { ...saidByClerk(), employerAccount: account, items } as Verify);
      expect(person).toMatchObject({ subject: 'employer', name: firm.name });
    }
    const { employer } = await expert.call('accounts.employer', { params: { id: call }, query: {} });
    expect(employer).toMatchObject({ name: firm.name, clerk: { name: '孙**', phone: '154****1003' } });
    const paid = await expert.call('accounts.employer-contributions', {
      params: { id: call },
      query: { from: '2025-06', to: '2025-12' },
    });
    expect(paid).toMatchObject({ total: 5, gaps });
    expect(await refusalOf(query(expert, 'accounts.employee', call))).toBe('other_person');
    expect(await refusalOf(reveal(expert, call, 'bank-account'))).toBe('other_person');
  });

  it('reveal one field for a reason, to whom it may be shown', async () => {
    const { line, expert, call } = await inCall(kind);
    await verify(expert, call, saidBy(zhao));
    expect(await reveal(expert, call, 'account')).toMatchObject({ value: zhao.account, seconds: 30 });
    expect(await refusalOf(reveal(expert, call, 'id-number'))).toBe('field_not_disclosed');
    expect(await refusalOf(reveal(expert, call, 'clerk-phone'))).toBe('other_person');
    expect(await reveal(expert, call, 'property-address')).toMatchObject({ value: '济南市历下区测试路2号3单元' });
    const { events } = await line.admin.call('accounts.log', { query: { call } });
    expect(events[0]).toMatchObject({
      type: 'query.revealed',
      data: { field: 'property-address', reason: '市民要求核对' },
    });
    // Who steers the line and has the call may see what an expert may not.
    const lead = await line.person('supervisor');
    const { call: theirs } = await line.admin.call('calls.transfer', { body: transferOf() });
    await lead.call('calls.take', { params: { id: theirs.id }, body: {} });
    await verify(lead, theirs.id, saidBy(qian));
    expect(await reveal(lead, theirs.id, 'id-number')).toMatchObject({ value: qian.idNumber });
  });

  it('show a number in full once: the same request again is another look, and none after the call', async () => {
    const { line, expert, call, ticket } = await inCall(kind);
    await verify(expert, call, saidBy(zhao));
    const body = { field: 'account', reason: `核对手机 ${zhao.phone}` } as const;
    const again = () => expert.call('accounts.reveal', { params: { id: call }, body, idempotencyKey: 'the-same-key' });
    expect(await again()).toMatchObject({ value: zhao.account });
    expect(await again()).toMatchObject({ value: zhao.account });
    const { events } = await line.admin.call('accounts.log', { query: { call } });
    const shown = events.filter(({ type }) => type === 'query.revealed');
    expect(shown).toHaveLength(2);
    expect(shown[0]?.data.reason).toBe('核对手机 ***********');
    const phone = () =>
      expert.call('calls.reveal', { params: { id: call }, body: { reason: '回电' }, idempotencyKey: 'another-key' });
    expect(await phone()).toMatchObject({ phone: zhao.phone });
    // While the answer is written up nobody is there to be told.
    await expert.call('calls.end', { params: { id: call }, body: {} });
    expect(await refusalOf(again())).toBe('account_call_over');
    await expert.call('tickets.close', { params: { number: ticket }, body: { category: '咨询', answer: '已答复' } });
    expect(await refusalOf(again())).toBe('account_call_over');
  });

  it('are verified anew once the call has left the seat', async () => {
    const { line, expert, call } = await inCall(kind);
    await verify(expert, call, saidBy(zhao));
    await expert.call('calls.move', { params: { id: call }, body: { domain: 'shebao' } });
    const other = await line.person('expert', { skills: ['shebao'] });
    await other.call('calls.take', { params: { id: call }, body: {} });
    expect((await other.call('identity.show', { params: { id: call } })).identity.verified).toEqual([]);
    await other.call('calls.move', { params: { id: call }, body: { domain: 'gongjijin' } });
    await expert.call('calls.take', { params: { id: call }, body: {} });
    expect(await refusalOf(query(expert, 'accounts.employee', call))).toBe('not_verified');
    await verify(expert, call, saidBy(zhao));
    expect(await query(expert, 'accounts.employee', call)).toBeDefined();
  });

  it('are not told to who was disabled, or got another token, while the fund was asked', async () => {
    const { line, fund, expert, call } = await inCall(kind);
    await verify(expert, call, saidBy(zhao));
    const me = (await expert.call('me', {})).user.name;
    const release = fund.hold();
    const waiting = [refusalOf(query(expert, 'accounts.loans', call)), refusalOf(reveal(expert, call, 'account'))];
    await until(
      () => fund.asked.length,
      (asked) => asked === 3,
    );
    await line.admin.call('users.rotate-token', { params: { user: me }, body: {} });
    release();
    expect(await Promise.all(waiting)).toEqual(['not_signed_in', 'not_signed_in']);
  });

  it('are asked for months that follow each other, and of no page that is not there', async () => {
    const { expert, call } = await inCall(kind);
    await verify(expert, call, saidBy(zhao));
    const months = (months: object) =>
      expert.call('accounts.contributions', { params: { id: call }, query: { ...months } });
    for (const wrong of [
      { from: '2026-02', to: '2026-01' },
      { from: '2099-01' },
      { to: '0001-01' },
      { from: '2026-13' },
    ]) {
      expect(await refusalOf(months(wrong))).toBe('invalid_input');
    }
    // What is missing is said of the whole, also beyond its last page.
    const beyond = await months({ from: '2025-01', to: '2026-10', page: 9 });
    expect(beyond).toMatchObject({ contributions: [], total: 20, pages: 1, gaps });
  });

  it('never show what came after the call had ended', async () => {
    const setting = await inCall(kind);
    const { fund, expert, call, ticket } = setting;
    await verify(expert, call, saidBy(zhao));
    const release = fund.hold();
    const late = refusalOf(query(expert, 'accounts.loans', call));
    const lateReveal = refusalOf(reveal(expert, call, 'account'));
    await until(
      () => fund.asked.length,
      (asked) => asked === 3,
    );
    // The fund is slow; the call is not.
    await expert.call('tickets.close', { params: { number: ticket }, body: { category: '咨询', answer: '稍后回电' } });
    release();
    expect(await late).toBe('account_call_over');
    expect(await lateReveal).toBe('account_call_over');
  });

  it('raise an alert when one expert asks unusually much, and again when that has doubled', async () => {
    const queryAlert = { queries: 5, persons: 25, personsADay: 150, refused: 10 };
    const setting = await inCall(kind, { settings: { queryAlert } });
    const { line, expert, call } = setting;
    await verify(expert, call, saidBy(zhao));
    const inspector = await line.person('inspector');
    const alerts = async () => (await inspector.call('accounts.log', { query: { alerts: true } })).events;
    for (let time = 0; time < 4; time++) await query(expert, 'accounts.loans', call);
    expect(await alerts()).toEqual([]);
    for (let time = 0; time < 4; time++) await query(expert, 'accounts.loans', call);
    const me = (await expert.call('me', {})).user;
    expect((await alerts()).map(({ data }) => data)).toEqual([
      { expert: me.id, name: me.name, what: 'queries', count: 5 },
    ]);
    for (let time = 0; time < 2; time++) await query(expert, 'accounts.loans', call);
    expect((await alerts()).map(({ data }) => data.count)).toEqual([10, 5]);
    const log = await inspector.call('accounts.log', { query: { expert: me.name, limit: 500 } });
    expect(log.events).toHaveLength(13);
    expect(await refusalOf(inspector.call('accounts.log', { query: { expert: '查无此人' } }))).toBe('not_found');
    const metrics = await fetch(`${line.hubs[0]!.url}/metrics`).then((reply) => reply.text());
    expect(metrics).toContain('expert_seat_query_alerts_total{what="queries"} 2');
  });

  it('raise one for each kind, and for verifying alone', async () => {
    const queryAlert = { queries: 120, persons: 2, personsADay: 150, refused: 1 };
    const { line, expert, call } = await inCall(kind, { settings: { queryAlert } });
    await refusalOf(query(expert, 'accounts.loans', call));
    await verify(expert, call, saidBy(zhao));
    await verify(expert, call, saidBy(qian));
    const { events } = await line.admin.call('accounts.log', { query: { alerts: true } });
    expect(events.map(({ data }) => data.what)).toEqual(['persons', 'refused']);
  });

  it('raise one too for who tries names and numbers', async () => {
    const { line, expert, call } = await inCall(kind, {
      settings: { queryAlert: { queries: 120, persons: 25, personsADay: 150, refused: 2 } },
    });
    for (const name of ['钱', '钱国']) await refusalOf(verify(expert, call, saidBy(qian, { name })));
    const { events } = await line.admin.call('accounts.log', { query: { alerts: true } });
    expect(events.map(({ data }) => data.what)).toEqual(['refused']);
  });

  it('leave no number of a citizen in the store', async () => {
    const { line, expert, call } = await inCall(kind);
    const question = `我叫${zhao.name}，身份证${zhao.idNumber}，查一下`;
    const { call: second } = await line.admin.call('calls.transfer', {
      body: transferOf({ phone: zhao.phone, question }),
    });
    expect(second.question).toContain('3799**********');
    await verify(expert, call, saidBy(zhao));
    await query(expert, 'accounts.employee', call);
    await reveal(expert, call, 'account');
    await refusalOf(verify(expert, call, saidBy(qian, { name: '钱' })));
    if (kind === 'sqlite') {
      await line.hubs[0]!.close();
      for (const file of readdirSync(line.dataDir)) {
        const text = readFileSync(path.join(line.dataDir, file), 'latin1');
        for (const secret of secrets) expect(text.includes(secret), `${file} holds a number`).toBe(false);
      }
    }
  });
});

describe('a fund that fails', () => {
  it.each(['late', 'unreachable', 'failing', 'busy', 'denied', 'garbled', 'resting'] as const)(
    'as %s ends in a plain answer, is in the log, and holds up nothing',
    async (fault) => {
      const { line, fund, expert, call, ticket } = await inCall('sqlite');
      await verify(expert, call, saidBy(zhao));
      fund.fail(fault);
      const failed = await query(expert, 'accounts.loans', call).catch((error) => error);
      expect(failed).toMatchObject({ code: 'fund_unavailable', exit: 6, details: { fault } });
      expect(failed.message).not.toContain(fault);
      expect(failed.hint).toContain('不影响通话');
      // No failed check is counted when nothing could be compared.
      expect(await refusalOf(verify(expert, call, saidBy(qian, { name: '钱' })))).toBe('fund_unavailable');
      expect((await expert.call('identity.show', { params: { id: call } })).identity.failures).toBe(0);
      const { events } = await line.admin.call('accounts.log', { query: { call } });
      expect(events[1]).toMatchObject({ type: 'query.unanswered', data: { operation: 'loans', fault } });
      await expert.call('tickets.close', { params: { number: ticket }, body: { category: '咨询', answer: '稍后' } });
    },
  );

  it('because it does not know pages, is not shown: the same entries twice are no list', async () => {
    const { fund, expert, call } = await inCall('sqlite');
    await verify(expert, call, saidBy(zhao));
    fund.ignoresPages = true;
    const failed = await query(expert, 'accounts.contributions', call).catch((error) => error);
    expect(failed).toMatchObject({ code: 'fund_unavailable', details: { fault: 'garbled' } });
  });

  it('that has no such record says so in words', async () => {
    const { fund, expert, call } = await inCall('sqlite');
    await verify(expert, call, saidBy(zhao));
    fund.loans = async () => [];
    const none = await query(expert, 'accounts.repayments', call).catch((error) => error);
    expect(none).toMatchObject({ code: 'not_found', message: '找不到 贷款' });
  });

  it('or is not there at all is said as such', async () => {
    const line = await startLine('sqlite');
    const expert = await line.person('expert');
    const { call } = await line.admin.call('calls.transfer', { body: transferOf() });
    await expert.call('calls.take-next', { body: {} });
    expect(await refusalOf(verify(expert, call.id, saidBy(zhao)))).toBe('no_fund');
  });

  it('does not keep the line from working while it is waited for', async () => {
    const { line, fund, expert, call } = await inCall('sqlite');
    await verify(expert, call, saidBy(zhao));
    const release = fund.hold();
    const waiting = Promise.all(queries.slice(4).map((name) => query(expert, name, call).catch(() => undefined)));
    const transferred = await line.admin.call('calls.transfer', { body: transferOf() });
    expect(transferred.call.state).toBe('waiting');
    release();
    await waiting;
  });
});

it('a hub with another key than the store was sealed with does not start', async () => {
  const { startHub } = await import('../../src/hub/start-hub.ts');
  const { rmSync } = await import('node:fs');
  const line = await startLine('sqlite');
  await line.admin.call('calls.transfer', { body: transferOf() });
  await line.hubs[0]!.close();
  rmSync(path.join(line.dataDir, 'store.key'));
  const started = startHub({ dataDir: line.dataDir, logLevel: 'silent', version: 'test' });
  await expect(started).rejects.toMatchObject({ code: 'other_store_key' });
});
