import { randomUUID } from 'node:crypto';
import { Paper } from '../../contract/shapes/draft.ts';
import type { DeskAccess } from './desk-access.ts';

/** An earlier text, put by because another window or screen wrote something else. */
export interface OlderPaper {
  readonly place: number;
  readonly subject: string;
  readonly at: number;
  readonly paper: Paper;
}

/** Texts put by that are kept of one subject. */
const mostOlder = 20;

/** The other texts of what a person writes about: put by, the last of each subject, so that they can be brought back. */
export class OtherTexts {
  private readonly access: DeskAccess;

  constructor(access: DeskAccess) {
    this.access = access;
  }

  /** The newest first. */
  of(person: string, subject: string): readonly OlderPaper[] {
    const rows = this.access.all<{ place: number; at: number; content: Uint8Array }>(
      'select place, at, content from older where person = ? and subject = ? order by place desc',
      person,
      subject,
    );
    return rows.flatMap(({ place, at, content }) => {
      const paper = this.access.sealer.unsealJson(`older ${person} ${subject}`, content, Paper);
      return paper ? [{ place, subject, at, paper }] : [];
    });
  }

  /** Puts a text by, once. */
  put(person: string, subject: string, paper: Paper, at: number): void {
    const { access } = this;
    access.change(`older ${randomUUID()}`, () => {
      const same = JSON.stringify(paper);
      if (this.of(person, subject).some((one) => JSON.stringify(one.paper) === same)) return;
      access.run(
        'insert into older (person, subject, at, content) values (?, ?, ?, ?)',
        person,
        subject,
        at,
        access.sealer.sealJson(`older ${person} ${subject}`, paper),
      );
      access.run(
        `delete from older where person = ? and subject = ? and place not in
           (select place from older where person = ? and subject = ? order by place desc limit ${mostOlder})`,
        person,
        subject,
        person,
        subject,
      );
    });
  }

  drop({ place, subject, at }: OlderPaper): void {
    const statement = 'delete from older where place = ? and subject = ? and at = ?';
    this.access.changeRow(`older ${place}`, statement, place, subject, at);
  }

  dropAll(person: string, subject: string): void {
    const statement = 'delete from older where person = ? and subject = ?';
    this.access.changeRow(`others ${person} ${subject}`, statement, person, subject);
  }
}
