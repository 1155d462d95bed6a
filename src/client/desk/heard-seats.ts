import type * as z from 'zod';
import type { DeskAccess } from './desk-access.ts';

/** What seats last heard of their own calls, each by the token with which it signed in: for a start without the hub. */
export class HeardSeats {
  private readonly access: DeskAccess;

  constructor(access: DeskAccess) {
    this.access = access;
  }

  keep(token: string, seat: unknown, at: number): void {
    const { access } = this;
    access.change(`seat ${token}`, () => {
      const name = access.sealer.nameOf(token);
      const content = access.sealer.sealJson(`seat ${name}`, seat);
      access.run('insert or replace into seats (token, at, content) values (?, ?, ?)', name, at, content);
    });
  }

  last<T extends z.ZodType>(token: string, shape: T): z.output<T> | undefined {
    const { sealer } = this.access;
    const name = sealer.nameOf(token);
    const [row] = this.access.all<{ content: Uint8Array }>('select content from seats where token = ?', name);
    return row && sealer.unsealJson(`seat ${name}`, row.content, shape);
  }
}
