import * as z from 'zod';
import type { RefusalCode } from '../domain/refusal.ts';
import { accountErrors } from './account-errors.ts';
import type { ErrorKind } from './error-kind.ts';
import { chineseTerm, englishTerm } from './error-terms.ts';
import { exitCode } from './exit-code.ts';
import type { Language } from './language.ts';

/** Errors that a rule of the hotline gives. */
const ruleErrors: Record<RefusalCode, ErrorKind> = {
  nothing_waiting: {
    status: 404,
    exit: exitCode.notFound,
    'zh-CN': '没有可接的来电',
    en: 'No call is waiting for you',
  },
  call_taken: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '来电 {call} 已被其他坐席接起',
    en: 'Call {call} is already taken by another seat',
  },
  call_offered_elsewhere: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '来电 {call} 正在另一坐席振铃',
    en: 'Call {call} is ringing at another seat',
  },
  call_state: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '来电 {call} 当前状态为 {state}，不能这样操作',
    en: 'Call {call} is {state}; this cannot be done to it now',
  },
  not_your_call: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '来电 {call} 不在您的坐席',
    en: 'Call {call} is not at your seat',
  },
  seat_busy: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '您正在通话中（{call}），请先保持或结束',
    en: 'You are in a call ({call}); hold it or end it first',
  },
  skill_missing: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '您没有「{domain}」领域的坐席技能',
    en: 'Your seat has no skill for domain {domain}',
    hint: { 'zh-CN': '请班长在用户技能中加上该领域', en: 'Ask an admin to add the domain to your skills' },
  },
  same_domain: {
    status: 422,
    exit: exitCode.refusedInput,
    'zh-CN': 'domain：来电已在「{domain}」队列',
    en: 'domain: the call is already in the queue of {domain}',
  },
  unknown_domain: {
    status: 422,
    exit: exitCode.refusedInput,
    'zh-CN': '{field}：没有「{domain}」这个领域，可用：{known}',
    en: '{field}: there is no domain {domain}; known: {known}',
  },
  ticket_state: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '工单 {ticket} 当前状态为 {state}，不能这样操作',
    en: 'Ticket {ticket} is {state}; this cannot be done to it now',
  },
  not_your_ticket: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '工单 {ticket} 不由您经办',
    en: 'Ticket {ticket} is not yours to handle',
  },
  seat_state: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '坐席当前为 {state}，不能这样操作',
    en: 'The seat is {state}; this cannot be done now',
  },
  name_in_use: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '已有名为「{name}」的用户',
    en: 'There is already a user named {name}',
  },
  user_disabled: { status: 409, exit: exitCode.conflict, 'zh-CN': '用户 {user} 已停用', en: 'User {user} is disabled' },
  last_admin: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '这是最后一个管理员，不能停用',
    en: 'This is the last admin and cannot be disabled',
  },
  own_article: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '{document} 第 {version} 版由您本人编写，须由他人审核发布',
    en: 'Version {version} of {document} is your own; someone else must approve it',
  },
  version_conflict: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '{document} 已有改动：您依据的是第 {base} 版，最新为第 {last} 版（0 表示没有）',
    en: '{document} has moved on: you wrote from version {base}, the last one is {last} (0: none)',
    hint: { 'zh-CN': '请取最新版本，合并后再存', en: 'Get the last version, merge your changes and save again' },
  },
  version_state: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '{document} 第 {version} 版当前状态为 {state}，不能这样操作',
    en: 'Version {version} of {document} is {state}; this cannot be done to it now',
  },
  correction_state: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '纠错 {correction} 当前状态为 {state}，不能这样操作',
    en: 'Correction {correction} is {state}; this cannot be done to it now',
  },
  result_conflict: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '成绩 {result} 先前已提交，提交人或内容与这次不同',
    en: 'Result {result} was handed in before, by someone else or with other content',
  },
  ...accountErrors,
  not_found: { status: 404, exit: exitCode.notFound, 'zh-CN': '找不到 {what}', en: 'There is no {what}' },
};

/** Errors of the wire, before any rule is asked. */
const wireErrors = {
  invalid_input: {
    status: 422,
    exit: exitCode.refusedInput,
    'zh-CN': '输入有误：{problems}',
    en: 'Input refused: {problems}',
  },
  malformed: {
    status: 400,
    exit: exitCode.refusedInput,
    'zh-CN': '请求无法读取：{problems}',
    en: 'The request cannot be read: {problems}',
  },
  too_large: { status: 413, exit: exitCode.refusedInput, 'zh-CN': '请求过大', en: 'The request is too large' },
  no_such_route: {
    status: 404,
    exit: exitCode.notFound,
    'zh-CN': '没有这个接口：{route}',
    en: 'No such route: {route}',
  },
  not_signed_in: {
    status: 401,
    exit: exitCode.notAllowed,
    'zh-CN': '未登录，或令牌无效',
    en: 'Not signed in, or the token is not valid',
    hint: {
      'zh-CN':
        '运行 expert-seat login，或设置环境变量 EXPERT_SEAT_TOKEN；令牌失效时请管理员换发：expert-seat users rotate-token 姓名',
      en: 'Run expert-seat login, or set EXPERT_SEAT_TOKEN; for a token that no longer works an admin gives another: expert-seat users rotate-token NAME',
    },
  },
  not_allowed: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '您的角色（{role}）不能这样操作，需要：{roles}',
    en: 'Your role ({role}) may not do this; it takes: {roles}',
  },
  idempotency_key_required: {
    status: 400,
    exit: exitCode.usage,
    'zh-CN': '缺少请求头 Idempotency-Key(8 到 128 个可见 ASCII 字符)',
    en: 'The header Idempotency-Key is missing (8 to 128 visible ASCII characters)',
  },
  idempotency_conflict: {
    status: 409,
    exit: exitCode.conflict,
    'zh-CN': '同一 Idempotency-Key 已用于另一请求',
    en: 'This Idempotency-Key was used for another request',
  },
  no_fund: {
    status: 424,
    exit: exitCode.unreachable,
    'zh-CN': '本中心未接入公积金账户查询',
    en: 'This hub has no fund to ask about accounts',
    hint: {
      'zh-CN': '启动中心时用 --fund 接入；试用可用 --fund sandbox',
      en: 'Start the hub with --fund; to try it, --fund sandbox',
    },
  },
  fund_unavailable: {
    status: 424,
    exit: exitCode.unreachable,
    'zh-CN': '公积金系统{fault}，查询没有结果',
    en: 'The fund gave no answer: {fault}',
    hint: {
      'zh-CN': '不影响通话和办结。可先答复政策，告知来电人稍后回电，或登记后转派',
      en: 'The call can go on. Answer the rules first, offer to call back, or dispatch it',
    },
  },
  shutting_down: { status: 503, exit: exitCode.unreachable, 'zh-CN': '中心正在停机', en: 'The hub is shutting down' },
  unavailable: {
    status: 503,
    exit: exitCode.unreachable,
    'zh-CN': '中心的存储暂不可用，请稍后重试',
    en: 'The hub cannot reach its store; try again shortly',
  },
  internal: {
    status: 500,
    exit: exitCode.unexpected,
    'zh-CN': '中心出现意外错误（编号 {request}）',
    en: 'The hub failed unexpectedly (request {request})',
  },
} satisfies Record<string, ErrorKind>;

const kinds = { ...ruleErrors, ...wireErrors };

export type ErrorCode = keyof typeof kinds;
export const errorCodes = Object.keys(kinds) as [ErrorCode, ...ErrorCode[]];

/** The body of every error reply. `details.problems` lists refused fields. */
export const ErrorReply = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    hint: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type ErrorReply = z.infer<typeof ErrorReply>;

export const errorStatus = (code: ErrorCode): number => kinds[code].status;
export const errorExit = (code: ErrorCode): number => kinds[code].exit;

/** The reply for an error in the caller's language; `details` fill the places in its sentence. */
export const errorReply = (code: ErrorCode, language: Language, details: Record<string, unknown> = {}): ErrorReply => {
  const kind: ErrorKind = kinds[code];
  const message = kind[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = details[name];
    if (value === undefined || value === null) return place;
    return language === 'zh-CN' ? chineseTerm(code, value) : englishTerm(code, value);
  });
  const hint = kind.hint?.[language];
  return {
    error: { code, message, ...(hint && { hint }), ...(Object.keys(details).length > 0 && { details }) },
  };
};
