import { afterAll, beforeAll, expect, it } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import { LoansAnswer } from '../../src/contract/shapes/account.ts';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';
import { faultNames } from '../../src/fund-sandbox/server/fault.ts';
import { type SandboxServer, startSandboxServer } from '../../src/fund-sandbox/server/start-server.ts';
import { CallAndTicket, errorOf, signedInAs, startServe, type TestHub } from '../cli/support/hub.ts';
import { faultEnds } from './support/fault-ends.ts';
import { shippedMapping } from './support/mappings.ts';

const sandbox = new Sandbox({ seed: 1, people: 300, today: '2026-11-23' });
const person = sandbox.personOf('loan-equal-instalment')!.identity;

let fund: SandboxServer;
let hub: TestHub;
let expert: Record<string, string>;
let client: HubClient;
let call: string;

beforeAll(async () => {
  fund = await startSandboxServer({ sandbox, mapping: shippedMapping('jgj-t-320'), port: 0 });
  hub = await startServe({ args: ['--fund', fund.url, '--fund-timeout', '700'] });
  expert = await signedInAs(hub, '李敏', 'expert');
  client = new HubClient({ url: hub.url, token: expert.EXPERT_SEAT_TOKEN, language: 'zh-CN', timeoutMs: 10_000 });
  const transfer = ['calls', 'transfer', '--phone', person.phone!, '--name', '女士', '--domain', 'gongjijin'];
  const made = await hub.json(CallAndTicket, [...transfer, '--question', '还款']);
  call = made.call.id;
  await hub.json(CallAndTicket, ['calls', 'take', call], expert);
  const body = { subject: 'person', name: person.name, idNumber: person.idNumber, items: { phone: '@call' } } as const;
  await client.call('identity.verify', { params: { id: call }, body });
});
afterAll(async () => {
  await client.close();
  await hub.end();
  await fund.close();
});

const goWrong = (faults: readonly object[]) =>
  fetch(`${fund.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });

it.each(faultNames)('%s: exit 6, the reason in words, and nothing of it shown', async (fault) => {
  // Between faults the fund does well, or the breaker would rest.
  for (let time = 0; time < 3; time++) await client.call('accounts.employee', { params: { id: call }, query: {} });
  await goWrong([{ fault, operation: 'loans', ...(fault === 'slow' && { milliseconds: 5000 }) }]);
  const ended = await hub.run(['accounts', 'loan', '--call', call, '--json'], { env: expert });
  await goWrong([]);
  expect(ended).toMatchObject({ code: 6, stdout: '' });
  const { code, details, hint } = errorOf(ended);
  expect({ code, details }).toMatchObject({ code: 'fund_unavailable', details: { fault: faultEnds[fault] } });
  expect(hint).toContain('不影响通话');
  const { loans } = await hub.json(LoansAnswer, ['accounts', 'loan', '--call', call], expert);
  expect(loans[0]).toMatchObject({ state: 'normal' });
});

it('a fund that goes on failing is left alone, which is said, and asked again when it is well', async () => {
  await goWrong([{ fault: '500' }]);
  const seen = new Set<unknown>();
  // It did well before, so it takes as many failures to weigh against that.
  for (let time = 0; time < 200 && !seen.has('resting'); time++) {
    const failed = await client
      .call('accounts.employee', { params: { id: call }, query: {} })
      .catch((error: { details: { fault: string } }) => error);
    seen.add((failed as { details: { fault: string } }).details.fault);
  }
  expect([...seen]).toEqual(['failing', 'resting']);
  const metrics = await fetch(`${hub.url}/metrics`).then((reply) => reply.text());
  expect(metrics).toContain('expert_seat_fund_resting 1');
  await goWrong([]);
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const answer = await client.call('accounts.employee', { params: { id: call }, query: {} }).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the breaker did not close again');
});

it('the hub says in its log which field was not as agreed, and not what stood there', async () => {
  expect(hub.running.stderr()).toMatch(/"msg":"no answer"/);
  expect(hub.running.stderr()).toMatch(/loans\S* \(\w+\)/);
  for (const secret of [person.idNumber, person.phone!, person.account, person.name]) {
    expect(hub.running.stderr()).not.toContain(secret);
  }
});
