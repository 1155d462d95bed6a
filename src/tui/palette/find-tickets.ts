import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { SortedRows } from '../state/list/sorted-rows.ts';
import type { Offer } from '../state/palette/offer.ts';
import type { Mark } from '../text/marked-text.ts';
import type { ReadTyped } from '../text/typed.ts';

export interface FoundTicket {
  readonly offer: Offer;
  /** By its number or the citizen's name, not only by words of the question. */
  readonly named: boolean;
}

const mostTickets = 6;
/** A single letter or digit stands in almost every ticket. */
const leastLatin = 2;
/** Tickets that are looked through in one turn, so that a key never waits for more. */
export const perTurn = 3000;

const titleOf = ({ number, name }: TicketView): string => `${number}  ${name}`;

/** A search through tickets, the newest first, as many at a time as a turn allows. */
export class TicketSearch {
  readonly found: FoundTicket[] = [];
  private readonly rows: SortedRows<TicketView>;
  private readonly words: readonly ((text: string) => Mark | undefined)[];
  private at: number;

  constructor(rows: SortedRows<TicketView>, typed: string, read: ReadTyped) {
    this.rows = rows;
    const words = typed.trim().split(/\s+/);
    const tooShort = typed.trim().length < leastLatin && /^[\x00-\x7f]*$/.test(typed);
    this.words = tooShort ? [] : words.map(read);
    this.at = tooShort ? 0 : rows.size;
  }

  get done(): boolean {
    return this.at === 0 || this.found.length >= mostTickets;
  }

  /** Looks through the next tickets; whether any was found. */
  goOn(): boolean {
    const before = this.found.length;
    const end = Math.max(0, this.at - perTurn);
    while (this.at > end && !this.done) {
      this.at -= 1;
      const hit = this.test(this.rows.at(this.at)!);
      if (hit) this.found.push(hit);
    }
    return this.found.length > before;
  }

  private test(ticket: TicketView): FoundTicket | undefined {
    const title = titleOf(ticket);
    let mark: Mark | undefined;
    let named = false;
    for (const word of this.words) {
      const inTitle = word(title);
      if (inTitle) {
        named = true;
        mark ??= inTitle;
      } else if (!word(ticket.question)) return undefined;
    }
    return { offer: { kind: 'ticket', id: ticket.number, title, mark }, named };
  }
}
