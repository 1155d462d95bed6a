import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Paper } from '../../contract/shapes/draft.ts';
import { type DeskFile, moveToMemory, openDeskFile } from './open-desk-file.ts';
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
const keptMs = 30 * 86_400_000;

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
 * what is to be sent. A call is on the disk when it returns. What a person typed is sealed.
 *
 * A file that takes nothing more (no room, no permission) is left for memory, and `onTrouble` says why: the work goes on, and the
 * person knows that it is not safe.
 */
export class DeskStore {
  onTrouble: (reason: string) => void = () => undefined;
  /** This window, among those that share the desk. */
  private readonly screen = randomUUID();
  private readonly dir: string | undefined;
  private readonly now: number;
  private opened: DeskFile | undefined;
  private seen = -1;

  /** Nothing is opened before something is asked: the screen comes first. */
  constructor(dir: string | undefined, now: number = Date.now()) {
    this.dir = dir;
    this.now = now;
  }

  get trouble(): string | undefined {
    return this.file.trouble;
  }

  get setAside(): string | undefined {
    return this.file.setAside;
  }

  /** Whether what lies on it is there at the next start. */
  get lasts(): boolean {
    return this.dir !== undefined && this.trouble === undefined;
  }

  /** What the desk is called, at the hub too; the same for all windows that share it. */
  get name(): string {
    return this.all<{ name: string }>('select name from desk')[0]!.name;
  }

  close(): void {
    if (this.opened?.db.isOpen) this.opened.db.close();
  }

  /** Whether another window wrote something since this was asked last. */
  changedElsewhere(): boolean {
    const now = Number(this.all<{ data_version: number }>('pragma data_version')[0]?.data_version);
    const changed = this.seen >= 0 && now !== this.seen;
    this.seen = now;
    return changed;
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
    return this.write(() => {
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
    this.run(
      'update papers set hub = max(hub, ?), hub_has = max(hub_has, ?) where person = ? and subject = ?',
      hub,
      version,
      person,
      subject,
    );
  }

  /** A paper as the hub has it takes the place of what was here. Returns its version. */
  putFromHub(person: string, subject: string, paper: Paper, hub: number, at: number): number {
    return this.write(() => {
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
    this.write(() => {
      this.run('delete from papers where person = ? and subject = ?', person, subject);
      if (others === 'gone') this.run('delete from older where person = ? and subject = ?', person, subject);
    });
  }

  /** Puts an earlier text by, so that it can be brought back. */
  putOlder(person: string, subject: string, paper: Paper, at: number): void {
    this.write(() => this.putBy(person, subject, paper, at));
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

  dropOlder(place: number): void {
    this.run('delete from older where place = ?', place);
  }

  /** Writes down a change that is to be sent. One that was refused before, of the same kind about the same matter, is replaced. */
  post(person: string, posting: Posting): OutboxEntry {
    return this.write(() => {
      const { route, subject, ticket, dueAt, ...content } = posting;
      const key = randomUUID();
      this.run(
        'delete from outbox where person = ? and route = ? and subject = ? and refused = 1',
        person,
        route,
        subject,
      );
      const { lastInsertRowid } = this.file.db
        .prepare(
          `insert into outbox (person, route, key, subject, ticket, due_at, tried, refused, content)
           values (?, ?, ?, ?, ?, ?, 0, 0, ?)`,
        )
        .run(person, route, key, subject, ticket, dueAt, this.seal(`entry ${person} ${key}`, content));
      return { ...posting, place: Number(lastInsertRowid), key, tried: false };
    });
  }

  /** What is to be sent, and what was refused and not yet looked after; in the order in which it was done. */
  outbox(person: string): readonly OutboxEntry[] {
    return this.all<EntryRow>('select * from outbox where person = ? order by place', person).flatMap(
      (row) => this.entry(person, row) ?? [],
    );
  }

  /** Marks an entry as being sent; from then on it cannot be taken back. False when it is gone. */
  claim(place: number): boolean {
    return this.changed('update outbox set tried = 1 where place = ? and refused = 0', place);
  }

  /** Takes an entry back that no window has sent. False when it is too late. */
  takeBack(place: number): boolean {
    return this.changed('delete from outbox where place = ? and tried = 0', place);
  }

  /** Sends now what could still be taken back: one entry, or all of them. */
  dueNow(person: string, now: number, place?: number): void {
    const only = place === undefined ? '' : ` and place = ${place}`;
    this.run(`update outbox set due_at = ? where person = ? and due_at > ?${only}`, now, person, now);
  }

  /** Keeps a refusal with what was refused, until the person has looked after it. */
  refuse(person: string, entry: OutboxEntry, refused: Refused): void {
    const { params, body, about } = entry;
    const content = this.seal(`entry ${person} ${entry.key}`, { params, body, about, refused });
    this.run('update outbox set refused = 1, content = ? where place = ?', content, entry.place);
  }

  /** Answered, or looked after. */
  settle(place: number): void {
    this.run('delete from outbox where place = ?', place);
  }

  /** What a seat last heard of its own calls, by the token with which it signed in: for a start without the hub. */
  keepSeat(token: string, seat: unknown, at: number): void {
    const name = this.file.sealer.nameOf(token);
    this.run(
      'insert or replace into seats (token, at, content) values (?, ?, ?)',
      name,
      at,
      this.seal(`seat ${name}`, seat),
    );
  }

  seat<T extends z.ZodType>(token: string, shape: T): z.output<T> | undefined {
    const name = this.file.sealer.nameOf(token);
    const [row] = this.all<{ content: Uint8Array }>('select content from seats where token = ?', name);
    return row && this.unseal(`seat ${name}`, row.content, shape);
  }

  private get file(): DeskFile {
    if (!this.opened) {
      this.opened = openDeskFile(this.dir);
      this.forgetOld();
    }
    return this.opened;
  }

  /** Not by the clock alone: one that is a year ahead for a day must not throw anything away. */
  private forgetOld(): void {
    this.write(() => {
      const [{ last } = { last: null }] = this.all<{ last: number | null }>('select max(at) as last from papers');
      const before = Math.min(this.now, last ?? this.now) - keptMs;
      for (const table of ['papers', 'older', 'seats']) this.run(`delete from ${table} where at < ?`, before);
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
    return this.file.sealer.seal(place, JSON.stringify(content));
  }

  private unseal<T extends z.ZodType>(place: string, content: Uint8Array, shape: T): z.output<T> | undefined {
    const text = this.file.sealer.unseal(place, content);
    if (text === undefined) return undefined;
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  }

  private all<Row>(statement: string, ...values: (string | number)[]): Row[] {
    return this.file.db.prepare(statement).all(...values) as Row[];
  }

  private run(statement: string, ...values: (string | number | Uint8Array)[]): void {
    this.changed(statement, ...values);
  }

  private changed(statement: string, ...values: (string | number | Uint8Array)[]): boolean {
    return this.write(() => Number(this.file.db.prepare(statement).run(...values).changes) > 0);
  }

  /** All of `work` or nothing of it, alone among all windows; in memory when the file does not take it. */
  private write<T>(work: () => T): T {
    if (this.file.db.isTransaction) return work();
    const attempt = (): T => {
      const { db } = this.file;
      db.exec('begin immediate');
      try {
        const result = work();
        db.exec('commit');
        return result;
      } catch (error) {
        // A full disk has ended the transaction already.
        if (db.isTransaction) db.exec('rollback');
        throw error;
      }
    };
    try {
      return attempt();
    } catch (error) {
      if (this.file.trouble !== undefined || (error as { code?: string }).code !== 'ERR_SQLITE_ERROR') throw error;
      const reason = (error as Error).message;
      this.opened = moveToMemory(this.file, reason);
      this.onTrouble(reason);
      return attempt();
    }
  }
}
