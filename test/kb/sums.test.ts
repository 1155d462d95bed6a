import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/kb/parse-policy.ts';
import type { Policy } from '../../src/kb/policy.ts';
import type { Field } from '../../src/kb/sums/form.ts';
import { readDay } from '../../src/kb/sums/read-day.ts';
import { readFields } from '../../src/kb/sums/read-fields.ts';
import { readNumber } from '../../src/kb/sums/read-number.ts';
import type { SumResult } from '../../src/kb/sums/result.ts';
import { runSum } from '../../src/kb/sums/run-sum.ts';
import { dayWords, percentText, termWords, yuan, yuanWords } from '../../src/kb/sums/show-number.ts';
import { type SumId, sumForms } from '../../src/kb/sums/sum-forms.ts';
import type { Words } from '../../src/kb/sums/words.ts';
import { shippedDir } from './support.ts';

const shipped = parsePolicy(readFileSync(path.join(shippedDir, 'policy.yaml'), 'utf8')).policy;
const today = '2026-11-26';

type Typed = Record<string, string>;

const outcome = (id: SumId, typed: Typed, policy: Policy = shipped) => runSum(id, typed, { policy, today });

/** The result of a sum that must work out. */
const result = (id: SumId, typed: Typed, policy?: Policy): SumResult => {
  const done = outcome(id, typed, policy);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.result;
};

/** The fields that a sum refuses. */
const refused = (id: SumId, typed: Typed, policy?: Policy): string[] => {
  const done = outcome(id, typed, policy);
  return done.ok ? [] : done.problems.map(({ field }) => field);
};

const entry = (name: string, value: number, unit: string, from: string, confidence: string): string =>
  `- {name: ${name}, value: ${value}, unit: "${unit}", from: ${from}, source: {name: 某通知, number: 某发〔2026〕1号, date: ${from}}, confidence: ${confidence}}`;

/** The shipped figures, and the city's own as they might be published. */
const withLocal = parsePolicy(
  [
    readFileSync(path.join(shippedDir, 'policy.yaml'), 'utf8'),
    entry('loan.jinan.max.one', 70, '万元', '2026-01-01', 'local'),
    entry('loan.jinan.max.two', 100, '万元', '2026-01-01', 'local'),
    entry('loan.jinan.multiple', 15, '倍', '2026-01-01', 'local-unconfirmed'),
    entry('loan.jinan.down.first', 20, '%', '2026-01-01', 'local'),
    entry('loan.jinan.income.share', 50, '%', '2026-01-01', 'local'),
    entry('loan.jinan.years.max', 30, '年', '2026-01-01', 'local'),
    entry('loan.jinan.age.max', 65, '周岁', '2026-01-01', 'local'),
    entry('deposit.jinan.base.min', 2200, '元', '2026-07-01', 'local'),
    entry('deposit.jinan.base.max', 30000, '元', '2026-07-01', 'local'),
  ].join('\n'),
).policy;

/** What each sum needs at least. */
const least: Record<SumId, Typed> = {
  loan: { principal: '60万', years: '20' },
  prepay: { principal: '60万', years: '20', amount: '10万' },
  compare: { principal: '60万', years: '10,20' },
  'max-loan': { years: '30', price: '150万', 'down-payment': '20%' },
  'rate-change': { principal: '60万', years: '20' },
  mixed: { fund: '60万', commercial: '40万', years: '30', 'commercial-rate': '3.05' },
  deposit: { base: '8000', ratio: '12' },
  interest: { opening: '1万' },
  withdraw: { reason: 'rent', balance: '2万', months: '12' },
  'early-loss': { balance: '10万', amount: '5万', until: '2028-07-01' },
};

const wordsOf = (field: Field): Words[] => [
  field.label,
  ...(field.help ? [field.help] : []),
  ...(field.kind === 'choice' ? Object.values(field.choices) : []),
];

describe('every sum', () => {
  it('has a form that a command and a screen can be made from', () => {
    expect(sumForms.map(({ id }) => id)).toEqual(Object.keys(least));
    for (const { name, about, fields } of sumForms) {
      expect(Object.keys(fields).every((field) => /^[a-z]+(-[a-z]+)*$/.test(field))).toBe(true);
      expect(fields).toHaveProperty('on');
      for (const words of [name, about, ...Object.values(fields).flatMap(wordsOf)]) {
        expect(words['zh-CN']).toMatch(/\S/);
        expect(words.en).not.toMatch(/\p{Script=Han}(?!\d)(?<!万)/u);
      }
    }
  });

  it.each(Object.entries(least) as [SumId, Typed][])('%s: works out with what it needs at least', (id, typed) => {
    const { document, said, table, notes } = result(id, typed);
    expect(document).toMatchObject({ on: today });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    for (const words of [said, ...notes]) {
      expect(words['zh-CN']).toMatch(/[。]$/);
      expect(words.en).toMatch(/\.$/);
      expect(`${words['zh-CN']}${words.en}`).not.toMatch(/undefined|NaN|null/);
    }
    for (const row of table.rows) expect(row).toHaveLength(table.headings.length);
  });

  it.each(sumForms.map(({ id }) => [id]))('%s: names every field that it lacks', (id) => {
    const form = sumForms.find((each) => each.id === id)!;
    const required = Object.entries(form.fields).flatMap(([name, { required: needed }]) => (needed ? [name] : []));
    expect(refused(id, {})).toEqual(required);
  });

  it.each(sumForms.flatMap(({ id, fields }) => Object.keys(fields).map((name) => [id, name] as const)))(
    '%s: refuses rubbish in %s by its name, and does not repeat it',
    (id, name) => {
      const done = outcome(id, { ...least[id], [name]: '甲乙丙' });
      expect(done.ok ? [] : done.problems.map(({ field }) => field)).toEqual([name]);
      expect(JSON.stringify(done)).not.toContain('甲乙丙');
    },
  );
});

describe('what is typed', () => {
  it.each([
    ['600000', 60_000_000],
    ['60万', 60_000_000],
    ['60万元', 60_000_000],
    ['６０万元', 60_000_000],
    ['1,234.56', 123_456],
    ['１，２３４．５６', 123_456],
    ['600000 元', 60_000_000],
    ['60.123456万', 60_123_456],
    ['0', 0],
    ['2000。5', 200_050],
    ['２０００。５０', 200_050],
    ['２０００｡５０', 200_050],
    ['￥600000', 60_000_000],
    ['¥ 1，234。56元', 123_456],
    ['￥６０万', 60_000_000],
    ['2。6万', 2_600_000],
    ['2000。', undefined],
    ['1。234。56', undefined],
    ['2。600', undefined],
    ['2.600', undefined],
    ['60万￥', undefined],
    ['$600', undefined],
    ['六十万', undefined],
    ['1.005', undefined],
    ['60.1234567万', undefined],
    ['12,34', undefined],
    ['-1', undefined],
    ['1e5', undefined],
    ['99999999999999999999', undefined],
    ['', undefined],
  ])('money %s', (text, fen) => expect(readNumber('money', text)).toBe(fen));

  it.each([
    ['2.6', 2_600_000],
    ['2.6%', 2_600_000],
    ['２．６％', 2_600_000],
    ['3.025 %', 3_025_000],
    ['2。6', 2_600_000],
    ['２。６％', 2_600_000],
    ['￥2.6', undefined],
    ['0', 0],
    ['2.60000001', undefined],
    ['两个点', undefined],
  ])('percent %s', (text, rate) => expect(readNumber('percent', text)).toBe(rate));

  it.each([
    ['20', 240],
    ['20年', 240],
    ['2.5', 30],
    ['174个月', 174],
    ['174m', 174],
    ['240期', 240],
    ['２。５年', 30],
    ['１２个月', 12],
    ['二十年', undefined],
    ['1.3', undefined],
  ])('years %s', (text, months) => expect(readNumber('years', text)).toBe(months));

  it.each([
    ['12', 12],
    ['12个月', 12],
    ['１２ 个月', 12],
    ['2027年', 2027],
    ['5号', 5],
    ['1年', undefined],
    ['1。5', undefined],
    ['十二', undefined],
  ])('count %s', (text, count) => expect(readNumber('count', text)).toBe(count));

  it.each([
    ['15', 1500],
    ['１５。５倍', 1550],
  ])('times %s', (text, times) => expect(readNumber('times', text)).toBe(times));

  it.each([
    ['2023-11-20', '2023-11-20'],
    ['20231120', '2023-11-20'],
    ['２０２３１１２０', '2023-11-20'],
    ['2023/11/20', '2023-11-20'],
    ['２０２３／１１／２０', '2023-11-20'],
    ['2023.11.20', '2023-11-20'],
    ['2023。11。20', '2023-11-20'],
    ['2023—11—20', '2023-11-20'],
    ['2023年11月20日', '2023-11-20'],
    ['２０２３ 年 １１ 月 ２０ 号', '2023-11-20'],
    ['2023/1/5', '2023-01-05'],
    ['2023年1月5日', '2023-01-05'],
    ['2023-11/20', undefined],
    ['2023115', undefined],
    ['23/11/20', undefined],
    ['11/20/2023', undefined],
    ['2023年11月', undefined],
    ['20230230', undefined],
    ['2023.13.1', undefined],
    ['二〇二三年一月五日', undefined],
    ['', undefined],
  ])('day %s', (text, day) => expect(readDay(text)).toBe(day));

  it('in a whole form may all be as an input method types it', () => {
    const typed = { principal: '￥６０万元', years: '２４０个月', rate: '２。６％', start: '２０２６年１月３１日' };
    const plain = { principal: '600000', years: '20', rate: '2.6', start: '2026-01-31' };
    expect(result('loan', typed)).toEqual(result('loan', plain));
    expect(
      result('compare', { principal: '60万', years: '１０，２０', rate: '２。６，３。１' }).table.rows,
    ).toHaveLength(8);
    expect(result('withdraw', { ...least.withdraw, months: '１２个月' }).document).toMatchObject({
      max_withdrawal: 18_000,
    });
    expect(refused('withdraw', { ...least.withdraw, months: '1年' })).toEqual(['months']);
  });

  it.each([
    ['loan', 'rate'],
    ['prepay', 'rate'],
    ['compare', 'rate'],
    ['max-loan', 'rate'],
    ['rate-change', 'rate'],
    ['rate-change', 'new-rate'],
    ['mixed', 'rate'],
    ['mixed', 'commercial-rate'],
  ] as const)('a fraction as the %s %s is asked about', (id, field) => {
    const told = (rate: string) => {
      const done = outcome(id, { ...least[id], [field]: rate });
      return done.ok ? undefined : done.problems;
    };
    expect(told('0.026')).toEqual([
      { field, problem: { 'zh-CN': '利率 0.026% 太小；是 2.6% 吗？', en: 'a rate of 0.026% is too low; is it 2.6%?' } },
    ]);
    expect(told('0.49')?.[0]?.problem['zh-CN']).toBe('利率 0.49% 太小，不到 0.5%');
    expect(told('0.5')).toBeUndefined();
    expect(told('0')).toBeUndefined();
  });

  it.each([
    ['deposit', 'base', '8000'],
    ['deposit', 'ratio', '12'],
    ['early-loss', 'until', '2030-01-01'],
  ] as const)('what does not fit %s %s is answered with an example of its own', (id, field, example) => {
    const done = outcome(id, { ...least[id], [field]: '甲' });
    expect(done.ok ? '' : done.problems[0]?.problem['zh-CN']).toContain(`如 ${example}`);
    expect(sumForms.find((form) => form.id === id)?.fields[field]?.example).toBe(example);
    expect(refused(id, { ...least[id], [field]: example })).toEqual([]);
  });

  it('several values stand between commas of either width, or 、', () => {
    const fields = { years: { kind: 'years', label: { 'zh-CN': '年', en: 'years' }, many: true } } as const;
    for (const typed of ['10,20', '10，20年', '10、20', '10 20']) {
      expect(readFields(fields, { years: typed })).toEqual({ ok: true, values: { years: [120, 240] } });
    }
    expect(readFields(fields, { years: ',' }).ok).toBe(false);
    expect(readFields(fields, { years: '1,2,3,4,5,6,7,8,9,10,11' }).ok).toBe(false);
  });

  it.each([
    [{ years: '31' }, 'years'],
    [{ years: '0' }, 'years'],
    [{ principal: '0' }, 'principal'],
    [{ principal: '2亿' }, 'principal'],
    [{ principal: '20001万' }, 'principal'],
    [{ rate: '25' }, 'rate'],
    [{ start: '2026-02-31' }, 'start'],
    [{ start: '26-2-1' }, 'start'],
    [{ method: '等额本息' }, 'method'],
  ])('%j is refused', (typed, field) => expect(refused('loan', { ...least.loan, ...typed })).toEqual([field]));
});

describe('what is shown', () => {
  it('amounts, rates, terms and days', () => {
    expect([5, 320_873, 100_000_000].map(yuan)).toEqual(['0.05', '3,208.73', '1,000,000.00']);
    expect([3_025_000, 2_600_000, 0, 100_000_000].map(percentText)).toEqual(['3.025%', '2.6%', '0%', '100%']);
    expect([60_000_000, 320_873, 10_000, 12_345_000_000].map((fen) => yuanWords(fen)['zh-CN'])).toEqual([
      '60万元',
      '3,208.73元',
      '100元',
      '12,345万元',
    ]);
    expect([1, 12, 13, 240].map((months) => termWords(months).en)).toEqual([
      '1 month',
      '1 year',
      '1 year 1 month',
      '20 years',
    ]);
    expect(dayWords('2027-01-01')['zh-CN']).toBe('2027年1月1日');
  });
});

describe('the figures', () => {
  it.each([
    ['first home, over five years', {}, 2.6],
    ['five years sharp are the lower tier', { years: '5' }, 2.1],
    ['a month more is the higher', { years: '61个月' }, 2.6],
    ['second home', { home: 'second' }, 3.075],
    ['before the last cut', { on: '2025-05-07' }, 2.85],
    ['on its day', { on: '2025-05-08' }, 2.6],
    ['by the day of payout', { start: '2020-05-10' }, 3.25],
  ])('of a loan: %s', (_, typed, rate) => {
    expect(result('loan', { ...least.loan, ...typed }).document).toMatchObject({ rate });
  });

  it('come with their source, date and confidence', () => {
    const { basis, document } = result('loan', least.loan);
    expect(basis).toEqual([
      expect.objectContaining({
        name: 'loan.rate.first.gt5',
        overridden: false,
        from: '2025-05-08',
        confidence: 'national',
        source: { name: '中国人民银行关于下调个人住房公积金贷款利率的决定', date: '2025-05-08' },
      }),
    ]);
    expect(document.basis).toEqual([expect.objectContaining({ value: '2.6%', from: '2025-05-08' })]);
  });

  it('given by hand are marked, beside what is published', () => {
    const { basis, notes, document } = result('loan', { ...least.loan, rate: '3' });
    expect(basis).toMatchObject([{ overridden: true, value: { en: '3%' }, published: { en: '2.6%' } }]);
    expect(basis[0]).not.toHaveProperty('source');
    expect(notes[0]!['zh-CN']).toContain('自行填写');
    expect(notes[0]!['zh-CN']).toContain('公布的是 2.6%');
    expect(document.basis).toMatchObject([{ overridden: true, value: '3%', published: '2.6%' }]);
  });

  it('given as they are published for a second home are of one, where nobody said which: the citizen hears of no first', () => {
    const owed = { principal: '465755.93', years: '147个月', 'contract-years': '240个月', amount: '10万' };
    const { basis, said } = result('prepay', { ...owed, rate: '3.075' });
    expect(basis).toMatchObject([{ name: 'loan.rate.second.gt5', value: { en: '3.075%' } }]);
    expect(said['zh-CN']).not.toMatch(/首套|不是公布的数/);
    expect(result('prepay', { ...owed, rate: '3.075', home: 'first' }).said['zh-CN']).toContain('不是公布的数');
    expect(result('prepay', { ...owed, rate: '2.6' }).basis).toMatchObject([{ name: 'loan.rate.first.gt5' }]);
  });

  it('that are not confirmed are said to be so, in the answer too', () => {
    const { notes, said } = result('withdraw', least.withdraw);
    expect(notes[0]!['zh-CN']).toContain('未核实');
    expect(said['zh-CN']).toContain('公布为准');
    expect(
      result('withdraw', { ...least.withdraw, 'monthly-quota': '1000', 'yearly-quota': '1万' }).said['zh-CN'],
    ).not.toContain('公布为准');
  });

  it('that nobody has published must be given', () => {
    expect(refused('loan', { ...least.loan, on: '2010-01-01' })).toEqual(['rate']);
    expect(refused('loan', { ...least.loan, home: 'second', on: '2020-01-01' })).toEqual(['rate']);
    expect(refused('interest', { ...least.interest, year: '2015' })).toEqual(['rate']);
    expect(result('loan', { ...least.loan, on: '2010-01-01', rate: '3.87' }).document).toMatchObject({ rate: 3.87 });
    expect(refused('deposit', least.deposit, new Map())).toEqual(['ratio']);
  });
});

describe('loan', () => {
  it('is what the issue says', () => {
    const { document, said, schedule } = result('loan', least.loan);
    expect(document).toMatchObject({ monthly: 3208.73, total_interest: 170_094.63, principal: 600_000, months: 240 });
    expect(said).toEqual({
      'zh-CN': '贷款60万元、20年、年利率2.6%，等额本息：每月还3,208.73元，利息合计170,094.63元，本息合计770,094.63元。',
      en: 'A loan of 600,000 yuan over 20 years at 2.6% a year, equal instalments: 3,208.73 yuan a month; interest 170,094.63 yuan, 770,094.63 yuan in all.',
    });
    expect(document.schedule).toHaveLength(240);
    expect((document.schedule as unknown[])[0]).toEqual({
      term: 1,
      payment: 3208.73,
      principal: 1908.73,
      interest: 1300,
      remaining: 598_091.27,
    });
    expect(schedule?.rows).toHaveLength(240);
  });

  it('dates its terms when it is known when it was paid out', () => {
    const { document } = result('loan', { ...least.loan, start: '2026-01-31' });
    expect((document.schedule as { date: string }[]).slice(0, 2).map(({ date }) => date)).toEqual([
      '2026-02-28',
      '2026-03-31',
    ]);
  });
});

describe('prepay', () => {
  const rest = { principal: '60万', years: '300期', rate: '3' };

  it('puts both ways side by side, and one by itself when asked (gjj-0174)', () => {
    const both = result('prepay', { ...rest, amount: '20万' }).document;
    expect(both).toMatchObject({
      before: { monthly: 2845.27, terms: 300, interest: 253_580.16 },
      shorten: { terms: 174, terms_saved: 126, interest: 93_454.31, interest_saved: 160_125.85 },
      lower: { terms: 300, monthly: 1896.85, interest: 169_052.9, interest_saved: 84_527.26 },
    });
    const one = result('prepay', { ...rest, amount: '20万', effect: 'lower' }).document;
    expect(one).not.toHaveProperty('shorten');
    expect(one.lower).toEqual(both.lower);
  });

  it('all of it is what is owed and the days since the last repayment day', () => {
    const { document } = result('prepay', { ...rest, days: '10' });
    expect(document.whole).toEqual({ principal: 600_000, interest: 500, total: 600_500, interest_saved: 253_080.16 });
    expect(result('prepay', { ...rest, amount: '60万' }).document).toHaveProperty('whole');
  });

  it('counts on from the terms that are paid', () => {
    const { document } = result('prepay', { principal: '60万', years: '25', paid: '24', rate: '2.6', amount: '10万' });
    expect(document).toMatchObject({ balance: 565_007.47, before: { terms: 276, monthly: 2722.02 } });
  });

  it('takes the tier of the rate by the contract', () => {
    const short = { principal: '10万', years: '3', amount: '1万' };
    expect(result('prepay', short).document).toMatchObject({ rate: 2.1 });
    expect(result('prepay', { ...short, 'contract-years': '20' }).document).toMatchObject({ rate: 2.6 });
  });

  it.each([
    [{ amount: '61万' }, 'amount'],
    [{ paid: '300' }, 'paid'],
    [{ start: '2026-11-27' }, 'start'],
    [{ start: '2001-11-26' }, 'start'],
    [{ 'contract-years': '30', start: '2023-11-20' }, 'start'],
    [{ 'contract-years': '30', paid: '36' }, 'paid'],
    [{ 'contract-years': '30', owed: '50万' }, 'owed'],
    [{ owed: '50万' }, 'paid'],
    [{ owed: '61万', paid: '36' }, 'owed'],
    [{ owed: '50万', paid: '36', amount: '51万' }, 'amount'],
    [{ effect: 'lower' }, 'effect'],
    [{ amount: '1万', days: '3' }, 'days'],
  ])('refuses %j', (typed, field) => expect(refused('prepay', { ...rest, ...typed })).toEqual([field]));
});

describe('what a running loan owes', () => {
  /** Paid out at 3.1 %, which became 2.85 % and 2.6 %. */
  const running = { principal: '60万', years: '30' };
  const start = '2023-11-20';
  const prepaid = (typed: Typed) => result('prepay', { ...running, ...typed });

  it('follows the published rates from payout on, and the terms paid from the day', () => {
    const { document, said, basis, notes } = prepaid({ start });
    expect(document).toMatchObject({ balance: 560_405.38, balance_from: 'published', terms_paid: 36, rate: 2.6 });
    expect(document.before).toMatchObject({ terms: 324, monthly: 2409 });
    expect(basis.map(({ value }) => value.en)).toEqual(['3.1%', '2.85%', '2.6%']);
    expect(said['zh-CN']).not.toMatch(/推算|估算/);
    expect(notes[0]!['zh-CN']).toContain('3.1%→2.85%→2.6%');
    expect(prepaid({ start, paid: '36' }).document).toEqual(document);
  });

  it('is the same for a change of rate', () => {
    const { document } = result('rate-change', { ...running, start, paid: '36' });
    expect(document).toMatchObject({ balance: prepaid({ start, paid: '36' }).document.balance, terms_left: 324 });
  });

  it('is what the person says it is, over the terms that are left, at the rate now', () => {
    for (const typed of [{ paid: '36' }, { start }] as Typed[]) {
      const { document, said, notes } = prepaid({ owed: '560,405.38', ...typed });
      expect(document).toMatchObject({ balance: 560_405.38, balance_from: 'owed', rate: 2.6 });
      expect(document.before).toMatchObject({ terms: 324, monthly: 2409 });
      expect(`${said['zh-CN']}${notes.map((note) => note['zh-CN']).join('')}`).not.toMatch(/推算|估算/);
    }
    expect(prepaid({ owed: '50万', paid: '36', amount: '50万' }).document).toHaveProperty('whole');
    const late = result('prepay', { ...running, owed: '50万', start: '2025-05-20', on: '2025-10-01' });
    expect(late.document).toMatchObject({ rate: 2.6 });
  });

  it.each([
    ['prepay', {}],
    ['prepay', { amount: '10万' }],
    ['rate-change', {}],
    ['rate-change', { 'new-rate': '2.35' }],
  ] as const)('%s %j: a past at the rate now is said to be that, first of all and in the answer', (id, typed) => {
    const reckoned = result(id, { ...running, paid: '36', ...typed });
    const at = 'new-rate' in typed ? 1 : 0;
    expect(reckoned.document).toMatchObject({ balance: 558_784.69, balance_from: 'rate-now' });
    expect(reckoned.notes[at]!['zh-CN']).toMatch(/^注意：已还的36期都按现行利率2\.6%倒推.*合同余额为准.*放款日/);
    expect(reckoned.notes[at]!.en).toMatch(/^Mind: .* 2\.6%/);
    expect(reckoned.said['zh-CN']).toMatch(/剩余本金按全程2\.6%估算，以合同余额为准。/);
    expect(reckoned.said.en).toMatch(/ What is owed is reckoned as if the rate had always been 2\.6%;.*\.$/);
  });

  it.each(['prepay', 'rate-change'] as const)('%s: a rate that was given for the whole past is named', (id) => {
    for (const typed of [{ paid: '36' }, { start, paid: '36' }] as Typed[]) {
      const { document, said, notes } = result(id, { ...running, rate: '2.6', ...typed });
      expect(document).toMatchObject({ balance: 558_784.69, balance_from: 'given-rate' });
      expect(notes[1]!['zh-CN']).toContain('已还的36期都按所填利率2.6%推算');
      expect(said['zh-CN']).toContain('以合同余额为准');
    }
  });

  it.each(['prepay', 'rate-change'] as const)('%s: without a past there is nothing to mind', (id) => {
    const { said, notes, document } = result(id, running);
    expect(document).toMatchObject({ balance: 600_000, balance_from: 'principal' });
    expect([said, ...notes].some((words) => words['zh-CN'].includes('合同余额为准'))).toBe(false);
  });

  it('takes the new rate on its day, however many terms were paid by then, and says when others are due', () => {
    const { document, notes } = prepaid({ start, paid: '20' });
    expect(document).toMatchObject({ rate: 2.6, terms_paid: 20 });
    expect(notes.some((note) => note['zh-CN'].includes('应还36期；填的已还期数是20'))).toBe(true);
    expect(prepaid({ start }).notes.some((note) => note['zh-CN'].includes('应还'))).toBe(false);
  });

  it('of a loan of a year stays at the rate of its payout', () => {
    const short = { principal: '10万', years: '1', start: '2025-03-01', on: '2026-02-10' };
    expect(result('prepay', short).document).toMatchObject({ rate: 2.35, terms_paid: 11 });
    expect(result('prepay', { ...short, owed: '1万' }).document).toMatchObject({ rate: 2.35 });
  });

  it('of a second home rests on rates that are the least', () => {
    const { notes } = prepaid({ start, home: 'second' });
    expect(notes.at(-1)!['zh-CN']).toContain('不低于');
  });
});

describe('compare', () => {
  it('has a row for every method, term and rate', () => {
    const { document, table } = result('compare', { principal: '60万', years: '10,20', rate: '2.6,3.1' });
    expect(table.rows).toHaveLength(8);
    expect(document.variants).toContainEqual(
      expect.objectContaining({ months: 240, rate: 2.6, method: 'equal-instalment', monthly: 3208.73 }),
    );
  });

  it('takes each term at its own published rate', () => {
    const { document, basis } = result('compare', { principal: '60万', years: '5,20', method: 'equal-principal' });
    expect(document.variants).toMatchObject([{ rate: 2.1 }, { rate: 2.6 }]);
    expect(basis.map(({ name }) => name)).toEqual(['loan.rate.first.le5', 'loan.rate.first.gt5']);
  });
});

describe('max-loan', () => {
  const typed = { years: '30', balance: '5万', income: '12000', price: '150万' };

  it('leaves out what nobody has published, says so, and calls the rest an upper bound', () => {
    const { document, missing, said } = result('max-loan', { ...typed, multiple: '15' });
    expect(document).toMatchObject({
      max_loan: 750_000,
      complete: false,
      binding: ['balance'],
      limits: [
        { limit: 'balance', amount: 750_000, binding: true },
        { limit: 'capacity', amount: null, needs: ['income-share'] },
        { limit: 'cap', amount: null, needs: ['cap'] },
        { limit: 'price', amount: null, needs: ['down-payment'] },
      ],
    });
    expect(missing).toEqual(['income-share', 'cap', 'down-payment']);
    expect(said['zh-CN']).toContain('还款能力、最高额度、首付比例还不知道');
    expect(said['zh-CN']).toContain('这是上限');
  });

  it('takes the city’s figures once they are published, with their source', () => {
    const { document, basis, missing } = result('max-loan', { ...typed, age: '45' }, withLocal);
    expect(document).toMatchObject({ max_loan: 700_000, complete: true, binding: ['cap'], months: 240 });
    expect(document.term_binding).toEqual(['age']);
    expect(missing).toEqual([]);
    expect(basis.find(({ name }) => name === 'loan.jinan.max.one')).toMatchObject({
      overridden: false,
      source: { number: '某发〔2026〕1号' },
    });
    const two = result('max-loan', { ...typed, age: '45', borrowers: 'two' }, withLocal).document;
    expect(two).toMatchObject({ max_loan: 750_000, binding: ['balance'] });
  });

  it('an override goes before the published figure and is marked', () => {
    const { document, basis } = result('max-loan', { ...typed, cap: '50万' }, withLocal);
    expect(document).toMatchObject({ max_loan: 500_000 });
    expect(basis.find(({ name }) => name === 'loan.jinan.max.one')).toMatchObject({
      overridden: true,
      published: { 'zh-CN': '70万元' },
    });
  });

  it('says to citizens in words of theirs what it is, and which figure is not a published one', () => {
    const { said } = result('max-loan', { ...typed, multiple: '15' });
    expect(said['zh-CN']).toContain('最多贷75万元，这是账户余额的15倍');
    expect(said['zh-CN']).toContain('其中余额倍数15倍是按提供的数算的，不是公布的数。');
    expect(said.en).toContain('which is 15 times the account balance');
    expect(said.en).toContain('As given, not as published: multiple of the balance 15 times.');
    expect(said['zh-CN']).not.toContain('卡在');
    expect(result('withdraw', least.withdraw).said['zh-CN']).not.toContain('卡在');
    // As published, whoever typed it.
    expect(result('loan', { ...least.loan, rate: '2.6' }).said['zh-CN']).not.toContain('提供的数');
    expect(result('loan', { ...least.loan, rate: '3' }).said['zh-CN']).toContain('3%是按提供的数算的');
  });

  it('leaves out a limit without a published figure as long as another one is known, and else asks for it', () => {
    const half = { years: '30', balance: '5万' };
    expect(result('max-loan', { ...half, cap: '70万' }).said['zh-CN']).toContain(
      '余额倍数、还款能力、房价减首付还不知道，没有算进去',
    );
    const alone = outcome('max-loan', half);
    expect(alone).toMatchObject({ ok: false, problems: [{ field: 'multiple' }] });
    expect(!alone.ok && alone.problems[0]?.problem['zh-CN']).toContain('别的限制也都没有填全，一项都算不出');
  });

  it('refuses to say anything when nothing is known, or nothing is left of the term', () => {
    expect(refused('max-loan', { years: '30' })).toEqual(['balance', 'income', 'cap', 'price']);
    expect(refused('max-loan', { ...typed, cap: '50万', age: '66', 'until-age': '65' })).toEqual(['age']);
  });
});

describe('rate-change', () => {
  it('spreads what is left over the terms that are left (gjj-0158)', () => {
    const { document } = result('rate-change', { principal: '50万', years: '240期', rate: '3', 'new-rate': '2.75' });
    expect(document).toMatchObject({
      from: '2027-01-01',
      before: { rate: 3, monthly: 2772.99 },
      after: { rate: 2.75, monthly: 2710.83 },
      monthly_difference: -62.16,
    });
  });

  it('follows the published rates from payout on', () => {
    const { document, basis } = result('rate-change', {
      principal: '60万',
      years: '30',
      start: '2021-03-15',
      on: '2025-06-01',
    });
    expect(document).toMatchObject({
      from: '2026-01-01',
      before: { rate: 2.85 },
      after: { rate: 2.6 },
      terms_left: 303,
    });
    expect(basis.map(({ value }) => value.en)).toEqual(['3.25%', '3.1%', '2.85%', '2.6%']);
    expect((document.schedule as { term: number; date: string }[])[0]).toMatchObject({ term: 58, date: '2026-01-15' });
  });

  it.each(['2027-01-01', '2030-01-01'])(
    'refuses a loan that is paid out on the day of the change or later: %s',
    (start) => {
      expect(refused('rate-change', { principal: '60万', years: '30', start })).toEqual(['start']);
    },
  );

  it('takes one that is paid out just before it', () => {
    const { document } = result('rate-change', { principal: '60万', years: '30', start: '2026-12-31' });
    expect(document).toMatchObject({ balance: 600_000, terms_left: 360 });
  });

  it('says so when nothing changes, and that a loan of a year keeps its rate', () => {
    expect(result('rate-change', least['rate-change']).document).toMatchObject({
      changes: false,
      monthly_difference: 0,
    });
    const short = result('rate-change', { principal: '10万', years: '1', 'new-rate': '2' });
    expect(short.document).toMatchObject({ changes: false });
    expect(short.said['zh-CN']).toContain('原合同');
  });
});

describe('mixed', () => {
  it('is the two loans together', () => {
    const { document } = result('mixed', { ...least.mixed, 'commercial-years': '20' });
    const { fund, commercial, schedule } = document as {
      fund: { monthly: number };
      commercial: { monthly: number };
      schedule: { payment: number; fund: number; commercial: number }[];
    };
    expect(document.monthly).toBe(Math.round((fund.monthly + commercial.monthly) * 100) / 100);
    expect(schedule).toHaveLength(360);
    expect(schedule.at(-1)).toMatchObject({ commercial: 0 });
  });

  it.each(['loan', 'mixed'] as const)('minds, as %s, that the rate of the payout has changed since', (id) => {
    const minded = (start: string): boolean =>
      result(id, { ...least[id], start }).notes.some((note) => note['zh-CN'].includes('没有算放款后'));
    expect(['2023-11-20', '2026-02-01'].map(minded)).toEqual([true, false]);
  });
});

describe('deposit', () => {
  it('stays within the bounds that are known, and says which are not', () => {
    const open = result('deposit', least.deposit);
    expect(open.document).toMatchObject({ base: 8000, own: 960, employer: 960, monthly: 1920, ceiling: null });
    expect(open.missing).toEqual(['floor', 'ceiling']);
    expect(result('deposit', { base: '2000', ratio: '5' }, withLocal).document).toMatchObject({
      base: 2200,
      bound: 'floor',
    });
    expect(result('deposit', { base: '4万', ratio: '5' }, withLocal).document).toMatchObject({
      base: 30_000,
      own: 1500,
    });
    expect(result('deposit', { ...least.deposit, 'average-wage': '2500' }).document).toMatchObject({ ceiling: 7500 });
  });

  it('refuses a ratio above the highest, and minds one below the lowest', () => {
    expect(refused('deposit', { base: '8000', ratio: '13' })).toEqual(['ratio']);
    expect(refused('deposit', { base: '8000', ratio: '12', 'employer-ratio': '12.5' })).toEqual(['employer-ratio']);
    expect(refused('deposit', { ...least.deposit, floor: '3000', ceiling: '2000' })).toEqual(['floor']);
    expect(result('deposit', { base: '8000', ratio: '3' }).notes.some(({ en }) => en.includes('below 5%'))).toBe(true);
  });

  it('minds a low ratio first of all, and loudly', () => {
    const note = (typed: Typed): Words => result('deposit', { base: '8000', ...typed }).notes[0]!;
    expect(note({ ratio: '2.6' })['zh-CN']).toBe('注意：比例2.6%低于5%，须经批准降低缴存比例，请核对所填。');
    expect(note({ ratio: '12', 'employer-ratio': '2.6' }).en).toMatch(/^Mind: .*2\.6% is below 5%/);
    expect(note({ ratio: '0.12' })['zh-CN']).toContain('是12%吗');
    expect(note({ ratio: '5' })['zh-CN']).not.toContain('注意');
  });
});

describe('interest', () => {
  it('is that of the articles (gjj-0056)', () => {
    expect(result('interest', { opening: '1万' }).document).toMatchObject({ interest: 150, settled_on: '2027-06-30' });
    expect(result('interest', { opening: '0', monthly: '1000' }).document).toMatchObject({
      interest: 97.5,
      closing: 12_097.5,
    });
  });

  it('minds what was withdrawn', () => {
    const typed = { opening: '1万', withdrawn: '5000', 'withdrawn-on': '2027-01-01' };
    expect(result('interest', typed).document).toMatchObject({ interest: 112.5, closing: 5112.5 });
    expect(refused('interest', { opening: '1万', withdrawn: '5000' })).toEqual(['withdrawn-on']);
    expect(refused('interest', { ...typed, 'withdrawn-on': '2027-07-01' })).toEqual(['withdrawn-on']);
    expect(refused('interest', { ...typed, withdrawn: '2万' })).toEqual(['withdrawn']);
  });
});

describe('withdraw', () => {
  it.each([
    [{ reason: 'rent', balance: '2万', months: '12' }, 18_000, ['monthly-quota', 'yearly-quota']],
    [{ reason: 'rent-filed', balance: '9万', spent: '5万' }, 42_000, ['yearly-quota']],
    [{ reason: 'purchase', balance: '9万', spent: '30万' }, 90_000, ['balance']],
    [{ reason: 'leave', balance: '1万', months: '5' }, 0, ['sealed']],
    [{ reason: 'retire', balance: '1万' }, 10_000, ['balance']],
  ])('%j', (typed, amount, binding) => {
    expect(result('withdraw', typed).document).toMatchObject({ max_withdrawal: amount, binding });
  });

  it('asks for what it needs, and closes the account where that is the rule', () => {
    expect(refused('withdraw', { reason: 'purchase' })).toEqual(['balance', 'spent']);
    expect(result('withdraw', { reason: 'retire', balance: '1万' }).said['zh-CN']).toContain('注销');
    expect(result('withdraw', { reason: 'purchase', spent: '30万' }).document).toMatchObject({ complete: false });
  });

  it('names what is to be filled in, not a figure that is known', () => {
    const { said, missing, document } = result('withdraw', { reason: 'rent', balance: '2万' });
    expect(said['zh-CN']).toContain('月数还不知道，没有算进去，所以这是上限');
    expect(said['zh-CN']).not.toContain('每月定额');
    expect(said.en).toContain('Not known and so left out: months;');
    expect(missing).toEqual(['months']);
    expect(document).toMatchObject({ max_withdrawal: 18_000, complete: false });
  });

  it.each([
    [{ reason: 'rent', balance: '2万', months: '12', spent: '3万' }, '限额不看实际支出，'],
    [
      { reason: 'rent-filed', balance: '2万', spent: '3万', months: '12', 'monthly-quota': '1' },
      '不看月数、每月定额，',
    ],
    [{ reason: 'retire', balance: '2万', spent: '0' }, '不看实际支出，'],
  ])('%j: what was filled in and does not count is said', (typed, words) => {
    expect(result('withdraw', typed as Typed).notes.some((note) => note['zh-CN'].includes(words))).toBe(true);
  });

  it('has nothing to say of what counts', () => {
    for (const typed of [least.withdraw, { reason: 'purchase', balance: '9万', spent: '30万' }]) {
      expect(result('withdraw', typed).notes.some((note) => note['zh-CN'].includes('没有算进去'))).toBe(false);
    }
  });
});

describe('early-loss', () => {
  it('is the interest forgone, the loan limit by balance, and the months to make it good', () => {
    const typed = { ...least['early-loss'], monthly: '2000', multiple: '10', on: '2026-07-01' };
    expect(result('early-loss', typed).document).toMatchObject({
      interest_lost: 1511.25,
      loan_limit: { lost: 515_112.5 },
      months_to_restore: 25,
    });
    expect(result('early-loss', { ...typed, cap: '10万' }).said['zh-CN']).toContain('不受影响');
  });

  it('leaves the loan limit out where no multiple is known, and says so', () => {
    const { document, missing, notes } = result('early-loss', least['early-loss']);
    expect(document).toMatchObject({ loan_limit: null });
    expect(missing).toEqual(['multiple']);
    expect(notes.some((note) => note['zh-CN'].includes('没有公布的余额倍数'))).toBe(true);
  });

  it.each([
    [{ amount: '11万' }, 'amount'],
    [{ until: today }, 'until'],
  ])('refuses %j', (typed, field) =>
    expect(refused('early-loss', { ...least['early-loss'], ...typed })).toEqual([field]),
  );
});
