import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sumForms } from '../../src/kb/sums/sum-forms.ts';
import { errorOf } from './support/hub.ts';
import { loadedSources } from './support/loaded-sources.ts';
import { type Ended, run } from './support/program.ts';

const Term = z.object({
  term: z.number(),
  payment: z.number(),
  principal: z.number(),
  interest: z.number(),
  remaining: z.number(),
});
const Loan = z.object({
  monthly: z.number(),
  total_interest: z.number(),
  schedule: z.array(Term),
  said: z.string(),
  basis: z.array(
    z.object({ name: z.string(), overridden: z.boolean(), source: z.object({ name: z.string() }).optional() }),
  ),
});

const calc = (line: string, ...more: string[]): Promise<Ended> => run(['calc', ...line.split(' '), ...more]);

/** A sum's document, worked out without any hub. */
const json = async <S extends z.ZodType>(shape: S, line: string): Promise<z.output<S>> => {
  const ended = await calc(line, '--json');
  if (ended.code !== 0) throw new Error(`calc ${line} → ${ended.code}: ${ended.stderr}`);
  return shape.parse(JSON.parse(ended.stdout));
};

describe('calc loan, without any hub', () => {
  it('gives the instalment and the whole schedule to scripts', async () => {
    const loan = await json(Loan, 'loan --principal 600000 --years 20 --rate 2.6 --method equal-instalment');
    expect(loan.monthly).toBe(3208.73);
    expect(loan.schedule).toHaveLength(240);
    expect(loan.schedule[0]).toEqual({
      term: 1,
      payment: 3208.73,
      principal: 1908.73,
      interest: 1300,
      remaining: 598091.27,
    });
    const fen = (yuan: number): number => Math.round(yuan * 100);
    expect(loan.schedule.reduce((sum, { principal }) => sum + fen(principal), 0)).toBe(60_000_000);
    expect(loan.schedule.reduce((sum, { interest }) => sum + fen(interest), 0)).toBe(fen(loan.total_interest));
    expect(loan.schedule.at(-1)?.remaining).toBe(0);
    expect(loan.basis).toMatchObject([{ name: 'loan.rate.first.gt5', overridden: true }]);
  });

  it('takes the published rate and says where it is from', async () => {
    const { basis } = await json(Loan, 'loan --principal 60万 --years 5 --home second --on 2026-11-26');
    expect(basis).toMatchObject([{ name: 'loan.rate.second.le5', overridden: false }]);
    expect(basis[0]?.source?.name).toContain('中国人民银行');
  });

  it('gives people what to say, the years, and what it rests on; every term with --full', async () => {
    const [short, full, english] = await Promise.all([
      calc('loan --principal 60万 --years 20 --on 2026-11-26'),
      calc('loan --principal 60万 --years 20 --on 2026-11-26 --full'),
      calc('loan --principal 60万 --years 20 --on 2026-11-26 --lang en'),
    ]);
    expect(short.code).toBe(0);
    expect(short.stdout).toContain('每月还3,208.73元');
    expect(short.stdout).toMatch(/第 20 年合计\s+38,/);
    expect(short.stdout).toMatch(/2\.6%\s+2025-05-08 起\s+全国规定/);
    expect(short.stdout.split('\n').length).toBeLessThan(40);
    expect(full.stdout).toMatch(/^ *240 /m);
    expect(full.stdout.split('\n').length).toBeGreaterThan(240);
    expect(english.stdout).toContain('3,208.73 yuan a month');
  });
});

describe('calc prepay', () => {
  const Prepaid = z.object({
    balance: z.number(),
    balance_from: z.string(),
    said: z.string(),
    notes: z.array(z.string()),
  });
  const loan = 'prepay --principal 60万 --years 30 --on 2026-11-26';

  it('owes what the loan as it really ran has left, or what the account says', async () => {
    const [ran, told] = await Promise.all([
      json(Prepaid, `${loan} --start 2023-11-20`),
      json(Prepaid, `${loan} --paid 36 --owed 560405.38`),
    ]);
    expect(ran).toMatchObject({ balance: 560405.38, balance_from: 'published' });
    expect(told).toMatchObject({ balance: 560405.38, balance_from: 'owed' });
  });

  it('says when the past was reckoned at the rate now', async () => {
    const { said, notes } = await json(Prepaid, `${loan} --paid 36`);
    expect(said).toMatch(/以合同余额为准。$/);
    expect(notes[0]).toMatch(/^注意：/);
    const { stdout } = await calc(`${loan} --paid 36`);
    expect(stdout).toMatch(/^※ 注意：.*放款日.*\n※/m);
  });
});

describe('every sum', () => {
  const lines: Record<string, string> = {
    loan: 'loan --principal 60万 --years 20 --start 2026-01-31',
    prepay: 'prepay --principal 60万 --years 300期 --rate 3 --amount 20万',
    compare: 'compare --principal 60万 --years 10,20',
    'max-loan': 'max-loan --years 30 --balance 5万 --multiple 15 --age 40 --until-age 65',
    'rate-change': 'rate-change --principal 50万 --years 240期 --rate 3 --new-rate 2.75',
    mixed: 'mixed --fund 60万 --commercial 40万 --years 30 --commercial-rate 3.05',
    deposit: 'deposit --base 8000 --ratio 12',
    interest: 'interest --opening 1万 --monthly 1000',
    withdraw: 'withdraw --reason rent --balance 2万 --months 12',
    'early-loss': 'early-loss --balance 10万 --amount 5万 --until 2090-01-01',
  };

  it('is a command', () => expect(Object.keys(lines)).toEqual(sumForms.map(({ id }) => id)));

  it.each(Object.values(lines))('%s: one document for scripts, words for people', async (line) => {
    const [document, words] = await Promise.all([calc(line, '--json'), calc(line, '--lang', 'en')]);
    expect({ code: document.code, stderr: document.stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(document.stdout)).toMatchObject({ said: expect.any(String), basis: expect.any(Array) });
    expect({ code: words.code, stderr: words.stderr }).toEqual({ code: 0, stderr: '' });
    expect(words.stdout).not.toMatch(/undefined|NaN/);
  });

  it('says what is not known and how to give it', async () => {
    const { stdout } = await calc('max-loan --years 30 --balance 5万 --multiple 15');
    expect(stdout).toMatch(/最高额度\s+不知道/);
    expect(stdout).toContain('--cap');
    expect(stdout).toContain('自行填写');
    expect(stdout).toContain('这是上限');
  });

  it('marks a figure that is not confirmed', async () => {
    const { stdout } = await calc('withdraw --reason rent --balance 2万 --months 12 --on 2026-11-26');
    expect(stdout).toContain('当地，未核实');
    expect(stdout).toContain('答复前须核对');
  });
});

describe('what does not fit', () => {
  it.each<[string, number, RegExp]>([
    ['loan', 2, /--principal/],
    ['loan --principal 60万', 2, /--years/],
    ['loan --principal 60万 --years 20 --bogus', 2, /--bogus/],
    ['lon --principal 60万', 2, /lon.*loan/],
    ['loan --principal 1.234 --years 20', 7, /principal.*最多到分/],
    ['loan --principal 60万 --years 31 --rate x', 7, /years.*30年.*rate/],
    ['loan --principal 60万 --years 20 --method level', 7, /method.*equal-instalment/],
    ['loan --principal 60万 --years 20 --start 2026-02-31', 7, /start/],
    ['loan --principal 60万 --years 20 --on 2010-01-01', 7, /rate.*2010-01-01/],
    ['prepay --principal 60万 --years 20 --amount 70万', 7, /amount.*剩余本金/],
    ['prepay --principal 60万 --years 30 --owed 50万', 7, /paid.*放款日/],
    ['prepay --principal 60万 --years 30 --start 2090-01-01', 7, /start.*不能晚于/],
    ['rate-change --principal 60万 --years 30 --start 2030-01-01 --on 2026-11-26', 7, /start.*2027-01-01/],
    ['max-loan --years 30', 7, /balance.*income.*cap.*price/],
    ['loan --principal 60万 --years 20 --rate 0.026', 7, /rate.*0\.026% 太小；是 2\.6% 吗/],
    ['deposit --base 8000 --ratio 13', 7, /ratio.*12%/],
    ['withdraw --reason holiday', 7, /reason/],
  ])('%s ends with %i', async (line, code, names) => {
    const ended = await calc(line);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(names);
  });

  it('names the fields to scripts', async () => {
    const ended = await calc('loan --principal 1.234 --years 40', '--json', '--lang', 'en');
    const { code, details } = errorOf(ended);
    expect(code).toBe('invalid_input');
    expect(details).toMatchObject({
      problems: [{ field: 'principal' }, { field: 'years', problem: 'at most 30 years' }],
    });
  });
});

it('help shows a sum’s fields and loads none of its work', async () => {
  const { ended, sources, builtins } = await loadedSources(['calc', 'prepay', '--help']);
  expect(ended.stdout).toContain('--contract-years <years>');
  expect(ended.stdout).toContain('shorten | lower');
  expect(
    sources.filter((source) => /kb\/sums\/runs|domain\/fund\/sums|node_modules\/(zod|yaml)\//.test(source)),
  ).toEqual([]);
  expect(builtins.filter((name) => /sqlite/.test(name))).toEqual([]);
});
