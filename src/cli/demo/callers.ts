import type { BodyOf } from '../../contract/routes.ts';
import type { Role } from '../../fund-sandbox/cast/roles.ts';
import type { Sandbox } from '../../fund-sandbox/sandbox.ts';

/** What a citizen says when asked who they are. */
export interface Citizen {
  name: string;
  idNumber: string;
  account: string;
  /** Of the employer whose clerk they are. */
  employerAccount?: string;
}

/** A citizen of the demonstration, and what an expert does for them. Nobody real: people of the sandbox fund, or numbers of 138 0000. */
export interface Caller extends BodyOf<'calls.transfer'> {
  /** What a good expert answers. */
  answer: string;
  /** Needs the back office: which unit, and why. */
  dispatchTo?: { unit: string; reason: string };
  /** Not a matter for the experts: the answer is for the front line. */
  notOurs?: true;
  /** Whose account the call is about. */
  citizen?: Citizen;
  /** What an expert looks up in it. */
  looksUp?: 'accounts.loan-progress' | 'accounts.contributions' | 'accounts.loans' | 'accounts.online';
}

type Row = Omit<Caller, 'phone' | 'from' | 'domain' | 'citizen'> & {
  /** Who of the sandbox fund this is. */
  cast?: Role;
};

const rows: readonly Row[] = [
  {
    name: '刘女士',
    cast: 'clerk',
    topic: 'gjj.dep.ukey',
    question: '我们单位刚拿到 UK，这个月要给员工交公积金，进去以后先点哪个？交完了老板要凭证，在哪儿打？',
    tried: '已告知用 UK 登录单位网上业务系统，市民说菜单太多不知道顺序',
    answer: '用 UK 登录后先做汇缴登记核对人数金额，再到缴交结算确认扣款，扣款成功后在业务凭证里打印。',
  },
  {
    name: '李先生',
    cast: 'loan-reviewing',
    looksUp: 'accounts.loan-progress',
    priority: 'urgent',
    question: '贷款材料交上去以后没有任何消息，开发商天天催，到底卡在哪一步？',
    tried: '系统内查不到进度，市民情绪激动',
    answer: '已记录借款人信息，转贷款审批部门核实进度，由经办人员回电说明。',
    dispatchTo: { unit: '公积金中心贷款管理部', reason: '贷款申请超过承诺时限未反馈，请核实所在环节并回复市民' },
  },
  {
    name: '王先生',
    cast: 'employee',
    topic: 'gjj.wd.rent',
    question: '租的房子没有备案，名下也没房，能提公积金交房租吗？多久能提一次？',
    answer: '本人及配偶在本市无自有住房且租房的可以提取，额度和频次以中心公布为准，可在手机端申请。',
  },
  {
    name: '赵女士',
    cast: 'transfer-in',
    looksUp: 'accounts.online',
    topic: 'gjj.dep.transfer-cross',
    question: '之前在外地交了好几年，现在来济南工作了，原来的公积金要回去办转移吗？',
    answer: '不用回原城市，在济南开户并缴存后，通过全国异地转移接续平台由转入地中心发起即可。',
  },
  {
    name: '孙先生',
    cast: 'loan-equal-instalment',
    looksUp: 'accounts.loans',
    topic: 'gjj.ln.rate',
    question: '新闻说公积金贷款利率又降了，我以前贷的是不是马上就按新的算？',
    answer: '已发放的一年期以上贷款从次年一月一日起按新利率执行，不需要本人申请。',
  },
  {
    name: '周女士',
    cast: 'gap',
    looksUp: 'accounts.contributions',
    priority: 'urgent',
    topic: 'gjj.dep.not-paid',
    question: '公司今年有好几个月没给我们交公积金，工资条上却一直在扣，是哪几个月？我该找谁？',
    tried: '已告知可以投诉，市民想马上登记',
    answer: '已登记单位名称和欠缴月份，转执法部门核查催缴。',
    dispatchTo: { unit: '公积金中心归集执法部', reason: '单位连续欠缴且已从工资中扣款，请核查并责令限期缴存' },
  },
  {
    name: '吴先生',
    topic: 'gjj.ln.method',
    question: '等额本息和等额本金到底差在哪儿？我贷二十年选哪个利息少？',
    answer: '等额本金每月还的本金相同，总利息较少但前期月供高；等额本息月供固定。按收入情况选择。',
  },
  {
    name: '郑女士',
    topic: 'gjj.dep.interest',
    question: '公积金账户里的钱有利息吗？什么时候给？按多少算？',
    answer: '有利息，每年六月三十日结息，按一年期定期存款基准利率计算，自动计入账户。',
  },
  {
    name: '冯先生',
    topic: 'gjj.wd.conditions',
    question: '我想把公积金取出来用，哪些情况能取？',
    answer: '购建住房、偿还房贷、租房、退休、出境定居等符合条例规定的情形可以提取，请说明具体情况再看材料。',
  },
  {
    name: '陈女士',
    topic: 'gjj.dep.ratio',
    question: '单位给我交百分之五，朋友单位交百分之十二，我能要求按最高的交吗？',
    answer: '比例由单位在规定的上下限内确定，同一单位执行统一比例，不低于下限即合规。',
  },
  {
    name: '褚先生',
    question: '网上有人说给手续费就能帮我把公积金全提出来，这个靠谱吗？',
    answer: '不要相信，属于骗提套取，会被追回并影响今后的提取和贷款，请保护好个人信息。',
  },
  {
    name: '秦女士',
    question: '家里的水表数不对，多收了我两个月水费，这个能不能查？',
    tried: '转接时选错了坐席',
    answer: '不是公积金业务，请按供水服务流程处理，已向市民致歉',
    notOurs: true,
  },
  {
    name: '卫女士',
    topic: 'gjj.dep.remit',
    question: '单位这个月发工资晚了几天，公积金晚交会不会算断缴？',
    answer: '单位应在发放工资之日起五日内汇缴，补上当月后不影响连续缴存，具体以账户记录为准。',
  },
];

/** A generator of numbers in [0, 1) that is the same for the same seed (mulberry32, public domain, by Tommy Ettinger). */
const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export interface Arrival {
  caller: Caller;
  /** How long after the one before. Milliseconds. */
  afterMs: number;
  /** How long this citizen waits for an expert before hanging up. Milliseconds. */
  patienceMs: number;
}

/** A citizen of the sandbox as they call: how one addresses them, from which number, and who they say they are. */
const castAs = (sandbox: Sandbox, role: Role): Pick<Caller, 'name' | 'phone' | 'citizen'> | undefined => {
  const found = sandbox.personOf(role)?.identity;
  if (!found?.phone) return undefined;
  const { name, idNumber, account, phone, employer } = found;
  // The last digit of a citizen number's order is odd for men (GB 11643-1999).
  const address = `${[...name][0]}${Number(idNumber[16]) % 2 === 1 ? '先生' : '女士'}`;
  const clerk = role === 'clerk' && employer ? { employerAccount: employer.account } : {};
  return { name: address, phone, citizen: { name, idNumber, account, ...clerk } };
};

/** Callers without end, the same for the same seed and sandbox: three at once, then on average one in `meanMs`. */
export function* arrivals(seed: number, meanMs: number, sandbox: Sandbox): Generator<Arrival, never> {
  const random = seeded(seed);
  for (let place = 0; ; place++) {
    const { cast, ...row } = rows[place < rows.length ? place : Math.floor(random() * rows.length)]!;
    const phone = `1380000${String(1000 + ((place * 37) % 9000))}`;
    const from = `受理员${101 + Math.floor(random() * 9)}`;
    const caller: Caller = { ...row, phone, from, domain: 'gongjijin', ...(cast && castAs(sandbox, cast)) };
    // Exponential gaps: calls come independently of each other.
    const afterMs = place < 3 ? 0 : -Math.log(1 - random()) * meanMs;
    yield { caller, afterMs, patienceMs: meanMs * (10 + random() * 10) };
  }
}
