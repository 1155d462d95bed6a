import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { PlainKey, Say } from '../words/words.ts';

/** A place where keys mean something. What is drawn and who has the focus decide which of them are in force. */
export type Context =
  /** Also with a window open. */
  | 'always'
  | 'anywhere'
  /** Also with a window open, where citizens can be talked with; beside it, while the conversation has the keys. */
  | 'practice'
  | 'talk'
  | 'queue'
  | 'ringing'
  | 'call'
  /** Beside 'call': the answer or the question has the focus. */
  | 'conversation'
  /** The pane with the question, when it has the focus. */
  | 'question'
  /** Where articles are at hand: the call screen and the knowledge screen. */
  | 'kb'
  /** A search field with its list. */
  | 'lookup'
  /** That of a call. */
  | 'beside-call'
  /** That of the knowledge screen. */
  | 'knowledge'
  /** An article being read. */
  | 'reader'
  /** An article at hand that letters act on: in the reader and in its menu. */
  | 'article'
  | 'article-menu'
  | 'related'
  | 'sms'
  /** The accounts of a call; who the caller is, while nobody is verified. */
  | 'accounts'
  | 'verify'
  /** What is said again and again. */
  | 'snippets'
  /** Which sum; beside 'form', in a sum's; what it gave, while that has the keys. */
  | 'sums'
  | 'sum'
  | 'sum-result'
  /** The list of tickets; beside it, while the field that finds has the keys, and while the list has them; one in detail. */
  | 'tickets'
  | 'ticket-find'
  | 'ticket-marks'
  | 'ticket'
  | 'sign-in'
  | 'form'
  /** A choice, or a text of one line, with the focus in a form. */
  | 'choice'
  | 'line'
  | 'outbox'
  | 'conflict'
  | 'older'
  | 'palette'
  | 'seat'
  | 'confirm'
  | 'help';

/** One thing a person can do. Key bar, help, palette, key handling and the README's table are all made from these. */
export interface Action {
  readonly id: string;
  /** Two or three words, for the key bar and the palette. */
  readonly name: PlainKey;
  /** A sentence, for the help. */
  readonly help: PlainKey;
  /** Names as in text/key-to-edit: `ctrl+k`, `f9`, `enter`. A single character is a second way outside text fields. */
  readonly keys: readonly string[];
  readonly where: Context;
  /** Place in the key bar, lowest first; without one it is only in help and palette. */
  readonly bar?: number;
  /** Its place while it matters more, or less, than usual. */
  barNow?(model: SeatModel): number | undefined;
  /** Not worth an entry in the palette: moving about, and what belongs to an open window. */
  readonly hidden?: boolean;
  /** It would change nothing now, so the key bar leaves it out. */
  idle?(model: SeatModel): boolean;
  /** Another name while it would do something else, such as resume for hold. */
  nameNow?(model: SeatModel): PlainKey | undefined;
  /** Why it cannot be done now, in a sentence; nothing when it can. */
  whyNot?(model: SeatModel, say: Say): string | undefined;
  /** What it gives back is nobody's: whatever can go wrong is told on the screen by what runs. */
  run(session: SeatSession): unknown;
}
