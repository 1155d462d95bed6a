import type { CallState } from '../domain/call/call.ts';
import type { CorrectionState } from '../domain/knowledge/correction.ts';
import type { VersionState } from '../domain/knowledge/version.ts';
import type { SeatState } from '../domain/seat/seat.ts';
import type { TicketState } from '../domain/ticket/ticket.ts';
import type { Role } from '../domain/user/role.ts';

const call: Record<CallState, string> = {
  waiting: '等待',
  offered: '振铃',
  active: '通话中',
  held: '保持',
  'wrap-up': '话后整理',
  ended: '已结束',
  returned: '已退回',
  abandoned: '已挂断',
};
const ticket: Record<TicketState, string> = { open: '待办', closed: '已办结', dispatched: '已转派' };
const seat: Record<SeatState, string> = {
  offline: '离线',
  ready: '就绪',
  'not-ready': '未就绪',
  'on-call': '通话中',
  'wrap-up': '话后整理',
};
const version: Record<VersionState, string> = {
  draft: '草稿',
  review: '待审核',
  published: '已发布',
  superseded: '已被取代',
  retired: '已下线',
  abandoned: '已作废',
};
const correction: Record<CorrectionState, string> = { open: '待答复', accepted: '已采纳', declined: '未采纳' };
const role: Record<Role, string> = {
  admin: '管理员',
  supervisor: '班长',
  expert: '专家坐席',
  trainee: '学员',
  frontline: '受理员',
  centre: '承办单位',
  inspector: '巡检',
};

const terms: Record<string, Readonly<Record<string, string>>> = {
  call_state: call,
  ticket_state: ticket,
  seat_state: seat,
  version_state: version,
  correction_state: correction,
  not_allowed: role,
};

/** What fills a place of an error's Chinese sentence: states and roles by their names, several of them as a list. */
export const chineseTerm = (code: string, value: unknown): string =>
  String(value)
    .split(', ')
    .map((part) => terms[code]?.[part] ?? part)
    .join(terms[code] ? '、' : ', ');
