import type { Urgency } from '../calendar/deadline.ts';

/** The citizen's matter. What becomes of a dispatched order at the back office is the centre's part of the line. */
export const ticketStates = ['open', 'closed', 'dispatched'] as const;
export type TicketState = (typeof ticketStates)[number];

/** 咨询 求助 投诉 建议 表扬 其他, as the hotline classifies what citizens bring. */
export const categories = ['咨询', '求助', '投诉', '建议', '表扬', '其他'] as const;
export type Category = (typeof categories)[number];

/** Times are milliseconds since 1970. */
export interface Ticket {
  number: string;
  call: string;
  state: TicketState;
  domain: string;
  topic: string | null;
  phone: string;
  name: string;
  question: string;
  category: Category | null;
  answer: string | null;
  /** Ids of the knowledge articles the answer rests on. */
  articles: string[];
  /** The text chosen for the citizen's telephone. */
  sms: string | null;
  unit: string | null;
  reason: string | null;
  urgency: Urgency | null;
  deadline: number | null;
  openedAt: number;
  /** When it was closed or dispatched, and by whom. */
  handledAt: number | null;
  handledBy: string | null;
}
