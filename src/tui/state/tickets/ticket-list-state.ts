import { type EditBuffer, editBuffer } from '../../text/edit-buffer.ts';
import type { TextTest } from '../list/text-test.ts';

const queryLimit = 100;

/** The list of tickets as it is being looked at, for as long as the seat is open. */
export interface TicketList {
  /** What is to be found. */
  readonly query: EditBuffer;
  /** Whether its field has the keys. */
  readonly typing: boolean;
  /** What finds by characters and pinyin; it is read when the field is opened for the first time. */
  readonly textTest: TextTest | undefined;
  /** How often the list was looked through further for what is to be found. */
  readonly turns: number;
  /** Numbers of the tickets that are marked. */
  readonly marked: ReadonlySet<string>;
  /** Whether all are here: older ones are still being read, or there are more than a seat holds. */
  readonly reading: 'reading' | 'done' | 'most';
}

export const emptyTicketList: TicketList = {
  query: editBuffer('', { max: queryLimit }),
  typing: false,
  textTest: undefined,
  turns: 1,
  marked: new Set(),
  reading: 'reading',
};
