import { inspect } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { insertSaid } from '../../src/tui/state/accounts/insert-said.ts';
import { arriveAtAccounts, openAccounts, showTab } from '../../src/tui/state/accounts/open.ts';
import { revealField } from '../../src/tui/state/accounts/reveal-field.ts';
import { accountView } from '../../src/tui/state/accounts/verified.ts';
import { verifyIdentity } from '../../src/tui/state/accounts/verify.ts';
import { endCall, takeNext } from '../../src/tui/state/call-commands.ts';
import { createClock } from '../../src/tui/state/clock.ts';
import { draftOf } from '../../src/tui/state/desk.ts';
import { SeatSession } from '../../src/tui/state/session.ts';
import { secrets, zhao } from '../support/fund.ts';
import { type Hotline, until } from './driver.tsx';
import { lineWithFund } from './fund.ts';

/** A seat without a screen, in whose model can be looked. */
const sessionAt = async (line: Hotline, token: string): Promise<SeatSession> => {
  const session = new SeatSession({
    client: line.clientOf(token),
    signIn: async (_url, other) => line.clientOf(other),
    language: 'zh-CN',
    mode: 'hub',
    clock: createClock(),
  });
  session.start();
  onTestFinished(() => session.close());
  await until(
    () => session.store.get().loaded,
    () => 'not loaded',
  );
  return session;
};

/** All that a session holds, apart from its connection. */
const everything = (session: SeatSession): string => {
  const own = Object.entries(session).filter(([key]) => key !== 'client' && key !== 'options');
  return inspect([session.store.get(), own], { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity });
};

const looked = async (line: Hotline, session: SeatSession): Promise<string> => {
  const { call } = await line.calls('赵女士', '公积金缴到几月了', { phone: zhao.phone });
  await until(
    () => session.store.get().calls.has(call.id),
    () => 'no call',
  );
  await takeNext(session);
  openAccounts(session);
  arriveAtAccounts(session);
  const said = { subject: 'person', name: zhao.name, idNumber: zhao.idNumber, items: { phone: '@call' } } as const;
  expect((await verifyIdentity(session, call.id, said)).state).toBe('done');
  for (const tab of ['overview', 'contributions', 'loans', 'repayments'] as const) {
    showTab(session, tab);
    await until(
      () => accountView(session.store.get())?.query?.state === 'shown',
      () => tab,
    );
  }
  expect((await revealField(session, 'account', '核对账号')).state).toBe('done');
  expect(everything(session)).toContain(zhao.account);
  showTab(session, 'overview');
  insertSaid(session);
  return call.id;
};

const expectNothing = (session: SeatSession): void => {
  const { accounts, forms } = session.store.get();
  expect(accounts.size).toBe(0);
  expect([...forms.keys()].filter((key) => key.startsWith('verify') || key.startsWith('reveal-field'))).toEqual([]);
  const held = everything(session);
  for (const secret of [...secrets, zhao.name, '山海测试软件有限公司', '50,000.00'])
    expect(held.includes(secret), secret).toBe(false);
};

it('nothing of an account is left when its call is over; what was said stays in the answer, masked', async () => {
  const { line } = await lineWithFund();
  const session = await sessionAt(line, await line.tokenFor('李敏', ['gongjijin']));
  const id = await looked(line, session);
  expect(draftOf(session.store.get(), id).text).toContain('经核验，您的住房公积金账户状态为正常');
  for (let times = 0; times < 2; times++) {
    await until(
      () => session.store.get().calls.get(id)?.state !== (times === 0 ? 'held' : 'active'),
      () => 'no news',
    );
    await endCall(session, session.store.get().calls.get(id)!);
  }
  await until(
    () => session.store.get().calls.get(id)?.state === 'ended',
    () => 'not ended',
  );
  expectNothing(session);
});

it('nothing is left when somebody else signs in', async () => {
  const { line } = await lineWithFund();
  const session = await sessionAt(line, await line.tokenFor('李敏', ['gongjijin']));
  await looked(line, session);
  await session.signIn('', await line.tokenFor('张强', ['gongjijin']));
  expectNothing(session);
});

it('nothing is left when the token stops working', async () => {
  const { line } = await lineWithFund();
  const session = await sessionAt(line, await line.tokenFor('李敏', ['gongjijin']));
  await looked(line, session);
  await line.newTokenFor('李敏');
  await session.client?.call('me', {}).catch(() => undefined);
  await takeNext(session);
  await until(
    () => session.store.get().screen === 'sign-in',
    () => 'still signed in',
  );
  expectNothing(session);
});
