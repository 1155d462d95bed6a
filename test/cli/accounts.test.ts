import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  ContributionsAnswer,
  EmployeeAnswer,
  EmployerAnswer,
  LoanProgressAnswer,
  LoansAnswer,
  LogAnswer,
  RepaymentsAnswer,
} from '../../src/contract/shapes/account.ts';
import { IdentityView, VerifiedView } from '../../src/contract/shapes/identity.ts';
import { CallAndTicket, errorOf, signedInAs, startServe, type TestHub } from './support/hub.ts';
import { run } from './support/program.ts';

const People = z.object({
  people: z.array(
    z.object({
      role: z.string(),
      name: z.string(),
      idNumber: z.string(),
      phone: z.string(),
      account: z.string(),
      employer: z.object({ account: z.string(), name: z.string() }).nullable(),
    }),
  ),
});
type Person = z.output<typeof People>['people'][number];

const Identity = z.object({ person: VerifiedView, identity: IdentityView });

let hub: TestHub;
let expert: Record<string, string>;
let cast: Map<string, Person>;

beforeAll(async () => {
  hub = await startServe({ args: ['--fund', 'sandbox'] });
  expert = await signedInAs(hub, '李敏', 'expert');
  const listed = await run(['fund-sandbox', 'people', '--json']);
  cast = new Map(People.parse(JSON.parse(listed.stdout)).people.map((person) => [person.role, person]));
});
afterAll(() => hub.end());

const of = (role: string): Person => cast.get(role)!;

/** A call of somebody, at the expert's seat. */
const calling = async (person: Person): Promise<{ call: string; ticket: string }> => {
  const transfer = ['calls', 'transfer', '--phone', person.phone, '--name', '女士', '--domain', 'gongjijin'];
  const { call, ticket } = await hub.json(CallAndTicket, [...transfer, '--question', '想查一下账户']);
  await hub.json(CallAndTicket, ['calls', 'take', call.id], expert);
  return { call: call.id, ticket: ticket.number };
};

const verify = (call: string, lines: Record<string, string>, extra: readonly string[] = []) =>
  hub.run(['accounts', 'verify', '--call', call, '--stdin', '--json', ...extra], {
    env: expert,
    input: Object.entries(lines)
      .map(([field, value]) => `${field}=${value}\n`)
      .join(''),
  });

const close = (ticket: string) =>
  hub.run(['tickets', 'close', ticket, '--category', '咨询', '--answer', '已答复'], { env: expert });

describe('accounts by commands', () => {
  it('a call on loan progress, from taking to closing, with what is said coming from stdin', async () => {
    const person = of('loan-reviewing');
    const { call, ticket } = await calling(person);
    const early = await hub.run(['accounts', 'progress', '--call', call, '--json'], { env: expert });
    expect(early.code).toBe(5);
    expect(errorOf(early)).toMatchObject({ code: 'not_verified' });

    const verified = await verify(call, { name: person.name, 'id-number': person.idNumber, phone: '@call' });
    expect(verified.code, verified.stderr).toBe(0);
    expect(Identity.parse(JSON.parse(verified.stdout)).identity).toMatchObject({ left: 3, locked: false });
    const { applications } = await hub.json(LoanProgressAnswer, ['accounts', 'progress', '--call', call], expert);
    expect(applications[0]).toMatchObject({ step: 'reviewing' });
    expect(applications[0]?.missing.length).toBeGreaterThan(0);
    const one = await hub.run(['accounts', 'application', applications[0]!.number, '--call', call], { env: expert });
    expect(one.stdout).toContain('待审核');
    expect(one.stdout).toContain(applications[0]!.missing[0]);
    const none = await hub.run(['accounts', 'application', 'SQ-none', '--call', call], { env: expert });
    expect(none.code).toBe(3);

    expect((await close(ticket)).code).toBe(0);
    const late = await hub.run(['accounts', 'progress', '--call', call, '--json'], { env: expert });
    expect(late.code).toBe(5);
    expect(errorOf(late)).toMatchObject({ code: 'account_call_over' });
  });

  it('every record is shown to people and to scripts, masked', async () => {
    const person = of('loan-equal-principal');
    const { call, ticket } = await calling(person);
    await verify(call, { name: person.name, 'id-number': person.idNumber, account: person.account });
    const at = ['--call', call];
    const { employee } = await hub.json(EmployeeAnswer, ['accounts', 'employee', ...at], expert);
    expect(employee.balance).toBe(employee.carriedOver + employee.thisYear);
    const page = await hub.json(
      ContributionsAnswer,
      ['accounts', 'contributions', ...at, '--from', '2024-01', '--size', '5'],
      expert,
    );
    expect(page.contributions).toHaveLength(5);
    const { loans } = await hub.json(LoansAnswer, ['accounts', 'loan', ...at], expert);
    expect(loans[0]).toMatchObject({ method: '02', state: 'normal' });
    const { plan, made } = await hub.json(
      RepaymentsAnswer,
      ['accounts', 'repayments', ...at, '--loan', loans[0]!.ref],
      expert,
    );
    expect(plan.length).toBe(loans[0]!.terms);
    expect(made.at(-1)?.balance).toBe(loans[0]!.balance);
    for (const command of [
      ['employee'],
      ['contributions', '--to', '2025-12'],
      ['progress'],
      ['loan'],
      ['repayments'],
      ['repayments', '--made'],
      ['online'],
      ['status'],
    ]) {
      const shown = await hub.run(['accounts', ...command, ...at], { env: expert });
      expect(shown.code, shown.stderr).toBe(0);
      for (const secret of [person.name, person.idNumber, person.phone, person.account]) {
        expect(shown.stdout, command.join(' ')).not.toContain(secret);
      }
    }
    const charted = await hub.run(['accounts', 'contributions', '--chart', ...at], { env: expert });
    expect(charted.stdout).toMatch(/每月缴存[\s\S]*\d{4}-\d{2}/);
    const revealed = await hub.run(['accounts', 'reveal', 'account', ...at, '--reason', '市民核对'], { env: expert });
    expect(revealed.stdout).toBe(`${person.account}\n`);
    const refused = await hub.run(['accounts', 'reveal', 'id-number', ...at, '--reason', '核对'], { env: expert });
    expect(refused.code).toBe(5);
    await close(ticket);
  });

  it('a wrong name fails without saying why, three times locks, and that is in the log', async () => {
    const person = of('sealed');
    const { call, ticket } = await calling(person);
    const wrong = { name: '某某', 'id-number': person.idNumber, phone: person.phone };
    const codes = [];
    for (let time = 0; time < 3; time++) {
      const ended = await verify(call, wrong);
      expect(ended.code).toBe(5);
      codes.push(errorOf(ended).code);
    }
    expect(codes).toEqual(['identity_mismatch', 'identity_mismatch', 'identity_locked']);
    const right = await verify(call, { ...wrong, name: person.name });
    expect(errorOf(right).code).toBe('identity_locked');
    const log = await hub.json(LogAnswer, ['accounts', 'log', '--call', call]);
    expect(log.events.map(({ type }) => type)).toEqual([
      'query.refused',
      'identity.failed',
      'identity.failed',
      'identity.failed',
    ]);
    const table = await hub.run(['accounts', 'log', '--call', call]);
    expect(table.stdout).toContain('核验未通过');
    expect((await hub.run(['accounts', 'log'], { env: expert })).code).toBe(5);
    await close(ticket);
  });

  it("an employer's clerk and somebody's spouse get what is theirs", async () => {
    const clerk = of('clerk');
    const { call, ticket } = await calling(clerk);
    const account = clerk.employer!.account;
    const said = { name: clerk.name, phone: '@call' };
    const verified = await verify(call, said, ['--employer-account', account]);
    expect(verified.code, verified.stderr).toBe(0);
    const { employer } = await hub.json(EmployerAnswer, ['accounts', 'employer', '--call', call], expert);
    expect(employer.name).toBe(clerk.employer!.name);
    const months = await hub.run(['accounts', 'employer-contributions', '--call', call], { env: expert });
    expect(months.stdout).toContain('汇缴');
    expect((await hub.run(['accounts', 'employee', '--call', call], { env: expert })).code).toBe(5);
    await close(ticket);

    const spouse = of('spouse');
    const second = await calling(spouse);
    const behalf = { name: of('employee').name, 'id-number': of('employee').idNumber, phone: of('employee').phone };
    const refused = await verify(second.call, behalf, ['--on-behalf']);
    expect(refused.code).toBe(5);
    expect(errorOf(refused).code).toBe('authorisation_required');
    expect(errorOf(refused).hint).toContain('可以答复');
    const allowed = await verify(second.call, behalf, ['--authorisation', 'holder-on-line']);
    expect(allowed.code, allowed.stderr).toBe(0);
    await close(second.ticket);
  });

  it('what is missing or does not go together is named before a hub is asked', async () => {
    const call = '01890000-0000-7000-8000-000000000000';
    const cases: readonly (readonly [string[], string | undefined, number, string])[] = [
      [['--call', 'x'], undefined, 7, 'call:'],
      [['--call', call], undefined, 7, 'name'],
      [['--call', call, '--name', '赵'], undefined, 7, 'id-number'],
      [
        ['--call', call, '--name', '赵', '--id-number', '110105194912310021', '--item', 'phone=1'],
        undefined,
        7,
        '校验码',
      ],
      [['--call', call, '--name', '赵', '--id-number', '11010519491231002X'], undefined, 7, 'item: 除姓名'],
      [['--call', call, '--item', 'colour=red'], undefined, 7, 'item'],
      [['--call', call, '--stdin'], 'nonsense\n', 7, 'stdin'],
      [['--call', call, '--employer-account', '1234', '--on-behalf', '--name', '赵'], undefined, 2, 'on-behalf'],
      [[], undefined, 2, '--call'],
    ];
    for (const [args, input, code, named] of cases) {
      const ended = await run(['accounts', 'verify', ...args], { input: input ?? '' });
      expect(ended.code, `${args.join(' ')}: ${ended.stderr}`).toBe(code);
      expect(ended.stderr).toContain(named);
    }
  });
});

it('a hub without a fund says so', async () => {
  const bare = await startServe();
  const someone = await signedInAs(bare, '王强', 'expert');
  const { call } = await bare.json(CallAndTicket, [
    ...['calls', 'transfer', '--phone', '13800001000', '--name', '刘女士'],
    ...['--domain', 'gongjijin', '--question', '查账户'],
  ]);
  await bare.json(CallAndTicket, ['calls', 'take', call.id], someone);
  const said = ['--name', '赵', '--id-number', '11010519491231002X', '--item', 'phone=@call'];
  const ended = await bare.run(['accounts', 'verify', '--call', call.id, ...said], { env: someone });
  expect(ended.code).toBe(6);
  expect(ended.stderr).toContain('--fund');
  await bare.end();
});
