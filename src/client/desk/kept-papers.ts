import { randomUUID } from 'node:crypto';
import { Paper } from '../../contract/shapes/draft.ts';
import type { DeskAccess } from './desk-access.ts';
import type { OtherTexts } from './other-texts.ts';

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

interface PaperRow {
  subject: string;
  version: number;
  at: number;
  screen: string;
  hub: number;
  hub_has: number;
  content: Uint8Array;
}

/** What is being written, in versions, by all windows that share the desk. */
export class KeptPapers {
  /** This window, among those that share the desk. */
  private readonly screen = randomUUID();
  private readonly access: DeskAccess;
  private readonly others: OtherTexts;

  constructor(access: DeskAccess, others: OtherTexts) {
    this.access = access;
    this.others = others;
  }

  of(person: string): readonly KeptPaper[] {
    const rows = this.access.all<PaperRow>('select * from papers where person = ? order by subject', person);
    return rows.flatMap((row) => this.kept(person, row) ?? []);
  }

  /**
   * Keeps a paper. `base` is the version that was being written on: what another window wrote since then is put by among the other
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
    const { access } = this;
    return access.change(`paper ${person} ${subject}`, () => {
      const row = this.row(person, subject);
      const replaced = row && row.version !== base && row.screen !== this.screen ? this.kept(person, row) : undefined;
      if (replaced) this.others.put(person, subject, replaced.paper, replaced.at);
      const version = this.nextVersion();
      const content = access.sealer.sealJson(`paper ${person} ${subject}`, paper);
      access.run(
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
    this.access.changeRow(
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
    return this.access.change(`paper ${person} ${subject}`, () => {
      const { version } = this.put(person, subject, paper, this.row(person, subject)?.version ?? 0, at);
      const statement = 'update papers set hub = ?, hub_has = ? where person = ? and subject = ?';
      this.access.run(statement, hub, version, person, subject);
      return version;
    });
  }

  /** The matter is done, or the person does not want it any more: the paper goes, with its other texts or without them. */
  drop(person: string, subject: string, others: 'kept' | 'gone' = 'gone'): void {
    this.access.change(`paper ${person} ${subject}`, () => {
      this.access.run('delete from papers where person = ? and subject = ?', person, subject);
      if (others === 'gone') this.others.dropAll(person, subject);
    });
  }

  private row(person: string, subject: string): PaperRow | undefined {
    return this.access.all<PaperRow>('select * from papers where person = ? and subject = ?', person, subject)[0];
  }

  private kept(person: string, row: PaperRow): KeptPaper | undefined {
    const { subject, version, at, hub, hub_has, content } = row;
    const paper = this.access.sealer.unsealJson(`paper ${person} ${subject}`, content, Paper);
    return paper && { subject, version, at, hub, paper, unsent: version > hub_has };
  }

  private nextVersion(): number {
    const [row] = this.access.all<{ last: number }>('update desk set last = last + 1 where id = 1 returning last');
    return row!.last;
  }
}
