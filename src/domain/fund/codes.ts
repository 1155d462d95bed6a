import * as z from 'zod';

/** What one code of a table means, in the words of the standard and in English. */
export interface CodeMeaning {
  readonly zh: string;
  readonly en: string;
}

/** A table of the field: code to meaning. */
export type CodeTable = Readonly<Record<string, CodeMeaning>>;

const table = <const T extends Record<string, readonly [zh: string, en: string]>>(rows: T) =>
  Object.fromEntries(Object.entries(rows).map(([code, [zh, en]]) => [code, { zh, en }])) as {
    readonly [K in keyof T]: CodeMeaning;
  };

/**
 * The code tables of JGJ/T 320-2014 (住房公积金基础数据标准). The codes are the standard's own.
 * The last five are not in the standard: they are states that core systems keep, so their codes are ours.
 */
export const codeTables = {
  /** DWZHZT 单位账户状态 */
  employerState: table({
    '01': ['正常', 'normal'],
    '02': ['开户', 'opened'],
    '03': ['缓缴', 'deferred'],
    '04': ['销户', 'closed'],
    '05': ['封存', 'sealed'],
    '99': ['其他', 'other'],
  }),
  /** GRZHZT 个人账户状态 */
  accountState: table({
    '01': ['正常', 'normal'],
    '02': ['封存', 'sealed'],
    '03': ['合并销户', 'closed by merging'],
    '04': ['外部转出销户', 'closed by transfer out'],
    '05': ['提取销户', 'closed by withdrawal'],
    '06': ['冻结', 'frozen'],
    '99': ['其他', 'other'],
  }),
  /** GJHTQYWLX 归集和提取业务类型; employers' entries (YWMXLX) use it too. */
  entryKind: table({
    '01': ['汇缴', 'contribution'],
    '02': ['补缴', 'back payment'],
    '03': ['开户', 'opening'],
    '04': ['启封', 'unsealing'],
    '05': ['封存', 'sealing'],
    '06': ['内部转移', 'transfer between employers'],
    '07': ['外部转出', 'transfer to another city'],
    '08': ['外部转入', 'transfer from another city'],
    '09': ['年终结息', 'yearly interest'],
    '10': ['基数调整', 'base adjustment'],
    '11': ['部分提取', 'partial withdrawal'],
    '12': ['销户提取', 'closing withdrawal'],
    '13': ['缓缴处理', 'deferral'],
    '14': ['冻结', 'freezing'],
    '15': ['解冻', 'unfreezing'],
    '99': ['其他', 'other'],
  }),
  /** TQYY 提取原因 */
  withdrawalReason: table({
    '01': ['购买住房', 'buying a home'],
    '02': ['建造、翻修、大修住房', 'building, rebuilding or overhauling a home'],
    '03': ['离休、退休', 'retirement'],
    '04': ['完全丧失劳动能力并与单位终止劳动关系', 'full loss of ability to work, employment ended'],
    '05': ['户口迁出所在市县或出境定居', 'moved away or settled abroad'],
    '06': ['偿还购房贷款本息', 'repaying a home loan'],
    '07': ['房租超过家庭工资收入的规定比例', 'rent'],
    '08': ['死亡', 'death'],
    '09': ['大病医疗', 'serious illness'],
    '99': ['其他', 'other'],
  }),
  /** TQFS 提取方式 */
  withdrawalWay: table({ '01': ['现金提取', 'cash'], '02': ['转账提取', 'bank transfer'], '99': ['其他', 'other'] }),
  /** ZJLX 证件类型 */
  idType: table({
    '01': ['身份证', 'identity card'],
    '02': ['军官证', "officer's card"],
    '03': ['护照', 'passport'],
    '04': ['外国人永久居留证', 'foreign permanent resident card'],
    '99': ['其他', 'other'],
  }),
  /** DKHKFS 贷款还款方式 */
  repaymentMethod: table({
    '01': ['等额本息', 'equal instalments'],
    '02': ['等额本金', 'equal principal'],
    '03': ['一次还款付息', 'one payment at the end'],
    '04': ['自由还款方式', 'free'],
    '99': ['其他', 'other'],
  }),
  /** DKDBLX 贷款担保类型 */
  guarantee: table({
    '01': ['抵押', 'mortgage'],
    '02': ['质押', 'pledge'],
    '03': ['保证', 'surety'],
    '99': ['其他', 'other'],
  }),
  /** DKFXDJ 贷款风险等级 */
  risk: table({
    '01': ['正常', 'normal'],
    '02': ['关注', 'special mention'],
    '03': ['次级', 'substandard'],
    '04': ['可疑', 'doubtful'],
    '05': ['损失', 'loss'],
    '99': ['其他', 'other'],
  }),
  /** DKYWMXLX 贷款业务明细类型 */
  loanEntryKind: table({
    '01': ['贷款发放', 'disbursement'],
    '02': ['正常还款', 'regular repayment'],
    '03': ['提前还款', 'prepayment'],
    '04': ['逾期还款', 'overdue repayment'],
    '05': ['公积金提取还款', 'repayment by withdrawal'],
    '06': ['结清', 'settlement'],
    '07': ['贷款展期', 'extension'],
    '08': ['贷款缩期', 'shortening'],
    '09': ['核销', 'write-off'],
    '99': ['其他', 'other'],
  }),
  /** Loan account state. */
  loanState: table({
    signing: ['待签合同', 'contract to be signed'],
    disbursing: ['待放款', 'to be paid out'],
    normal: ['正常', 'normal'],
    settled: ['已结清', 'settled'],
    bad: ['呆账', 'bad debt'],
    overdue: ['逾期', 'overdue'],
    void: ['已作废', 'void'],
  }),
  /** Steps of a loan application, in their order; `rejected` and `void` end it early. */
  loanStep: table({
    created: ['新建', 'created'],
    reviewing: ['待审核', 'under review'],
    rejected: ['审核不通过', 'rejected'],
    signing: ['待签合同', 'contract to be signed'],
    disbursing: ['待放款', 'to be paid out'],
    disbursed: ['已放款', 'paid out'],
    completed: ['办结', 'completed'],
    void: ['已作废', 'void'],
  }),
  /** Business handed in on the website that a person of the centre must review. */
  onlineKind: table({
    withdrawal: ['提取申请', 'withdrawal'],
    'transfer-in': ['异地转入', 'transfer from another city'],
    'transfer-out': ['异地转出', 'transfer to another city'],
    prepayment: ['提前还款申请', 'prepayment'],
    'base-adjustment': ['缴存基数调整', 'base adjustment'],
    'employer-registration': ['单位缴存登记', 'employer registration'],
    'employer-deferral': ['单位降比缓缴', 'lower ratio or deferral'],
  }),
  /** Where a piece of website business stands. */
  onlineState: table({
    submitted: ['已提交', 'submitted'],
    reviewing: ['待审核', 'under review'],
    returned: ['退回补正', 'returned for completion'],
    approved: ['审核通过', 'approved'],
    rejected: ['审核不通过', 'rejected'],
    completed: ['办结', 'completed'],
    withdrawn: ['已撤销', 'withdrawn'],
  }),
  /** Where a transfer between cities (异地转移接续) stands. */
  transferState: table({
    'letter-approved': ['联系函审核通过', 'contact letter approved'],
    'letter-received': ['联系函确认接收', 'contact letter received'],
    'account-approved': ['账户信息审核通过', 'account data approved'],
    'paid-by-origin': ['转出地已转账', 'paid by the city of origin'],
    'origin-rejected': ['转出审核不通过', 'rejected by the city of origin'],
    negotiating: ['协商中', 'being clarified'],
    paying: ['转账中', 'being paid'],
    completed: ['正常办结', 'completed'],
    'in-cancelled': ['转入撤销业务办结', 'cancelled by the city of destination'],
    'out-failed': ['转出失败业务办结', 'failed at the city of origin'],
    'completed-after-negotiation': ['协商后业务办结', 'completed after clarification'],
  }),
} satisfies Record<string, CodeTable>;

export type CodeTableName = keyof typeof codeTables;
export type Code<N extends CodeTableName> = keyof (typeof codeTables)[N] & string;

/** Which table a shape's codes are of: for whoever writes them as other codes. */
export const tablesOfCodes = z.registry<{ table: CodeTableName }>();

/** The codes of a table as a shape: whatever else comes is refused. */
export const codeOf = <N extends CodeTableName>(name: N) =>
  z.enum(Object.keys(codeTables[name]) as [Code<N>, ...Code<N>[]]).register(tablesOfCodes, { table: name });

/** What a code means in the person's language; an unknown one is shown as it is. */
export const codeMeaning = (name: CodeTableName, code: string, language: 'zh-CN' | 'en'): string => {
  const meaning = (codeTables[name] as CodeTable)[code];
  return meaning ? (language === 'en' ? meaning.en : meaning.zh) : code;
};
