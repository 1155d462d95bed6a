import type { RevealField } from '../domain/account/disclosure.ts';
import type { CallState } from '../domain/call/call.ts';
import type { FundFault } from '../domain/fund/fund-fault.ts';
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
const ticket: Record<TicketState, string> = { open: '未办结', closed: '已办结', dispatched: '已转派' };
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

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

const field: Record<RevealField, readonly [zh: string, en: string]> = {
  account: ['个人账号', 'account number'],
  phone: ['手机号码', 'mobile number'],
  'loan-account': ['贷款账号', 'loan account'],
  'loan-contract': ['借款合同编号', 'loan contract'],
  'property-address': ['房屋坐落', 'address of the home'],
  'clerk-phone': ['经办人手机号码', "clerk's mobile number"],
  'bank-account': ['银行账号', 'bank account'],
  'repayment-account': ['还款账号', 'repayment account'],
  'id-number': ['证件号码', 'document number'],
};
/** Records that a fund may not have. */
const record: Words = {
  employee: ['个人账户的记录', "the person's account on record"],
  employer: ['单位账户的记录', "the employer's account on record"],
  repayments: ['贷款', 'loan'],
  ...field,
};
const fault: Record<FundFault, readonly [zh: string, en: string]> = {
  late: ['未在时限内答复', 'it did not answer in time'],
  unreachable: ['连接不上', 'it cannot be reached'],
  failing: ['出现故障', 'it says that it is failing'],
  busy: ['正忙', 'it is busy'],
  denied: ['不接受本中心的查询', "it does not accept this hub's questions"],
  garbled: ['答复的内容有误，未予显示', 'what it answered is not right, and nothing of it is shown'],
  resting: ['连续出错，已暂停查询，稍后自动恢复', 'it has failed too often and is left alone for a while'],
};
const inLanguage = (words: Words, place: 0 | 1, prefix = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([code, both]) => [prefix + code, both[place]]));

const terms: Record<string, Readonly<Record<string, string>>> = {
  call_state: call,
  account_call_over: call,
  ticket_state: ticket,
  seat_state: seat,
  version_state: version,
  correction_state: correction,
  not_allowed: role,
  fund_unavailable: inLanguage(fault, 0),
  field_not_disclosed: inLanguage(field, 0),
  not_found: inLanguage(record, 0, 'fund.'),
};

/** What fills a place of an error's Chinese sentence: states and roles by their names, several of them as a list. */
export const chineseTerm = (code: string, value: unknown): string =>
  String(value)
    .split(', ')
    .map((part) => terms[code]?.[part] ?? part)
    .join(terms[code] ? '、' : ', ');

const englishTerms: Record<string, Readonly<Record<string, string>>> = {
  fund_unavailable: inLanguage(fault, 1),
  field_not_disclosed: inLanguage(field, 1),
  not_found: inLanguage(record, 1, 'fund.'),
};

/** The same in English, where what the code says is not enough. */
export const englishTerm = (code: string, value: unknown): string =>
  englishTerms[code]?.[String(value)] ?? String(value);
