import * as z from 'zod';
import { codeOf } from './codes.ts';

/**
 * What a fund's records are to this program. Names are ours; the item of JGJ/T 320-2014 stands behind each. Money is integer fen,
 * ratios are basis points (1200 = 12 %), rates are ten-millionths a year (260000 = 2.6 %), days `YYYY-MM-DD`, months `YYYY-MM`.
 */

/** What a shape's values measure: for whoever writes them in other units. */
export const measures = z.registry<{ measure: 'money' | 'ratio' | 'rate' | 'area' | 'day' | 'month' }>();

export const Fen = z.int().min(-1e14).max(1e14).register(measures, { measure: 'money' });
export const Day = z.iso.date().register(measures, { measure: 'day' });
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11')
  .register(measures, { measure: 'month' });
const BasisPoints = z.int().min(0).max(10_000).register(measures, { measure: 'ratio' });
const Rate = z.int().min(0).max(10_000_000).register(measures, { measure: 'rate' });
/** Hundredths of a square metre. */
const Area = z.int().min(0).register(measures, { measure: 'area' });
const Text = z.string().min(1).max(255);
export const AccountNumber = z.string().regex(/^[0-9A-Za-z-]{4,30}$/, 'an account number');
const IdNumber = z.string().regex(/^[0-9A-Za-z]{5,18}$/, 'the number of an identity document');
const MobileNumber = z.string().regex(/^1\d{10}$/, 'a mobile number');

/** By what a person is told from others: never leaves the hub. */
export const PersonIdentity = z.strictObject({
  /** GRZH 个人账号 */
  account: AccountNumber,
  /** XINGMING 姓名 */
  name: Text,
  /** ZJLX, ZJHM 证件 */
  idType: codeOf('idType'),
  idNumber: IdNumber,
  /** SJHM 手机号码 */
  phone: MobileNumber.nullable(),
  /** GRCKZHHM 个人存款账户号码 */
  bankAccount: AccountNumber.nullable(),
  /** DWZH, DWMC 单位 */
  employer: z.strictObject({ account: AccountNumber, name: Text }).nullable(),
  /** JKHTBH 借款合同编号 of running loans, as borrower. */
  loanContracts: z.array(AccountNumber).max(20),
});
export type PersonIdentity = z.infer<typeof PersonIdentity>;

/** By what an employer's clerk is known: never leaves the hub. */
export const EmployerIdentity = z.strictObject({
  /** DWZH 单位账号 */
  account: AccountNumber,
  /** DWMC 单位名称 */
  name: Text,
  /** JBRXM, JBRZJHM, JBRSJHM 经办人 */
  clerk: z.strictObject({ name: Text, idNumber: IdNumber, phone: MobileNumber.nullable() }),
});
export type EmployerIdentity = z.infer<typeof EmployerIdentity>;

/** A person's account (表4.0.3, 5.0.4). */
export const Employee = z.strictObject({
  /** GRZH 个人账号 */
  account: AccountNumber,
  /** XINGMING 姓名 */
  name: Text,
  idType: codeOf('idType'),
  idNumber: IdNumber,
  phone: MobileNumber.nullable(),
  /** DWZH, DWMC: where contributions come from, or came from last. */
  employer: z.strictObject({ account: AccountNumber, name: Text }).nullable(),
  /** GRZHZT 个人账户状态 */
  state: codeOf('accountState'),
  /** KHRQ 开户日期 */
  openedOn: Day,
  /** XHRQ 销户日期 */
  closedOn: Day.nullable(),
  /** GRJCJS 个人缴存基数 */
  base: Fen,
  /** DWJCBL, GRJCBL 缴存比例 */
  employerRatio: BasisPoints,
  employeeRatio: BasisPoints,
  /** DWYJCE, GRYJCE 月缴存额 */
  employerAmount: Fen,
  employeeAmount: Fen,
  /** GRZHYE 个人账户余额 = carriedOver + thisYear */
  balance: Fen,
  /** GRZHSNJZYE 上年结转余额 */
  carriedOver: Fen,
  /** GRZHDNGJYE 当年归集余额 */
  thisYear: Fen,
  /** JZNY 缴至年月 */
  paidUpTo: Month.nullable(),
  /** GRCKZHHM 个人存款账户号码, GRCKZHKHYHMC 开户银行 */
  bankAccount: AccountNumber.nullable(),
  bank: Text.nullable(),
});
export type Employee = z.infer<typeof Employee>;

/** One entry of a person's account (表5.0.5). */
export const Contribution = z.strictObject({
  /** YWLSH 业务流水号 */
  serial: AccountNumber,
  /** JZRQ 记账日期 */
  bookedOn: Day,
  /** GJHTQYWLX */
  kind: codeOf('entryKind'),
  /** HBJNY 汇补缴年月: the month a contribution or back payment is for. */
  month: Month.nullable(),
  /** FSE 发生额: what the balance changed by, negative for what went out. Yearly interest included. */
  amount: Fen,
  /** Of a contribution: the employer's and the own part. */
  employerAmount: Fen.nullable(),
  employeeAmount: Fen.nullable(),
  /** TQYY, TQFS of a withdrawal. */
  reason: codeOf('withdrawalReason').nullable(),
  way: codeOf('withdrawalWay').nullable(),
  /** CZBZ 冲账标识: reversed by another entry, or such a reversal. */
  reversed: z.boolean(),
  /** The balance after this entry. */
  balance: Fen,
});
export type Contribution = z.infer<typeof Contribution>;

/** A page of a list. `total` counts all that fit the question. */
const pageOf = <S extends z.ZodType>(entry: S) =>
  z.strictObject({
    entries: z.array(entry).max(500),
    total: z.int().min(0),
    page: z.int().min(1),
    pages: z.int().min(0),
  });

export const ContributionPage = pageOf(Contribution);
export type ContributionPage = z.infer<typeof ContributionPage>;

/** An employer and its account (表4.0.2, 5.0.2). */
export const Employer = z.strictObject({
  /** DWZH 单位账号 */
  account: AccountNumber,
  /** DWMC 单位名称 */
  name: Text,
  /** ZZJGDM: the unified social credit code. */
  creditCode: z.string().regex(/^[0-9A-Z]{9,20}$/),
  /** DWDZ 单位地址 */
  address: Text.nullable(),
  /** DWZHZT 单位账户状态 */
  state: codeOf('employerState'),
  /** DWKHRQ 单位开户日期, DWXHRQ 单位销户日期 */
  openedOn: Day,
  closedOn: Day.nullable(),
  employerRatio: BasisPoints,
  employeeRatio: BasisPoints,
  /** DWJCRS, DWFCRS 缴存、封存人数 */
  contributing: z.int().min(0),
  sealed: z.int().min(0),
  /** DWZHYE 单位账户余额: what was paid in and not yet shared out. */
  balance: Fen,
  /** JZNY 缴至年月 */
  paidUpTo: Month.nullable(),
  /** DWFXR 单位发薪日: day of the month. */
  payday: z.int().min(1).max(31).nullable(),
  /** STYHMC 受托银行 */
  bank: Text.nullable(),
  /** JBRXM 经办人姓名, JBRSJHM 手机 */
  clerk: z.strictObject({ name: Text, phone: MobileNumber.nullable() }),
});
export type Employer = z.infer<typeof Employer>;

/** One entry of an employer's account (表5.0.3). */
export const EmployerContribution = z.strictObject({
  serial: AccountNumber,
  bookedOn: Day,
  /** YWMXLX 业务明细类型 */
  kind: codeOf('entryKind'),
  month: Month.nullable(),
  /** FSE 发生额 */
  amount: Fen,
  /** FSRS 发生人数 */
  employees: z.int().min(0),
  reversed: z.boolean(),
});
export type EmployerContribution = z.infer<typeof EmployerContribution>;
export const EmployerContributionPage = pageOf(EmployerContribution);
export type EmployerContributionPage = z.infer<typeof EmployerContributionPage>;

/** A step that was reached, and since when it stood there. */
const stepOf = <N extends 'loanStep' | 'onlineState' | 'transferState'>(name: N) =>
  z.strictObject({ step: codeOf(name), since: Day });

/** Where a loan application stands. */
export const LoanApplication = z.strictObject({
  number: AccountNumber,
  /** JKHTBH once there is a contract. */
  contract: AccountNumber.nullable(),
  appliedOn: Day,
  amount: Fen,
  terms: z.int().min(1).max(480),
  step: codeOf('loanStep'),
  /** The steps so far, the oldest first; the last one is `step`. */
  steps: z.array(stepOf('loanStep')).min(1).max(20),
  /** Papers that are still missing, by their names. */
  missing: z.array(Text).max(20),
  /** Why it was rejected or made void. */
  reason: Text.nullable(),
  /** SWTYHMC 受委托银行 */
  bank: Text.nullable(),
});
export type LoanApplication = z.infer<typeof LoanApplication>;

/** A loan and its account (表6.0.2, 6.0.5). */
export const Loan = z.strictObject({
  /** DKZH 贷款账号 */
  account: AccountNumber,
  /** JKHTBH 借款合同编号 */
  contract: AccountNumber,
  /** JKRGJJZH, JKRXM 借款人 */
  borrower: z.strictObject({ account: AccountNumber, name: Text }),
  /** GTJKRGJJZH, GTJKRXM 共同借款人 */
  coBorrowers: z.array(z.strictObject({ account: AccountNumber.nullable(), name: Text })).max(5),
  state: codeOf('loanState'),
  /** DKHKFS 还款方式 */
  method: codeOf('repaymentMethod'),
  /** HTDKJE 合同贷款金额, DKFFE 发放额 */
  contractAmount: Fen,
  disbursed: Fen,
  /** JKHTQDRQ 签订日期, DKFFRQ 发放日期, YDDQRQ 到期日期, DKJQRQ 结清日期 */
  signedOn: Day.nullable(),
  disbursedOn: Day.nullable(),
  dueOn: Day.nullable(),
  settledOn: Day.nullable(),
  /** DKQS 贷款期数 */
  terms: z.int().min(1).max(480),
  /** Terms whose day has passed. */
  termsPassed: z.int().min(0).max(480),
  /** YDHKR 约定还款日 */
  payDay: z.int().min(1).max(31),
  /** DKLL 贷款利率 */
  rate: Rate,
  /** DKYE 贷款余额 */
  balance: Fen,
  /** DQJHHKJE, DQJHGHBJ, DQJHGHLX: what the next term asks. */
  next: z.strictObject({ dueOn: Day, payment: Fen, principal: Fen, interest: Fen }).nullable(),
  /** HSBJZE 回收本金, HSLXZE 回收利息, TQGHBJZE 提前归还本金, FXZE 罚息 so far */
  principalPaid: Fen,
  interestPaid: Fen,
  prepaid: Fen,
  penaltyPaid: Fen,
  /** YQBJZE, YQLXZE, DQYHFX, LJYQQS: what is overdue now. */
  overdue: z.strictObject({ principal: Fen, interest: Fen, penalty: Fen, terms: z.int().min(0) }),
  /** DKFXDJ 风险等级 */
  risk: codeOf('risk'),
  /** DKDBLX 担保类型 */
  guarantee: codeOf('guarantee'),
  /** FWZL 房屋坐落, FWJZMJ 建筑面积, FWZJ 总价, GFSFK 首付款 */
  property: z.strictObject({ address: Text, area: Area, price: Fen, downPayment: Fen }).nullable(),
  bank: Text.nullable(),
  /** HKZH 还款账号 */
  repaymentAccount: AccountNumber.nullable(),
});
export type Loan = z.infer<typeof Loan>;

/** One term of a loan's plan. */
export const PlannedRepayment = z.strictObject({
  term: z.int().min(1).max(480),
  dueOn: Day,
  payment: Fen,
  principal: Fen,
  interest: Fen,
  /** Principal that is left after it. */
  remaining: Fen,
  state: z.enum(['paid', 'overdue', 'coming']),
});
export type PlannedRepayment = z.infer<typeof PlannedRepayment>;

/** One entry of a loan's account (表6.0.6). */
export const LoanEntry = z.strictObject({
  serial: AccountNumber,
  /** JZRQ 记账日期 */
  bookedOn: Day,
  /** DKYWMXLX */
  kind: codeOf('loanEntryKind'),
  /** DQQC 当期期次 */
  term: z.int().min(0).max(480).nullable(),
  /** FSE, BJJE, LXJE, FXJE */
  amount: Fen,
  principal: Fen,
  interest: Fen,
  penalty: Fen,
  /** DKYE after it. */
  balance: Fen,
});
export type LoanEntry = z.infer<typeof LoanEntry>;

/** What a loan asks term by term, and what was paid. */
export const Repayments = z.strictObject({
  /** DKZH 贷款账号 */
  account: AccountNumber,
  plan: z.array(PlannedRepayment).max(480),
  made: z.array(LoanEntry).max(1200),
});
export type Repayments = z.infer<typeof Repayments>;

/** A piece of website business that a person of the centre must review. */
export const OnlineApplication = z.strictObject({
  number: AccountNumber,
  kind: codeOf('onlineKind'),
  submittedOn: Day,
  amount: Fen.nullable(),
  state: z.union([codeOf('onlineState'), codeOf('transferState')]),
  steps: z
    .array(z.union([stepOf('onlineState'), stepOf('transferState')]))
    .min(1)
    .max(20),
  missing: z.array(Text).max(20),
  reason: Text.nullable(),
});
export type OnlineApplication = z.infer<typeof OnlineApplication>;
