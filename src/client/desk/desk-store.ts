import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Paper } from '../../contract/shapes/draft.ts';
import { DeskAccess } from './desk-access.ts';
import type { SetAside } from './open-desk-file.ts';
import { EntryContent, type OutboxEntry, type PostedRoute, type Posting, type Refused } from './outbox-entry.ts';

/** What a person was writing about something: a call by its id, or an article that is to be corrected. */
export interface KeptPaper {
  readonly subject: string;
  readonly paper: Paper;
  /** Greater with every change, whichever window made it. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The hub's version that it rests on; 0 for none. */
  readonly hub: number;
  /** Whether it has what the hub has not. */
  readonly unsent: boolean;
}

/** An earlier text, put by because another window or screen wrote something else. */
export interface OlderPaper {
  readonly place: number;
  readonly subject: string;
  readonly at: number;
  readonly paper: Paper;
}

/** Texts put by that are kept of one subject. */
const mostOlder = 20;
/** What nobody touched for so long is thrown away. Milliseconds. */
const dayMs = 86_400_000;
const keptMs = 30 * dayMs;

interface PaperRow {
  subject: string;
  version: number;
  at: number;
  screen: string;
  hub: number;
  hub_has: number;
  content: Uint8Array;
}

interface EntryRow {
  place: number;
  route: string;
  key: string;
  subject: string;
  ticket: string;
  due_at: number;
  tried: number;
  refused: number;
  content: Uint8Array;
}

/**
 * What lies on a person's desk, by person (a user's id), in one file that all their windows on this machine share: what they write, and
 * what is to be sent. A call is on the disk when it returns, or `onTrouble` has said why it is not. What a person typed is sealed.
 */
export class DeskStore {
  /** This window, among those that share the desk. */
  private readonly screen = randomUUID();
  private readonly dir: string | undefined;
  private readonly access: DeskAccess;
  private seen: { readonly db: unknown; readonly version: number } | undefined;

  /** Nothing is opened before something is asked: the screen comes first. */
  constructor(dir: string | undefined) {
    this.dir = dir;
    this.access = new DeskAccess(dir);
  }

  /** Called with the reason when the file takes nothing more, and with none when it takes all again. */
  set onTrouble(told: (reason: string | undefined) => void) {
    this.access.onTrouble = told;
  }

  get trouble(): string | undefined {
    return this.access.trouble;
  }

  get setAside(): SetAside | undefined {
    return this.access.setAside;
  }

  /** Whether what lies on it is there at the next start. */
  get lasts(): boolean {
    return this.dir !== undefined && this.trouble === undefined;
  }

  /** Whether everything that lay on it can be read. */
  get isWhole(): boolean {
    return this.access.isWhole;
  }

  /** What the desk is called, at the hub too; the same for all windows that share it. */
  get name(): string {
    return this.all<{ name: string }>('select name from desk')[0]!.name;
  }

  /** Gives the file what it did not take a moment ago. */
  tryAgain(): void {
    this.access.tryAgain();
  }

  close(): void {
    this.access.close();
  }

  /** Whether another window wrote something since this was asked last. */
  changedElsewhere(): boolean {
    const version = Number(this.all<{ data_version: number }>('pragma data_version')[0]?.data_version);
    const { db } = this.access;
    const { seen } = this;
    this.seen = { db, version };
    // Back on the file, after a while in which nothing was seen of the others.
    if (seen && seen.db !== db) return this.lasts;
    return seen !== undefined && seen.version !== version;
  }

  papers(person: string): readonly KeptPaper[] {
    const rows = this.all<PaperRow>('select * from papers where person = ? order by subject', person);
    return rows.flatMap((row) => this.kept(person, row) ?? []);
  }

  /**
   * Keeps a paper. `base` is the version that was being written on: what another window wrote since then is put by among the older
   * texts, and returned.
   */
  put(
    person: string,
    subject: string,
    paper: Paper,
    base: number,
    at: number,
  ): { version: number; replaced: KeptPaper | undefined } {
    // Else it could not be read.
    Paper.parse(paper);
    return this.change(`paper ${person} ${subject}`, () => {
      const row = this.row(person, subject);
      const replaced = row && row.version !== base && row.screen !== this.screen ? this.kept(person, row) : undefined;
      if (replaced) this.putBy(person, subject, replaced.paper, replaced.at);
      const version = this.nextVersion();
      const content = this.seal(`paper ${person} ${subject}`, paper);
      this.run(
        `insert into papers (person, subject, version, at, screen, hub, hub_has, content) values (?, ?, ?, ?, ?, 0, 0, ?)
         on conflict (person, subject) do update set version = excluded.version, at = excluded.at, screen = excluded.screen,
           content = excluded.content`,
        person,
        subject,
        version,
        at,
        this.screen,
        content,
      );
      return { version, replaced };
    });
  }

  /** The hub has `version` of a paper now, as its version `hub`. */
  hubHas(person: string, subject: string, version: number, hub: number): void {
    this.changeRow(
      `hub ${person} ${subject}`,
      'update papers set hub = max(hub, ?), hub_has = max(hub_has, ?) where person = ? and subject = ?',
      hub,
      version,
      person,
      subject,
    );
  }

  /** A paper as the hub has it takes the place of what was here. Returns its version. */
  putFromHub(person: string, subject: string, paper: Paper, hub: number, at: number): number {
    return this.change(`paper ${person} ${subject}`, () => {
      const { version } = this.put(person, subject, paper, this.row(person, subject)?.version ?? 0, at);
      this.run(
        'update papers set hub = ?, hub_has = ? where person = ? and subject = ?',
        hub,
        version,
        person,
        subject,
      );
      return version;
    });
  }

  /** The matter is done, or the person does not want it any more: the paper goes, with its other texts or without them. */
  drop(person: string, subject: string, others: 'kept' | 'gone' = 'gone'): void {
    this.change(`paper ${person} ${subject}`, () => {
      this.run('delete from papers where person = ? and subject = ?', person, subject);
      if (others === 'gone') this.dropOthers(person, subject);
    });
  }

  dropOthers(person: string, subject: string): void {
    this.changeRow(
      `others ${person} ${subject}`,
      'delete from older where person = ? and subject = ?',
      person,
      subject,
    );
  }

  /** Puts an earlier text by, so that it can be brought back. */
  putOlder(person: string, subject: string, paper: Paper, at: number): void {
    this.change(`older ${randomUUID()}`, () => this.putBy(person, subject, paper, at));
  }

  /** Earlier texts, the newest first. */
  older(person: string, subject: string): readonly OlderPaper[] {
    const rows = this.all<{ place: number; at: number; content: Uint8Array }>(
      'select place, at, content from older where person = ? and subject = ? order by place desc',
      person,
      subject,
    );
    return rows.flatMap(({ place, at, content }) => {
      const paper = this.unseal(`older ${person} ${subject}`, content, Paper);
      return paper ? [{ place, subject, at, paper }] : [];
    });
  }

  dropOlder({ place, subject, at }: OlderPaper): void {
    const statement = 'delete from older where place = ? and subject = ? and at = ?';
    this.changeRow(`older ${place}`, statement, place, subject, at);
  }

  /**
   * Writes down a change that is to be sent, or one that is `refused` already. One that was refused before, of the same kind about the same
   * call, is replaced; corrections of an article have nothing to do with each other.
   */
  post(person: string, posting: Posting, refused?: Refused): OutboxEntry {
    const { route, subject, ticket, dueAt, ...content } = posting;
    const key = randomUUID();
    const place = this.change(`post ${key}`, () => {
      if (route !== 'kb.correct') {
        this.run(
          'delete from outbox where person = ? and route = ? and subject = ? and refused = 1',
          person,
          route,
          subject,
        );
      }
      const sealed = this.seal(`entry ${person} ${key}`, { ...content, refused });
      this.run(
        `insert into outbox (person, route, key, subject, ticket, due_at, tried, refused, content)
         values (?, ?, ?, ?, ?, ?, 0, ?, ?) on conflict (key) do nothing`,
        person,
        route,
        key,
        subject,
        ticket,
        dueAt,
        refused ? 1 : 0,
        sealed,
      );
      return this.all<{ place: number }>('select place from outbox where key = ?', key)[0]!.place;
    });
    return { ...posting, place, key, tried: false, ...(refused && { refused }) };
  }

  /** What is to be sent, and what was refused and not yet looked after; in the order in which it was done. */
  outbox(person: string): readonly OutboxEntry[] {
    return this.all<EntryRow>('select * from outbox where person = ? order by place', person).flatMap(
      (row) => this.entry(person, row) ?? [],
    );
  }

  /** Marks an entry as being sent; from then on it cannot be taken back. False when it is gone, undefined when the file does not answer. */
  claim(key: string): boolean | undefined {
    const claim = () => this.run('update outbox set tried = 1 where key = ? and refused = 0', key) > 0;
    return this.access.decide(`post ${key}`, `claim ${key}`, claim);
  }

  /** Takes an entry back that no window has sent. False when it is too late, undefined when the file does not answer. */
  takeBack(key: string): boolean | undefined {
    const takeBack = () => this.run('delete from outbox where key = ? and tried = 0', key) > 0;
    return this.access.decide(`post ${key}`, `take-back ${key}`, takeBack);
  }

  /** Sends now what could still be taken back: one entry, or all of them. */
  dueNow(person: string, now: number, key?: string): void {
    const statement = 'update outbox set due_at = ? where person = ? and due_at > ? and (? is null or key = ?)';
    this.change(`due ${key ?? person}`, () => this.run(statement, now, person, now, key ?? null, key ?? null));
  }

  /** Keeps a refusal with what was refused, until the person has looked after it. False when another window has done so. */
  refuse(person: string, entry: OutboxEntry, refused: Refused): boolean {
    const { params, body, about, key } = entry;
    const refuse = () => {
      const content = this.seal(`entry ${person} ${key}`, { params, body, about, refused });
      return this.run('update outbox set refused = 1, content = ? where key = ? and refused = 0', content, key) > 0;
    };
    return this.change(`refuse ${key}`, refuse);
  }

  /** Answered, or looked after. */
  settle(key: string): void {
    this.changeRow(`settle ${key}`, 'delete from outbox where key = ?', key);
  }

  /** What a seat last heard of its own calls, by the token with which it signed in: for a start without the hub. */
  keepSeat(token: string, seat: unknown, at: number): void {
    this.change(`seat ${token}`, () => {
      const name = this.access.sealer.nameOf(token);
      const content = this.seal(`seat ${name}`, seat);
      this.run('insert or replace into seats (token, at, content) values (?, ?, ?)', name, at, content);
    });
  }

  seat<T extends z.ZodType>(token: string, shape: T): z.output<T> | undefined {
    const name = this.access.sealer.nameOf(token);
    const [row] = this.all<{ content: Uint8Array }>('select content from seats where token = ?', name);
    return row && this.unseal(`seat ${name}`, row.content, shape);
  }

  /**
   * Throws away what nobody touched for long; `now` by the hub's clock. Only what was old on an earlier day too, so that a clock that is a
   * year ahead for a day costs nothing, and nothing that the hub has not.
   */
  forgetOld(now: number): void {
    const today = Math.floor(now / dayMs);
    this.change(undefined, () => {
      const [desk] = this.all<{ aged_on: number; aged_before: number }>('select aged_on, aged_before from desk');
      if (!desk || desk.aged_on === today) return;
      const before = now - keptMs;
      const old = Math.min(before, desk.aged_before);
      this.run('delete from papers where at < ? and version <= hub_has', old);
      for (const table of ['older', 'seats']) this.run(`delete from ${table} where at < ?`, old);
      this.run('update desk set aged_on = ?, aged_before = ?', today, before);
    });
  }

  private row(person: string, subject: string): PaperRow | undefined {
    return this.all<PaperRow>('select * from papers where person = ? and subject = ?', person, subject)[0];
  }

  private kept(person: string, row: PaperRow): KeptPaper | undefined {
    const { subject, version, at, hub, hub_has, content } = row;
    const paper = this.unseal(`paper ${person} ${subject}`, content, Paper);
    return paper && { subject, version, at, hub, paper, unsent: version > hub_has };
  }

  private entry(person: string, row: EntryRow): OutboxEntry | undefined {
    const content = this.unseal(`entry ${person} ${row.key}`, row.content, EntryContent);
    if (!content) return undefined;
    const { place, key, subject, ticket } = row;
    const route = row.route as PostedRoute;
    return { ...content, place, route, key, subject, ticket, dueAt: row.due_at, tried: row.tried === 1 };
  }

  private putBy(person: string, subject: string, paper: Paper, at: number): void {
    const same = JSON.stringify(paper);
    if (this.older(person, subject).some((one) => JSON.stringify(one.paper) === same)) return;
    this.run(
      'insert into older (person, subject, at, content) values (?, ?, ?, ?)',
      person,
      subject,
      at,
      this.seal(`older ${person} ${subject}`, paper),
    );
    this.run(
      `delete from older where person = ? and subject = ? and place not in
         (select place from older where person = ? and subject = ? order by place desc limit ${mostOlder})`,
      person,
      subject,
      person,
      subject,
    );
  }

  private nextVersion(): number {
    const [row] = this.all<{ last: number }>('update desk set last = last + 1 where id = 1 returning last');
    return row!.last;
  }

  private seal(place: string, content: unknown): Buffer {
    return this.access.sealer.seal(place, JSON.stringify(content));
  }

  private unseal<T extends z.ZodType>(place: string, content: Uint8Array, shape: T): z.output<T> | undefined {
    const text = this.access.sealer.unseal(place, content);
    if (text === undefined) return undefined;
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  }

  private all<Row>(statement: string, ...values: (string | number)[]): Row[] {
    return this.access.all<Row>(statement, ...values);
  }

  private run(statement: string, ...values: (string | number | null | Uint8Array)[]): number {
    return this.access.run(statement, ...values);
  }

  private change<T>(about: string | undefined, work: () => T): T {
    return this.access.change(about, work);
  }

  private changeRow(about: string, statement: string, ...values: (string | number)[]): void {
    this.change(about, () => this.run(statement, ...values));
  }
}
