import type { CallView } from '../../src/contract/shapes/call.ts';
import type { SeatView } from '../../src/contract/shapes/seat.ts';
import { toInstant } from '../../src/contract/shapes/text.ts';
import type { TicketView } from '../../src/contract/shapes/ticket.ts';
import type { UserView } from '../../src/contract/shapes/user.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { Snapshot } from '../../src/tui/state/line.ts';

/** Tuesday, 24 November 2026, ten o'clock in Jinan. */
export const noon = Date.parse('2026-11-24T10:00:00+08:00');

export const ago = (seconds: number): string => toInstant(noon - seconds * 1000);

const idOf = (place: number): string => `0193bd00-0000-7000-8000-${String(place).padStart(12, '0')}`;

export const me: UserView = {
  id: idOf(1),
  name: '李敏',
  role: 'expert',
  skills: ['gongjijin', 'shebao'],
  disabled: false,
  createdAt: ago(86_400),
};

export const mySeat: SeatView = {
  id: me.id,
  name: me.name,
  state: 'ready',
  declared: 'ready',
  reason: null,
  since: ago(727),
  revision: 1,
};

/** A waiting call; `place` makes its id and its ticket. */
export const callOf = (place: number, change: Partial<CallView> = {}): CallView => ({
  id: idOf(100 + place),
  state: 'waiting',
  domain: 'gongjijin',
  topic: null,
  priority: 'normal',
  phone: '138****1000',
  name: '刘女士',
  question: '单位刚开通UK代扣结算，不知道怎么用UK做汇缴登记和缴交结算，缴完以后凭证在哪里打',
  tried: '告知需登录单位网上业务系统，市民说点不进结算页面',
  from: '受理员101',
  ticket: `JN20261124-${String(place).padStart(6, '0')}`,
  queuedAt: ago(75),
  front: false,
  seat: null,
  stateSince: ago(75),
  takenAt: null,
  endedAt: null,
  notes: [],
  revision: 10 + place,
  ...change,
});

export const mineIn = (state: CallView['state'], place: number, change: Partial<CallView> = {}): CallView =>
  callOf(place, { state, seat: { id: me.id, name: me.name }, takenAt: ago(60), ...change });

export const ticketOf = (call: CallView, change: Partial<TicketView> = {}): TicketView => ({
  number: call.ticket,
  call: call.id,
  state: 'open',
  domain: call.domain,
  topic: null,
  phone: call.phone,
  name: call.name,
  question: call.question,
  category: null,
  answer: null,
  articles: [],
  sms: null,
  unit: null,
  reason: null,
  urgency: null,
  deadline: null,
  deadlineProvisional: false,
  openedAt: call.queuedAt,
  handledAt: null,
  handledBy: null,
  revision: call.revision,
  ...change,
});

export const snapshotOf = (calls: readonly CallView[], tickets: readonly TicketView[] = []): Snapshot => ({
  seq: 5,
  me,
  seat: mySeat,
  settings: defaultSettings,
  calls,
  tickets,
});
