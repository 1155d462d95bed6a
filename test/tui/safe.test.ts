import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DeskStore } from '../../src/client/desk/desk-store.ts';
import type { HubClient } from '../../src/client/hub-client.ts';
import { HubError } from '../../src/client/hub-error.ts';
import { exitCode } from '../../src/contract/exit-code.ts';
import type { RouteName } from '../../src/contract/routes.ts';
import { createClock } from '../../src/tui/state/clock.ts';
import { temporaryDir } from '../support/stores.ts';
import { Hotline, type Seat, until } from './driver.tsx';

/** A seat of a person at a desk; several of one person are several windows, or one after the other several starts. */
const sitDown = async (
  line: Hotline,
  token: string,
  desk: string | undefined,
  undoSeconds = 0,
  wrap: (client: HubClient) => HubClient = (client) => client,
): Promise<Seat> =>
  line.seatOf({
    client: wrap(line.clientOf(token)),
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    desk,
    preferences: { 'undo-seconds': undoSeconds },
  });

const takeCall = async (seat: Seat): Promise<void> => {
  await seat.sees('等待 1');
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中');
};

const write = async (seat: Seat, text: string): Promise<void> => {
  seat.types(text);
  await seat.sees(text);
};

/** What lies on a desk, seen from outside. */
const onDesk = (desk: string, person: string) => {
  const store = new DeskStore(desk);
  try {
    return { papers: store.papers.of(person), outbox: store.outbox.of(person) };
  } finally {
    store.close();
  }
};

const savedAs = async (desk: string, person: string, text: string): Promise<void> =>
  until(
    () => onDesk(desk, person).papers.some(({ paper }) => paper.text === text),
    () => `not on the desk: ${text}`,
  );

const me = async (client: HubClient): Promise<string> => (await client.call('me', {})).user.id;

/** Leaves as somebody who confirms at once. */
const quit = async (seat: Seat): Promise<void> => {
  seat.press('Ctrl-C');
  await seat.sees('请确认');
  seat.press('Ctrl-C');
  await seat.leaves();
};

/** A closed window: the program gets a signal and no more. */
const hangUp = async (seat: Seat): Promise<void> => {
  process.emit('SIGHUP', 'SIGHUP');
  expect(await seat.leaves()).toBe(129);
};

/** What kill -9 leaves at this moment: the desk, to be opened by who comes after. */
const asKilledNow = async (desk: string): Promise<string> => {
  const left = await temporaryDir();
  await cp(desk, left, { recursive: true });
  return left;
};

const close = async (seat: Seat): Promise<void> => {
  seat.press('F9');
  await seat.sees('办结工单');
  seat.press('Ctrl-G');
};

describe('what is being written', () => {
  it('is there again after the window was closed, with the form that was begun and the articles', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const desk = await temporaryDir();
    const seat = await sitDown(line, token, desk);
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    seat.press('Ctrl-R');
    await seat.sees('退回');
    await write(seat, '请告知市民稍后');
    // Not a moment later: the signal itself saves.
    await hangUp(seat);
    const again = await sitDown(line, token, desk);
    await again.sees('◆ 通话中', '登录单位网厅');
    again.press('Ctrl-R');
    await again.sees('请告知市民稍后');
  });

  it.each([
    ['F10', '转派工单', '三周没有消息'],
    ['Ctrl-X Ctrl-D', '转到', '请社保答复'],
  ])('a form begun with %s is there again too', async (keys, title, text) => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const desk = await temporaryDir();
    const begin = async (seat: Seat): Promise<void> => {
      seat.press(...keys.split(' '));
      await seat.sees(title);
    };
    const seat = await sitDown(line, token, desk);
    await takeCall(seat);
    await begin(seat);
    if (keys !== 'F10') seat.press('Tab');
    await write(seat, text);
    await hangUp(seat);
    const again = await sitDown(line, token, desk);
    await again.sees('◆ 通话中');
    await begin(again);
    await again.sees(text);
  });

  it('is on the disk a moment after it was typed, without any other key', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const desk = await temporaryDir();
    const seat = await sitDown(line, token, desk);
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    await savedAs(desk, await me(line.clientOf(token)), '登录单位网厅');
  });

  it('is the same in two windows on one machine', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const desk = await temporaryDir();
    const one = await sitDown(line, token, desk);
    await takeCall(one);
    await write(one, '在第一个窗口');
    const two = await sitDown(line, token, desk);
    await two.sees('在第一个窗口');
    await write(two, '接着写');
    await one.sees('在第一个窗口接着写');
  });

  it('is handed over to a screen on another machine, which has nothing on its desk', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const [here, there] = [await temporaryDir(), await temporaryDir()];
    const one = await sitDown(line, token, here);
    await takeCall(one);
    await write(one, '在第一台机器');
    await hangUp(one);
    const two = await sitDown(line, token, there);
    await two.sees('◆ 通话中');
    await two.sees('在第一台机器');
  });

  it('moves between two open screens on two machines while the hub is there', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const one = await sitDown(line, token, await temporaryDir());
    await takeCall(one);
    await write(one, '在第一台机器');
    const two = await sitDown(line, token, await temporaryDir());
    await two.sees('◆ 通话中', '在第一台机器');
    await write(two, '，第二台');
    await one.sees('在第一台机器，第二台');
  });

  it('of two machines that were apart: the later one goes on, the other is kept and can be brought back', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const one = await sitDown(line, token, await temporaryDir());
    await takeCall(one);
    await write(one, '开头');
    const two = await sitDown(line, token, await temporaryDir());
    await two.sees('开头');
    await line.goesAway();
    await Promise.all([one.sees('连不上中心'), two.sees('连不上中心')]);
    await write(one, '甲写的');
    await sleep(400);
    await write(two, '乙写的');
    await sleep(400);
    await line.comesBack();
    await one.sees('开头乙写的', 'Alt-O');
    expect(two.text()).toContain('开头乙写的');
    one.press('Alt-O');
    await one.sees('写过的其他内容', '开头甲写的');
    one.press('Enter');
    await one.sees('已换回这一份');
    await two.sees('开头甲写的');
    one.press('Alt-O');
    await one.sees('开头乙写的');
    one.press('Esc');
    await one.seesNo('写过的其他内容');
  });

  it('that the hub had, and that a machine which was away wrote over, is kept on the machine where it was written', async () => {
    const line = await Hotline.open();
    const { call } = await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const [here, there] = [await temporaryDir(), await temporaryDir()];
    const one = await sitDown(line, token, here);
    await takeCall(one);
    await write(one, '甲写的');
    const person = await me(line.clientOf(token));
    await until(
      () => onDesk(here, person).papers.some(({ unsent }) => !unsent),
      () => 'not at the hub',
    );
    const away = new DeskStore(there);
    away.papers.put(person, call.id, { text: '乙写的', caret: 0, articles: [], forms: {} }, 0, Date.now());
    away.close();
    const two = await sitDown(line, token, there);
    await Promise.all([one.sees('乙写的', 'Alt-O'), two.sees('乙写的', 'Alt-O')]);
    for (const seat of [one, two]) {
      seat.press('Alt-O');
      await seat.sees('写过的其他内容', '甲写的');
    }
  });

  it('of another person is not on the screen, nor in what they find', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const seat = await sitDown(line, token, desk);
    await takeCall(seat);
    await write(seat, '李敏写的');
    await hangUp(seat);
    const other = await line.tokenFor('张强', ['gongjijin']);
    const theirs = await sitDown(line, other, desk);
    await theirs.sees('专家坐席 张强');
    expect(onDesk(desk, await me(line.clientOf(other))).papers).toEqual([]);
    expect(theirs.text()).not.toContain('李敏写的');
  });

  it('goes on when the file of drafts is damaged in the middle of a call, and the terminal is given back', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const seat = await sitDown(line, await line.tokenFor('李敏', ['gongjijin']), desk);
    await takeCall(seat);
    await write(seat, '前半句，');
    await sleep(1200);
    for (const name of await readdir(desk))
      if (name.startsWith('desk.sqlite')) await writeFile(path.join(desk, name), Buffer.alloc(65_536, 0x5a));
    // It is read before it is written.
    seat.press('Alt-O');
    await seat.sees('没有写过的其他内容');
    await write(seat, '后半句');
    await sleep(400);
    await write(seat, '，接着写');
    expect(seat.text()).toContain('前半句，后半句，接着写');
    await hangUp(seat);
    expect(seat.keyboard.raw).toBe(false);
  });

  it('may not even be closed: the terminal is given back all the same', async () => {
    const line = await Hotline.open();
    const seat = await line.seat();
    await seat.sees('● 已连接');
    const broken = vi.spyOn(DeskStore.prototype, 'close').mockImplementation(() => {
      throw new Error('disk I/O error');
    });
    const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    process.emit('SIGHUP', 'SIGHUP');
    const code = await seat.leaves();
    expect(errors.mock.calls.flat().join('')).toContain('disk I/O error');
    broken.mockRestore();
    errors.mockRestore();
    expect(code).toBe(exitCode.unexpected);
    expect(seat.keyboard.raw).toBe(false);
  });

  it('is not silently gone when its key is', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const desk = await temporaryDir();
    const seat = await sitDown(line, token, desk);
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    await hangUp(seat);
    await rm(path.join(desk, 'desk.key'));
    const again = await sitDown(line, token, desk);
    await again.sees('本机的草稿读不出来');
    expect(await readdir(desk)).toContain('desk.sqlite.other-key');
  });

  it('stays as it was in the form when the hub refuses it', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const refusing = (client: HubClient): HubClient => {
      const ask = client.call.bind(client) as (name: RouteName, input: object) => Promise<never>;
      client.call = async (name: RouteName, input: object): Promise<never> =>
        ask(name, name === 'calls.return' ? { ...input, body: { note: '' } } : input);
      return client;
    };
    const seat = await sitDown(line, token, desk, 0, refusing);
    await takeCall(seat);
    seat.press('Ctrl-R');
    await seat.sees('退回');
    await write(seat, '请告知市民稍后');
    seat.press('Ctrl-G');
    await seat.sees('note');
    expect(seat.text()).toContain('请告知市民稍后');
    expect(onDesk(desk, await me(line.clientOf(token))).outbox).toEqual([]);
    await hangUp(seat);
    const again = await sitDown(line, token, desk);
    await again.sees('◆ 通话中');
    again.press('Ctrl-R');
    await again.sees('请告知市民稍后');
  });

  it('goes with the note when a call is given back, or is dropped when the person says so', async () => {
    const line = await Hotline.open();
    const { call } = await line.calls('刘女士', '缴交结算怎么做');
    const seat = await line.seat();
    await takeCall(seat);
    await write(seat, '凭证在网厅打印');
    seat.press('Ctrl-R');
    await seat.sees('已写的答复', '[附在说明后]');
    seat.types('请告知市民');
    seat.press('Ctrl-G');
    await seat.sees('已把刘女士退回前台');
    const [note] = (await line.call(call.id)).call.notes;
    expect(note?.text).toBe('请告知市民\n已写的答复：凭证在网厅打印');
  });
});

describe('without the hub', () => {
  it('a seat that is opened shows its calls and what was written for them, and goes on', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const seat = await sitDown(line, token, desk);
    await takeCall(seat);
    await write(seat, '前半句，');
    await savedAs(desk, await me(line.clientOf(token)), '前半句，');
    // What the seat last heard is written down within a second.
    await sleep(1200);
    await line.goesAway();
    await seat.sees('连不上中心');
    await hangUp(seat);
    const again = await sitDown(line, token, desk);
    await again.sees('刘女士', '缴交结算怎么做', '前半句，');
    await write(again, '后半句');
    await close(again);
    await again.sees('待送');
    await quit(again);
    await line.comesBack();
    const last = await sitDown(line, token, desk);
    await last.sees(`工单 ${ticket.number} 已办结`);
    const { ticket: done, history } = await line.ticket(ticket.number);
    expect(done.answer).toBe('前半句，后半句');
    expect(history.filter(({ type }) => type === 'ticket.closed')).toHaveLength(1);
  });

  it('several things are sent in order when it is back, each once, also when replies get lost', async () => {
    const line = await Hotline.open();
    const first = await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const keys: string[] = [];
    const losing = (client: HubClient): HubClient => {
      const ask = client.call.bind(client) as (name: RouteName, input: object) => Promise<never>;
      client.call = async (name: RouteName, input: { idempotencyKey?: string }): Promise<never> => {
        const reply = await ask(name, input);
        if (name !== 'tickets.close' && name !== 'calls.end') return reply;
        keys.push(`${name} ${input.idempotencyKey}`);
        if (keys.filter((key) => key === keys.at(-1)).length === 1) throw new Error('the reply got lost');
        return reply;
      };
      return client;
    };
    const seat = await sitDown(line, token, desk, 0, losing);
    await takeCall(seat);
    await write(seat, '第一张的答复');
    await line.goesAway();
    await seat.sees('连不上中心');
    seat.press('Ctrl-D');
    await seat.sees('结束与刘女士的通话');
    seat.press('Enter');
    await seat.sees('已存好');
    await close(seat);
    await seat.sees('2 项待送');
    seat.press('Alt-G');
    await seat.sees('待送', '结束', '办结', '恢复连接后送出');
    seat.press('Esc');
    await seat.seesNo('恢复连接后送出');
    await line.comesBack();
    await seat.sees(`工单 ${first.ticket.number} 已办结`);
    expect(keys.map((key) => key.split(' ')[0])).toEqual(['calls.end', 'calls.end', 'tickets.close', 'tickets.close']);
    expect(new Set(keys).size).toBe(2);
    const { history } = await line.ticket(first.ticket.number);
    expect(history.map(({ type }) => type).filter((type) => /ended|wrap-up|closed/.test(type))).toEqual([
      'call.wrap-up',
      'ticket.closed',
      'call.ended',
    ]);
  });

  it('what got no answer before the program ended is asked again under its key, and done once', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const keys: (string | undefined)[] = [];
    const noting =
      (answers: boolean) =>
      (client: HubClient): HubClient => {
        const ask = client.call.bind(client) as (name: RouteName, input: object) => Promise<never>;
        client.call = async (name: RouteName, input: { idempotencyKey?: string; signal?: AbortSignal }) => {
          const reply = await ask(name, input);
          if (name !== 'tickets.close') return reply;
          keys.push(input.idempotencyKey);
          if (!answers)
            await new Promise((_, reject) => input.signal?.addEventListener('abort', () => reject(new Error('ended'))));
          return reply;
        };
        return client;
      };
    const seat = await sitDown(line, token, desk, 0, noting(false));
    await takeCall(seat);
    await write(seat, '答复');
    await close(seat);
    await until(
      () => keys.length === 1,
      () => 'was not sent',
    );
    await hangUp(seat);
    const again = await sitDown(line, token, desk, 0, noting(true));
    await again.sees(`工单 ${ticket.number} 已办结`);
    expect(keys).toEqual([keys[0], keys[0]]);
    const { history } = await line.ticket(ticket.number);
    expect(history.filter(({ type }) => type === 'ticket.closed')).toHaveLength(1);
    expect(onDesk(desk, await me(line.clientOf(token)))).toEqual({ papers: [], outbox: [] });
  });

  it('the person is asked before leaving, and told what becomes of each', async () => {
    const line = await Hotline.open();
    await line.calls('刘女士', '缴交结算怎么做');
    const seat = await line.seat('李敏', { rows: 30 });
    await takeCall(seat);
    await write(seat, '写到一半');
    seat.press('Ctrl-C');
    await seat.sees('还有 1 个来电在您的坐席：刘女士', '没有提交的答复都存着，重新打开还在：刘女士');
    seat.press('Esc');
    await seat.seesNo('请确认');
    await line.goesAway();
    await seat.sees('连不上中心');
    await close(seat);
    await seat.sees('1 项待送');
    seat.press('Ctrl-C');
    await seat.sees('没有送达的留在待送，下次打开自动送出：办结 刘女士');
    seat.press('Esc');
    await seat.seesNo('请确认');
    await line.comesBack();
    await seat.sees('已办结');
  });
});

describe('taking back', () => {
  it('brings answer and form back within the time; the conversation is over and the next call can be taken', async () => {
    const line = await Hotline.open();
    const { call, ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const seat = await line.seat('李敏', { preferences: { 'undo-seconds': 60 } });
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    seat.press('F9');
    await seat.sees('办结工单');
    seat.press('Right', 'Ctrl-G');
    await seat.sees('Alt-Z 撤回', '没有等待的来电');
    await until(
      async () => (await line.call(call.id)).call.state === 'wrap-up',
      () => 'the conversation goes on',
    );
    expect((await line.ticket(ticket.number)).ticket.state).toBe('open');
    seat.press('F6');
    await seat.sees('↻ 待送');
    await line.calls('王先生', '租房提取');
    await takeCall(seat);
    await seat.sees('租房提取');
    await write(seat, '正在写第二张');
    // Also while a field has the keys.
    seat.press('Alt-Z');
    await seat.sees('已撤回', '办结工单 · 刘女士', '[求助]');
    seat.press('Esc');
    await seat.seesNo('办结工单 ·');
    await write(seat, '再打印');
    await close(seat);
    await seat.sees('Alt-Z 撤回');
    seat.press('Ctrl-G');
    await seat.sees(`工单 ${ticket.number} 已办结`);
    expect((await line.ticket(ticket.number)).ticket).toMatchObject({
      state: 'closed',
      category: '求助',
      answer: '登录单位网厅再打印',
    });
    seat.press('Alt-Z');
    await seat.sees(`办结 ${ticket.number} 已经送出，不能撤回了`);
  });

  it('is sent by itself when the time is over', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const seat = await line.seat('李敏', { preferences: { 'undo-seconds': 1 } });
    await takeCall(seat);
    await write(seat, '答复');
    await close(seat);
    await seat.sees(`工单 ${ticket.number} 已办结`);
    seat.press('Alt-Z');
    await seat.sees('已经送出，不能撤回了');
  });

  it('is sent by a window that is closed within the time', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const seat = await sitDown(line, token, desk, 60);
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    await close(seat);
    await seat.sees('Alt-Z 撤回');
    await hangUp(seat);
    expect((await line.ticket(ticket.number)).ticket).toMatchObject({ state: 'closed', answer: '登录单位网厅' });
    expect(onDesk(desk, await me(line.clientOf(token)))).toEqual({ papers: [], outbox: [] });
  });

  it('is what the person reads, not that the call has ended, which the hub says only then', async () => {
    const line = await Hotline.open();
    const { call } = await line.calls('刘女士', '缴交结算怎么做');
    const held = Promise.withResolvers<void>();
    const late = (client: HubClient): HubClient =>
      new Proxy(client, {
        get: (target, name) =>
          name !== 'call'
            ? Reflect.get(target, name)
            : async (route: RouteName, input: never) => {
                const reply = await target.call(route, input);
                if (route === 'calls.end') await held.promise;
                return reply;
              },
      });
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const seat = await sitDown(line, token, await temporaryDir(), 60, late);
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    await close(seat);
    await seat.sees('Alt-Z 撤回');
    await until(
      async () => (await line.call(call.id)).call.state === 'wrap-up',
      () => 'the conversation goes on',
    );
    seat.press('Alt-Z');
    await seat.sees('已撤回');
    held.resolve();
    await sleep(300);
    expect(seat.text()).toContain('已撤回');
    expect(seat.text()).not.toContain('通话已结束');
  });

  it('is not said to be done while the file of drafts is held, and is done when it is said', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const seat = await sitDown(line, token, desk, 60);
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    await close(seat);
    await seat.sees('Alt-Z 撤回');
    const backup = new DatabaseSync(path.join(desk, 'desk.sqlite'));
    onTestFinished(() => backup.close());
    backup.exec('begin immediate');
    seat.press('Alt-Z');
    await seat.sees('没有撤回');
    expect(seat.text()).not.toContain('已撤回');
    backup.exec('commit');
    await seat.sees('本机又能存草稿了');
    seat.press('Alt-Z');
    await seat.sees('已撤回', '办结工单 · 刘女士');
    await hangUp(seat);
    expect((await line.ticket(ticket.number)).ticket.state).toBe('open');
    const again = await sitDown(line, token, desk, 0);
    await again.sees('整理中', '● 已连接');
    await sleep(500);
    expect(onDesk(desk, await me(line.clientOf(token)))).toMatchObject({
      papers: [{ paper: { text: '登录单位网厅' } }],
      outbox: [],
    });
    expect((await line.ticket(ticket.number)).ticket.state).toBe('open');
  });

  it('does not wait for a clock that was set back', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    let back = 0;
    const desk = await temporaryDir();
    const seat = line.seatOf({
      client: line.clientOf(await line.tokenFor('李敏', ['gongjijin'])),
      language: 'zh-CN',
      mode: 'hub',
      color: false,
      desk,
      clock: createClock(() => Date.now() - back),
      preferences: { 'undo-seconds': 3 },
    });
    await takeCall(seat);
    await write(seat, '答复');
    await close(seat);
    await seat.sees('Alt-Z 撤回');
    back = 3_600_000;
    await seat.sees(`工单 ${ticket.number} 已办结`);
  });

  it('still works after the program was killed and opened again, and is sent at once by who leaves', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const seat = await sitDown(line, token, desk, 60);
    await takeCall(seat);
    await write(seat, '登录单位网厅');
    await close(seat);
    await seat.sees('Alt-Z 撤回');
    const killed = await asKilledNow(desk);
    expect((await line.ticket(ticket.number)).ticket.state).toBe('open');
    const again = await sitDown(line, token, killed, 60);
    await again.sees('Alt-Z 撤回');
    again.press('Alt-Z');
    await again.sees('已撤回', '办结工单 · 刘女士');
    again.press('Esc');
    await again.seesNo('办结工单 ·');
    await again.sees('登录单位网厅');
    await close(again);
    await again.sees('Alt-Z 撤回');
    again.press('Ctrl-C');
    await again.sees('还能撤回的现在就送出：办结 刘女士');
    again.press('Ctrl-C');
    expect(await again.leaves()).toBe(0);
    expect((await line.ticket(ticket.number)).ticket.state).toBe('closed');
    expect(onDesk(killed, await me(line.clientOf(token)))).toEqual({ papers: [], outbox: [] });
  });

  it('a dispatch that goes on with the call can be taken back too', async () => {
    const line = await Hotline.open();
    const { call, ticket } = await line.calls('刘女士', '贷款三周没有消息');
    const seat = await line.seat('李敏', { preferences: { 'undo-seconds': 60 }, rows: 40 });
    await takeCall(seat);
    seat.press('F10');
    await seat.sees('转派工单', '继续');
    await write(seat, '三周没有消息');
    // From the reason back over the unit to the last of the fields.
    seat.press('Shift-Tab', 'Shift-Tab');
    await seat.sees('▸ 通话');
    seat.press('Right');
    await seat.sees('[继续]');
    seat.press('Ctrl-G');
    await seat.sees('Alt-Z 撤回', '已提交，等待送出');
    expect((await line.call(call.id)).call.state).toBe('active');
    seat.press('Alt-Z');
    await seat.sees('已撤回：转派', '[继续]');
    expect((await line.ticket(ticket.number)).ticket.state).toBe('open');
  });
});

describe('when the matter went elsewhere meanwhile', () => {
  const closedElsewhere = async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const desk = await temporaryDir();
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const boss = await line.person('班长', 'supervisor');
    const seat = await sitDown(line, token, desk, 60);
    await takeCall(seat);
    await write(seat, '我写的答复');
    await close(seat);
    await seat.sees('Alt-Z 撤回');
    await boss.call('tickets.close', {
      params: { number: ticket.number },
      body: { category: '投诉', answer: '班长写的答复' },
    });
    // At once: there is no use in waiting until it could not be taken back.
    await seat.sees('办结没有被接受', '您写的', '我写的答复', '中心现在的', '已办结 · 班长', '班长写的答复');
    return { line, desk, token, seat, ticket };
  };

  it('both texts are shown, also after a new start, until the person drops theirs', async () => {
    const { line, desk, token, seat } = await closedElsewhere();
    seat.press('Esc');
    await seat.sees('没有被接受，您写的都还在');
    await hangUp(seat);
    const again = await sitDown(line, token, desk, 60);
    await again.sees('没有被接受，您写的都还在');
    again.press('Ctrl-G');
    await again.sees('我写的答复', '班长写的答复', '复制我写的', '留作草稿');
    again.press('Enter');
    await again.sees('已复制');
    expect(again.screen.raw).toContain(Buffer.from('我写的答复').toString('base64'));
    again.press('Up', 'Enter');
    await again.sees('已丢掉');
    await again.seesNo('没有被接受');
    expect(onDesk(desk, await me(line.clientOf(token)))).toEqual({ papers: [], outbox: [] });
  });

  it('the ticket can be opened, and the text kept', async () => {
    const { line, desk, token, seat, ticket } = await closedElsewhere();
    seat.press('Down', 'Down', 'Enter');
    await seat.sees('经过', ticket.number, '没有被接受，您写的都还在');
    seat.press('Ctrl-G');
    await seat.sees('留作草稿');
    seat.press('Down', 'Enter');
    await seat.sees('已留作草稿');
    await seat.seesNo('没有被接受');
    const person = await me(line.clientOf(token));
    expect(onDesk(desk, person)).toEqual({ papers: [], outbox: [] });
    const store = new DeskStore(desk);
    onTestFinished(() => store.close());
    const [call] = (await line.ticket(ticket.number)).history.map((event) => event.call);
    expect(store.others.of(person, call!).map(({ paper }) => paper.text)).toEqual(['我写的答复']);
  });

  it('an answer that was still being written is not swallowed either', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const boss = await line.person('班长', 'supervisor');
    const seat = await line.seat();
    await takeCall(seat);
    await write(seat, '我写到一半');
    await boss.call('tickets.close', {
      params: { number: ticket.number },
      body: { category: '投诉', answer: '班长写的答复' },
    });
    await seat.sees('办结没有被接受', '我写到一半', '班长写的答复');
  });

  it('an answer that one’s other machine sent is not taken for a stranger’s, also with numbers that the hub masks', async () => {
    const line = await Hotline.open();
    const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const one = await sitDown(line, token, await temporaryDir());
    await takeCall(one);
    await write(one, '尾号请核对：13912345678 和 110101199003074514');
    const two = await sitDown(line, token, await temporaryDir());
    await two.sees('110101199003074514');
    await close(one);
    await one.sees(`工单 ${ticket.number} 已办结`);
    expect((await line.ticket(ticket.number)).ticket.answer).not.toContain('110101199003074514');
    await two.seesNo('110101199003074514');
    await sleep(300);
    expect(two.text()).not.toContain('没有被接受');
  });

  it('a return that came too late shows its note; what is thrown away is gone at the hub too', async () => {
    const line = await Hotline.open();
    const { call, ticket } = await line.calls('刘女士', '缴交结算怎么做');
    // Long enough a hold-up for a supervisor to be first when the hub is back.
    let held = (): void => undefined;
    const free = new Promise<void>((resolve) => {
      held = resolve;
    });
    const slow = (client: HubClient): HubClient => {
      const ask = client.call.bind(client) as (name: RouteName, input: object) => Promise<never>;
      client.call = async (name: RouteName, input: object): Promise<never> => {
        if (name === 'calls.return') await free;
        return ask(name, input);
      };
      return client;
    };
    const token = await line.tokenFor('李敏', ['gongjijin']);
    const seat = await sitDown(line, token, await temporaryDir(), 0, slow);
    await takeCall(seat);
    await write(seat, '我写的答复');
    const atHub = async () =>
      (await line.clientOf(token).call('drafts.list', {})).drafts.map(({ paper }) => paper.text);
    await until(
      async () => (await atHub()).includes('我写的答复'),
      () => 'the hub did not get it',
    );
    await line.goesAway();
    await seat.sees('连不上中心');
    seat.press('Ctrl-R');
    await seat.sees('退回');
    await write(seat, '请告知市民稍后');
    seat.press('Ctrl-G');
    await seat.sees('1 项待送');
    await line.comesBack();
    await seat.sees('● 已连接');
    await line.moves(call.id, 'shebao');
    held();
    await seat.sees('退回没有被接受', '请告知市民稍后', ticket.number);
    seat.press('Up', 'Enter');
    await seat.sees('已丢掉');
    await until(
      async () => (await atHub()).every((text) => text === ''),
      () => 'the hub still has it',
    );
  });
});

it('what one person submitted never goes out in the name of another who signs in at the same seat', async () => {
  const line = await Hotline.open();
  const { ticket } = await line.calls('刘女士', '缴交结算怎么做');
  const desk = await temporaryDir();
  const token = await line.tokenFor('李敏', ['gongjijin']);
  const other = await line.tokenFor('张强', ['gongjijin']);
  const seat = line.seatOf({
    client: line.clientOf(token),
    signIn: async (_url, typed) => line.clientOf(typed),
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    desk,
    preferences: { 'undo-seconds': 60 },
  });
  await takeCall(seat);
  await write(seat, '李敏的答复');
  await close(seat);
  await seat.sees('Alt-Z 撤回');
  await line.newTokenFor('李敏');
  await seat.sees('登录专家坐席', '令牌不对或已停用');
  seat.press('Ctrl-U');
  seat.types(line.url);
  seat.press('Enter');
  seat.types(other);
  seat.press('Enter');
  await seat.sees('专家坐席 张强');
  seat.press('Ctrl-G');
  await seat.sees('没有待送的提交');
  expect((await line.ticket(ticket.number)).ticket.state).toBe('open');
  const person = onDesk(desk, await me(line.clientOf(other)));
  expect(person).toEqual({ papers: [], outbox: [] });
});

it.each([
  ['ticket_state', 'refused'],
  ['not_signed_in', 'kept'],
] as const)('an answer (%s) that comes when somebody else sits there is nothing to them', async (code, becomes) => {
  const line = await Hotline.open();
  await line.calls('刘女士', '缴交结算怎么做');
  const desk = await temporaryDir();
  const token = await line.tokenFor('李敏', ['gongjijin']);
  const other = await line.tokenFor('张强', ['gongjijin']);
  const person = await me(line.clientOf(token));
  const held = Promise.withResolvers<void>();
  const client = line.clientOf(token);
  const ask = client.call.bind(client) as (name: RouteName, input: object) => Promise<never>;
  client.call = async (name: RouteName, input: object): Promise<never> => {
    if (name !== 'tickets.close') return ask(name, input);
    await held.promise;
    throw new HubError({ error: { code, message: '中心说的话' } });
  };
  const seat = line.seatOf({
    client,
    signIn: async (_url, typed) => line.clientOf(typed),
    language: 'zh-CN',
    mode: 'hub',
    color: false,
    desk,
  });
  await takeCall(seat);
  await write(seat, '李敏的答复');
  await close(seat);
  await until(
    () => onDesk(desk, person).outbox.some(({ tried }) => tried),
    () => 'was not sent',
  );
  await line.newTokenFor('李敏');
  await seat.sees('登录专家坐席', '令牌不对或已停用');
  seat.press('Ctrl-U');
  seat.types(line.url);
  seat.press('Enter');
  seat.types(other);
  seat.press('Enter');
  await seat.sees('专家坐席 张强');
  held.resolve();
  await sleep(500);
  expect(seat.text()).toContain('专家坐席 张强');
  expect(seat.text()).not.toContain('中心说的话');
  const [entry] = onDesk(desk, person).outbox;
  expect(entry).toMatchObject({ body: { answer: '李敏的答复' }, tried: true });
  expect(entry?.refused === undefined ? 'kept' : 'refused').toBe(becomes);
});
