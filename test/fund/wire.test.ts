import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/fund-wire/answer.ts';
import type { WireOperation } from '../../src/fund-wire/mapping.ts';
import { type Answer, operationNames, operations, type Question } from '../../src/fund-wire/operations.ts';
import type { Plan } from '../../src/fund-wire/plan.ts';
import { readQuestion, writeQuestion } from '../../src/fund-wire/question.ts';
import { WireFault } from '../../src/fund-wire/wire-fault.ts';
import { parseWireJson } from '../../src/fund-wire/wire-json.ts';
import { writeAnswer, writeOutcome } from '../../src/fund-wire/write-answer.ts';
import { arbitraryOf } from './support/arbitrary-record.ts';
import { shippedMapping } from './support/mappings.ts';

const mappings = { standard: shippedMapping('jgj-t-320'), example: shippedMapping('example-centre') };

const overTheWire = (body: unknown): unknown => parseWireJson(JSON.stringify(body));

/** A record as this mapping can say it: what is constant there is so for everybody. */
const asMapped = (plan: Plan, value: unknown): unknown => {
  if (plan.is === 'constant') return plan.value;
  if (value === null || plan.is === 'value') return value;
  if (plan.is === 'list') return (value as unknown[]).map((one) => asMapped(plan.each, one));
  const record = value as Record<string, unknown>;
  return Object.fromEntries(plan.fields.map(([name, inner]) => [name, asMapped(inner, record[name])]));
};

const arbitraryQuestion = fc.record({
  idNumber: fc.stringMatching(/^[0-9]{17}[0-9X]$/),
  account: fc.stringMatching(/^[0-9A-Za-z-]{4,30}$/),
  from: fc.constantFrom('2024-01', '2025-12'),
  to: fc.constantFrom('2026-01', '2026-12'),
  page: fc.integer({ min: 1, max: 9999 }),
  size: fc.integer({ min: 1, max: 500 }),
});

const answerOf = (operation: WireOperation, page: number): fc.Arbitrary<unknown> => {
  const record = arbitraryOf(operations[operation.name].record).map((one) => asMapped(operation.record, one));
  const { form } = operations[operation.name];
  if (form === 'one') return fc.option(record, { nil: undefined });
  const entries = fc.array(record, { maxLength: 4 });
  if (form === 'list') return entries;
  return fc.record({ entries, total: fc.nat(100_000), page: fc.constant(page), pages: fc.constant(0) });
};

describe.each(Object.entries(mappings))('the wire of the %s mapping', (_, mapping) => {
  it.each(operationNames)('%s: what was written is read as it was', (name) => {
    fc.assert(
      fc.property(
        arbitraryQuestion.chain((asked) =>
          answerOf(mapping.operations[name], asked.page).map((answer) => [asked, answer] as const),
        ),
        ([asked, given]) => {
          const question = Object.fromEntries(operations[name].asks.map((value) => [value, asked[value]]));
          const sent = writeQuestion(mapping, name, question as Question);
          const received = readQuestion(mapping, { ...sent, body: sent.body ?? '' });
          expect(received).toEqual({ name, question });

          // A centre that does not say how many pages there are has them counted.
          const { page } = mapping.operations[name];
          const pages = page && !page.pages ? Math.ceil((given as { total: number }).total / asked.size) : 0;
          const answer = page ? { ...(given as object), pages } : given;
          const { status, body } = writeAnswer(mapping, name, question as Question, answer as Answer);
          const read = readAnswer(mapping, name, question as Question, { status, body: overTheWire(body) });
          expect(read).toStrictEqual({ outcome: 'answered', answer });
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(['none', 'denied', 'busy', 'failing'] as const)('%s is told apart', (outcome) => {
    for (const name of operationNames) {
      const question = { account: '37010001', idNumber: '37010001', page: 3, size: 10 } as never as Question;
      const { status, body } = writeOutcome(mapping, name, outcome);
      const nothing = { one: undefined, list: [], page: { entries: [], total: 0, page: 3, pages: 0 } };
      expect(readAnswer(mapping, name, question, { status, body: overTheWire(body) })).toStrictEqual(
        outcome === 'none' ? { outcome: 'answered', answer: nothing[operations[name].form] } : { outcome },
      );
    }
  });
});

it('a question of the standard mapping has no account and no citizen number in its address', () => {
  const idNumber = '370102199003071234';
  for (const name of operationNames) {
    const question = { idNumber, account: idNumber, from: '2026-01', to: '2026-02', page: 1, size: 100 };
    const { method, path, headers, body } = writeQuestion(mappings.standard, name, question as Question);
    expect({ method, path, headers }).toEqual({ method: 'POST', path: `/fund/v1/${name}`, headers: {} });
    expect(body).toContain(idNumber);
  }
});

describe('an answer that is not as agreed is refused whole', () => {
  const { standard } = mappings;
  const question = { account: '370100000001' };
  const employee = {
    GRZH: '370100000001',
    XINGMING: '刘洋',
    ZJLX: '01',
    ZJHM: '370102199003071234',
    SJHM: null,
    DWZH: '3701000001',
    DWMC: '某公司',
    GRZHZT: '01',
    KHRQ: '20150701',
    XHRQ: null,
    GRJCJS: '8000.00',
    DWJCBL: '0.1200',
    GRJCBL: '0.1200',
    DWYJCE: '960.00',
    GRYJCE: '960.00',
    GRZHYE: '123456.78',
    GRZHSNJZYE: '100000.00',
    GRZHDNGJYE: '23456.78',
    JZNY: '202610',
    GRCKZHHM: null,
    GRCKZHKHYHMC: null,
  };
  const read = (change: object | null, status = 200, code: unknown = '0') => {
    const data = change && { ...employee, ...change };
    return readAnswer(standard, 'employee', question, { status, body: overTheWire({ code, data }) });
  };

  it('as agreed, it is read', () => {
    expect(read({})).toMatchObject({
      answer: { name: '刘洋', base: 800_000, employerRatio: 1200, openedOn: '2015-07-01', paidUpTo: '2026-10' },
    });
  });

  it.each([
    ['a missing field', { GRZHYE: undefined }, 'employee.balance (GRZHYE): missing'],
    ['a missing field that may be none', { SJHM: undefined }, 'employee.phone (SJHM): missing'],
    ['none, where there must be one', { GRZHYE: null }, 'employee.balance (GRZHYE): nothing'],
    ['a number instead of text', { GRZHYE: 123456.78 }, 'employee.balance (GRZHYE): form'],
    ['three decimals', { GRZHYE: '123456.789' }, 'employee.balance (GRZHYE): form'],
    ['an unknown code', { GRZHZT: '77' }, 'employee.state (GRZHZT): form'],
    ['a code that objects have by birth', { GRZHZT: 'constructor' }, 'employee.state (GRZHZT): form'],
    ['no such day', { KHRQ: '20150631' }, 'employee.openedOn (KHRQ): form'],
    ['half an employer', { DWMC: null }, 'employee.employer.name (DWMC): nothing'],
    ['more than a ratio can be', { DWJCBL: '1.2000' }, 'employee.employerRatio: bounds'],
    ['a mobile number that is none', { SJHM: '12345' }, 'employee.phone: bounds'],
    ['a list', { XINGMING: ['刘洋'] }, 'employee.name (XINGMING): form'],
  ])('%s', (_, change, message) => {
    expect(() => read(change)).toThrow(message);
  });

  it.each([
    ['no result', () => read(null)],
    ['an unknown outcome', () => read({}, 200, '7')],
    ['no outcome', () => read({}, 200, null)],
    ['an outcome of another name', () => read({}, 200, 'constructor')],
    ['found, by a status that denies it', () => read({}, 404)],
    ['not found, by a bare status', () => readAnswer(standard, 'employee', question, { status: 404, body: {} })],
    ['a redirect', () => read({}, 302)],
    ['an array', () => readAnswer(standard, 'employee', question, { status: 200, body: [] })],
    ['nothing', () => readAnswer(standard, 'employee', question, { status: 200, body: null })],
    [
      'two people',
      () =>
        readAnswer(standard, 'employee', question, { status: 200, body: { code: '0', data: [employee, employee] } }),
    ],
  ])('%s', (_, work) => expect(work).toThrow(WireFault));

  it.each([
    [401, 'denied'],
    [403, 'denied'],
    [429, 'busy'],
    [500, 'failing'],
    [503, 'failing'],
  ])('the status %i is %s whatever stands in it', (status, outcome) => {
    expect(read({}, status)).toEqual({ outcome });
  });

  it('an entry of another account', () => {
    const entry = {
      GRZH: '370100000002',
      YWLSH: '10001',
      JZRQ: '20260105',
      GJHTQYWLX: '01',
      HBJNY: '202601',
      FSE: '1.00',
      DWFSE: '0.50',
      GRFSE: '0.50',
      TQYY: null,
      TQFS: null,
      CZBZ: '0',
      GRZHYE: '1.00',
    };
    const body = { code: '0', data: { MX: [entry], ZTS: 1, YM: 1, ZYS: 1 } };
    const asked = { ...question, from: '2026-01', to: '2026-01', page: 1, size: 10 };
    const message = 'contributions.0.account (GRZH): other';
    expect(() => readAnswer(standard, 'contributions', asked, { status: 200, body: overTheWire(body) })).toThrow(
      message,
    );
  });

  it('says nothing of what came', () => {
    const secret = '370102199003071234';
    for (const field of Object.keys(employee)) {
      const error = (() => {
        try {
          return read({ [field]: { [secret]: secret } });
        } catch (fault) {
          return fault;
        }
      })();
      expect(error).toBeInstanceOf(WireFault);
      expect(JSON.stringify(error) + (error as Error).stack).not.toContain(secret);
    }
  });
});

it('a centre that leaves out what is empty has empty pages and lists', () => {
  const { example } = mappings;
  const asked = { account: '370100000001', from: '2026-01', to: '2026-02', page: 1, size: 10 };
  const body = { head: { retCode: '000000' }, body: { acctNo: asked.account, result: { count: 0 } } };
  expect(readAnswer(example, 'contributions', asked, { status: 200, body: overTheWire(body) })).toEqual({
    outcome: 'answered',
    answer: { entries: [], total: 0, page: 1, pages: 0 },
  });
});
