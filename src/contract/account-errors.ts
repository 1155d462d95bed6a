import type { ErrorKind } from './error-kind.ts';
import { exitCode } from './exit-code.ts';

/** Why identity is not verified, or an account not shown; and what may be said then. */
export const accountErrors = {
  not_verified: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '来电 {call} 中尚未核验身份，不能查询账户',
    en: 'Nobody has been verified in call {call}; no account can be queried',
    hint: {
      'zh-CN': '请先核验姓名、证件号码和另一项信息；核验只在本次通话内、对本人有效',
      en: 'Verify name, document number and one more item first; it holds in this call and for you alone',
    },
  },
  account_not_your_call: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '来电 {call} 不在您的坐席，不能核验身份或查询账户',
    en: 'Call {call} is not at your seat; you can neither verify nor query in it',
  },
  account_call_over: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '来电 {call} 当前状态为 {state}：通话中才能核验身份、显示完整号码；整理结束后不能再查询账户',
    en: 'Call {call} is {state}: identity is verified and numbers are shown in full while the citizen is there, and accounts end with the call',
  },
  identity_mismatch: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '核验未通过：所述信息与中心登记不一致，本次通话还可再试 {left} 次',
    en: 'Not verified: what was said is not what the fund has on record; {left} more tries in this call',
    hint: {
      'zh-CN': '不要告诉来电人哪一项不符。可请其核对后再报，或带证件到窗口、在网上业务系统实名登录后查询',
      en: 'Do not say which item differs. They may check and say it again, or ask at a counter or signed in on the website',
    },
  },
  identity_locked: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '本次通话核验已失败 {most} 次，不能再查询账户',
    en: 'Verification has failed {most} times in this call; accounts can no longer be queried',
    hint: {
      'zh-CN': '可以答复政策和办理流程；账户情况请来电人带证件到窗口，或在网上业务系统实名登录后查询',
      en: 'Policy and procedure can be explained; for the account they may come to a counter or sign in on the website',
    },
  },
  authorisation_required: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '来电人不是账户本人，没有已登记的授权，不能查询或透露账户信息',
    en: 'The caller is not the account holder and no authorisation is recorded; nothing of the account may be told',
    hint: {
      'zh-CN':
        '可以答复：政策、办理条件、材料、流程、时限和查询渠道。不可透露：有没有账户、余额、缴存、贷款及进度。可请本人来电，或本人在线同意后登记授权',
      en: 'May be told: rules, conditions, papers, steps, times, where to ask. Not: whether there is an account, balance, contributions, loans or progress. The holder may call, or consent on the line and have it recorded',
    },
  },
  other_person: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '只能查询来电 {call} 中已由您核验的对象，且查询内容须与其身份相符',
    en: 'Only whom you have verified in call {call} can be queried, and only for what is theirs',
  },
  field_not_disclosed: {
    status: 403,
    exit: exitCode.notAllowed,
    'zh-CN': '该项内容（{field}）不能向您显示完整号码',
    en: 'This field ({field}) is not shown to you in full',
    hint: {
      'zh-CN': '代他人查询的，不显示完整号码；银行账号和证件号码只向班长显示',
      en: 'Nothing is shown in full to who speaks for somebody else; bank accounts and document numbers only to a supervisor',
    },
  },
} satisfies Record<string, ErrorKind>;
