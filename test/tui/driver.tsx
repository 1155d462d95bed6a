import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { HubClient } from '../../src/client/hub-client.ts';
import type { Language } from '../../src/contract/language.ts';
import type { BodyOf, ReplyOf } from '../../src/contract/routes.ts';
import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Role } from '../../src/domain/user/role.ts';
import type { FundPort, OpenFund } from '../../src/hub/ports/fund.ts';
import { type RunningHub, startHub } from '../../src/hub/start-hub.ts';
import { type OpenSeatOptions, openSeat } from '../../src/tui/open-seat.ts';
import type { Clock } from '../../src/tui/state/clock.ts';
import { temporaryDir } from '../support/stores.ts';
import { FakeKeyboard, FakeScreen, keySequence } from './terminal.ts';

const patienceMs = 8000;
const lookEveryMs = 15;

/** Waits until a condition holds; fails with what `tell` says when it does not come. */
export const until = async (holds: () => boolean | Promise<boolean>, tell: () => string): Promise<void> => {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(tell());
    await sleep(lookEveryMs);
  }
};

/** A seat screen as a person has it: keys in, a picture out. */
export class Seat {
  readonly screen: FakeScreen;
  readonly keyboard: FakeKeyboard;
  readonly client: HubClient | undefined;
  exit: number | undefined;
  private readonly opened: Promise<number>;

  constructor(options: Omit<OpenSeatOptions, 'stdin' | 'stdout'>, size: { columns: number; rows: number }) {
    this.screen = new FakeScreen(size.columns, size.rows);
    this.keyboard = new FakeKeyboard();
    this.client = options.client;
    const stdout = this.screen as unknown as NodeJS.WriteStream;
    this.opened = openSeat({ ...options, stdin: this.keyboard, stdout });
    void this.opened.then((code) => {
      this.exit = code;
    });
  }

  /** Presses keys by their names, one after the other. Nothing may follow Esc at once: to a terminal that is Alt with the key. */
  press(...keys: readonly string[]): void {
    if (keys.slice(0, -1).includes('Esc')) throw new Error('wait for something after Esc');
    for (const key of keys) this.keyboard.write(keySequence(key));
  }

  /** Types text as an input method commits it. */
  types(text: string): void {
    this.keyboard.write(text);
  }

  pastes(text: string): void {
    this.keyboard.write(`\x1b[200~${text}\x1b[201~`);
  }

  text(): string {
    return this.screen.lines().join('\n');
  }

  async sees(...texts: readonly string[]): Promise<void> {
    const missing = (): string[] => texts.filter((text) => !this.text().includes(text));
    await until(
      () => missing().length === 0,
      () => `does not see ${JSON.stringify(missing())}:\n${this.text()}`,
    );
  }

  async seesNo(...texts: readonly string[]): Promise<void> {
    const there = (): string[] => texts.filter((text) => this.text().includes(text));
    await until(
      () => there().length === 0,
      () => `still sees ${JSON.stringify(there())}:\n${this.text()}`,
    );
  }

  /** The line of the key bar. */
  keys(): string {
    return this.screen.lines().at(-1) ?? '';
  }

  async leaves(): Promise<number> {
    return this.opened;
  }
}

/** A hotline for a test: a hub that can go and come back, people, and their calls. */
export class Hotline {
  private hub: RunningHub;
  private readonly options: {
    dataDir: string;
    port: number;
    settings: Partial<Settings>;
    knowledge: readonly KnowledgeDocument[];
    fund: OpenFund | undefined;
  };
  private admin: HubClient;

  private constructor(
    hub: RunningHub,
    settings: Partial<Settings>,
    knowledge: readonly KnowledgeDocument[],
    fund: OpenFund | undefined,
  ) {
    this.hub = hub;
    this.options = { dataDir: hub.dataDir, port: Number(new URL(hub.url).port), settings, knowledge, fund };
    this.admin = this.clientOf(hub.adminToken);
  }

  /** `knowledge`: what ships with the program, of hub and seats alike. `fund`: where accounts are asked about. */
  static async open(
    settings: Partial<Settings> = {},
    knowledge: readonly KnowledgeDocument[] = [],
    port?: FundPort,
  ): Promise<Hotline> {
    const fund = port && (async () => port);
    const hub = await startHub({
      dataDir: await temporaryDir(),
      port: 0,
      version: 'test',
      logLevel: 'silent',
      settings,
      knowledge,
      fund,
    });
    const line = new Hotline(hub, settings, knowledge, fund);
    onTestFinished(() => line.hub.close());
    return line;
  }

  get url(): string {
    return this.hub.url;
  }

  clientOf(token: string, language: Language = 'zh-CN'): HubClient {
    const client = new HubClient({ url: this.hub.url, token, language, timeoutMs: 3000 });
    onTestFinished(() => client.close());
    return client;
  }

  async tokenFor(name: string, skills: string[] = [], role: Role = 'expert'): Promise<string> {
    return (await this.admin.call('users.add', { body: { name, role, skills } })).token;
  }

  /** Someone of another role, who works by plain commands. */
  async person(name: string, role: Role): Promise<HubClient> {
    const { token } = await this.admin.call('users.add', { body: { name, role } });
    return this.clientOf(token);
  }

  /** The person's token stops working and they get another. */
  async newTokenFor(name: string): Promise<string> {
    return (await this.admin.call('users.rotate-token', { params: { user: name }, body: {} })).token;
  }

  /** A supervisor moves a call into another domain. */
  async moves(call: string, domain: string): Promise<void> {
    await this.admin.call('calls.move', { params: { id: call }, body: { domain } });
  }

  /** A citizen is handed over by the front line. */
  async calls(
    name: string,
    question: string,
    more: Partial<BodyOf<'calls.transfer'>> = {},
  ): Promise<ReplyOf<'calls.transfer'>> {
    return this.admin.call('calls.transfer', {
      body: { phone: '13800001000', name, domain: 'gongjijin', question, ...more },
    });
  }

  async settings(change: BodyOf<'settings.change'>): Promise<void> {
    await this.admin.call('settings.change', { body: change });
  }

  ticket(number: string): Promise<ReplyOf<'tickets.show'>> {
    return this.admin.call('tickets.show', { params: { number } });
  }

  call(id: string): Promise<ReplyOf<'calls.show'>> {
    return this.admin.call('calls.show', { params: { id } });
  }

  /** Another expert, who works by plain commands. */
  async colleague(name: string): Promise<HubClient> {
    return this.clientOf(await this.tokenFor(name));
  }

  /** An expert, or somebody of another role, sits down at a seat. */
  async seat(
    name = '李敏',
    options: {
      columns?: number;
      rows?: number;
      language?: Language;
      mode?: OpenSeatOptions['mode'];
      skills?: string[];
      role?: Role;
      clock?: Clock;
      conversation?: OpenSeatOptions['conversation'];
      preferences?: OpenSeatOptions['preferences'];
      /** The data folder of what must not be lost; one of its own without it. */
      desk?: string;
    } = {},
  ): Promise<Seat> {
    const { columns = 80, rows = 24, language = 'zh-CN', mode = 'hub', skills = ['gongjijin'], role, clock } = options;
    const client = this.clientOf(await this.tokenFor(name, skills, role), language);
    const knowledge = this.knowledgeIn(await temporaryDir());
    const { preferences, conversation, desk = await temporaryDir() } = options;
    const opened = {
      client,
      language,
      mode,
      color: false,
      knowledge,
      preferences,
      conversation,
      desk,
      ...(clock && { clock }),
    };
    return this.seatOf(opened, { columns, rows });
  }

  /** What a seat knows whose data folder this is. */
  knowledgeIn(dir: string): OpenSeatOptions['knowledge'] {
    return { dir, shipped: async () => this.options.knowledge };
  }

  seatOf(options: Omit<OpenSeatOptions, 'stdin' | 'stdout'>, size = { columns: 80, rows: 24 }): Seat {
    // Sends at once, so that a shift need not wait; what can be taken back has tests of its own.
    const preferences = { 'undo-seconds': 0, ...options.preferences };
    const seat = new Seat({ ...options, preferences }, size);
    onTestFinished(async () => {
      if (seat.exit === undefined) {
        seat.press('Ctrl-C');
        await seat.sees('Esc');
        seat.press('Ctrl-C');
      }
      await seat.leaves();
    });
    return seat;
  }

  async goesAway(): Promise<void> {
    await this.hub.close();
  }

  async comesBack(): Promise<void> {
    this.hub = await startHub({ ...this.options, version: 'test', logLevel: 'silent' });
  }
}

export const expectStraight = (seat: Seat): void => {
  expect(seat.screen.overran()).toBe(false);
};
