import type { Code } from '../../domain/fund/codes.ts';
import type { Draws } from '../random/draws.ts';

type Kind = Code<'onlineKind'>;

/** What is asked for again when business is returned. */
const papers: Record<Kind, readonly string[]> = {
  withdrawal: ['房屋租赁合同', '无自有住房证明', '结婚证', '本人银行卡照片'],
  'transfer-in': ['原缴存地账户信息', '本人身份证照片'],
  'transfer-out': ['转入地接收联系函', '本人身份证照片'],
  prepayment: ['提前还款申请书', '还款银行卡照片'],
  'base-adjustment': ['上年度工资发放明细', '缴存基数调整清册'],
  'employer-registration': ['营业执照', '单位法定代表人身份证', '经办人授权书'],
  'employer-deferral': ['职工代表大会决议', '单位财务报表'],
};

const refusals: Record<Kind, readonly string[]> = {
  withdrawal: ['本年度提取额度已用完', '名下有自有住房，不符合租房提取条件'],
  'transfer-in': ['两地登记的身份信息不一致', '转入地账户未正常缴存'],
  'transfer-out': ['账户有未结清的住房公积金贷款', '账户处于冻结状态'],
  prepayment: ['贷款有逾期未还', '距上次提前还款不足一年'],
  'base-adjustment': ['基数超过本年度上限'],
  'employer-registration': ['单位已登记'],
  'employer-deferral': ['单位不符合缓缴条件'],
};

export const missingPapers = (kind: Kind, draws: Draws): string[] => {
  const all = papers[kind];
  const first = draws.below(all.length);
  const count = draws.between(1, Math.min(2, all.length));
  return Array.from({ length: count }, (_, at) => all[(first + at) % all.length]!);
};

export const refusal = (kind: Kind, draws: Draws): string => draws.pick(refusals[kind]);
