import { randomUUID } from 'node:crypto';
import type { DeskAccess } from './desk-access.ts';
import { EntryContent, type OutboxEntry, type PostedRoute, type Posting, type Refused } from './outbox-entry.ts';

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

/** What is to be sent, written down until it has been answered, and what was refused until somebody has looked after it. */
export class DeskOutbox {
  private readonly access: DeskAccess;

  constructor(access: DeskAccess) {
    this.access = access;
  }

  /** What is to be sent, and what was refused and not yet looked after; in the order in which it was done. */
  of(person: string): readonly OutboxEntry[] {
    const rows = this.access.all<EntryRow>('select * from outbox where person = ? order by place', person);
    return rows.flatMap((row) => this.entry(person, row) ?? []);
  }

  /**
   * Writes down a change that is to be sent, or one that is `refused` already. One that was refused before, of the same kind about the same
   * call, is replaced; corrections of an article have nothing to do with each other.
   */
  post(person: string, posting: Posting, refused?: Refused): OutboxEntry {
    const { access } = this;
    const { route, subject, ticket, dueAt, ...content } = posting;
    const key = randomUUID();
    const place = access.change(`post ${key}`, () => {
      if (route !== 'kb.correct') {
        const statement = 'delete from outbox where person = ? and route = ? and subject = ? and refused = 1';
        access.run(statement, person, route, subject);
      }
      const sealed = access.sealer.sealJson(`entry ${person} ${key}`, { ...content, refused });
      access.run(
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
      return access.all<{ place: number }>('select place from outbox where key = ?', key)[0]!.place;
    });
    return { ...posting, place, key, tried: false, ...(refused && { refused }) };
  }

  /** Marks an entry as being sent; from then on it cannot be taken back. False when it is gone, undefined when the file does not answer. */
  claim(key: string): boolean | undefined {
    const claim = () => this.access.run('update outbox set tried = 1 where key = ? and refused = 0', key) > 0;
    return this.access.decide(`post ${key}`, `claim ${key}`, claim);
  }

  /** Takes an entry back that no window has sent. False when it is too late, undefined when the file does not answer. */
  takeBack(key: string): boolean | undefined {
    const takeBack = () => this.access.run('delete from outbox where key = ? and tried = 0', key) > 0;
    return this.access.decide(`post ${key}`, `take-back ${key}`, takeBack);
  }

  /** Sends now what could still be taken back: one entry, or all of them. */
  dueNow(person: string, now: number, key?: string): void {
    const statement = 'update outbox set due_at = ? where person = ? and due_at > ? and (? is null or key = ?)';
    const { access } = this;
    access.change(`due ${key ?? person}`, () => access.run(statement, now, person, now, key ?? null, key ?? null));
  }

  /** Keeps a refusal with what was refused, until the person has looked after it. False when another window has done so. */
  refuse(person: string, entry: OutboxEntry, refused: Refused): boolean {
    const { access } = this;
    const { params, body, about, key } = entry;
    return access.change(`refuse ${key}`, () => {
      const content = access.sealer.sealJson(`entry ${person} ${key}`, { params, body, about, refused });
      return access.run('update outbox set refused = 1, content = ? where key = ? and refused = 0', content, key) > 0;
    });
  }

  /** Answered, or looked after. */
  settle(key: string): void {
    this.access.changeRow(`settle ${key}`, 'delete from outbox where key = ?', key);
  }

  private entry(person: string, row: EntryRow): OutboxEntry | undefined {
    const content = this.access.sealer.unsealJson(`entry ${person} ${row.key}`, row.content, EntryContent);
    if (!content) return undefined;
    const { place, key, subject, ticket } = row;
    const route = row.route as PostedRoute;
    return { ...content, place, route, key, subject, ticket, dueAt: row.due_at, tried: row.tried === 1 };
  }
}
