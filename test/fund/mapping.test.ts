import { describe, expect, it } from 'vitest';
import { readMapping } from '../../src/fund-wire/mapping.ts';
import { operationNames } from '../../src/fund-wire/operations.ts';
import { mappingText } from './support/mappings.ts';

const standard = mappingText('jgj-t-320');
const example = mappingText('example-centre');

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** Changes a mapping that is right in one place. The first fault is told, and stands on the changed line or on another named one. */
const faultOf = (text: string, from: string, to: string) => {
  expect(text.split(from).length, `${from} is there once`).toBe(2);
  const { mapping, faults } = readMapping(text.replace(from, () => to));
  expect(mapping).toBeUndefined();
  const [{ line, details } = { line: 0, details: {} as Record<string, string> }] = faults;
  return { line: line - lineOf(text, from), field: details.field, reason: details.reason, count: faults.length };
};

describe('the mappings that ship', () => {
  it.each([
    ['jgj-t-320', standard],
    ['example-centre', example],
  ])('%s is right, and names every operation', (_, text) => {
    const { mapping, faults } = readMapping(text);
    expect(faults).toEqual([]);
    expect(Object.keys(mapping!.operations)).toEqual(operationNames);
  });
});

describe('a mapping that is not right is refused, with its line and what is expected', () => {
  const missing = 'a name on the wire such as GRZHYE, {field: name, …}, or {constant: value} is missing';
  const never = 'this field must come from the fund; it cannot be a constant';

  it.each([
    [
      'a field left out',
      '      balance: GRZHYE\n      carriedOver',
      '      carriedOver',
      'operations.employee.fields.balance',
      missing,
      -15,
    ],
    ['a field that we have not', 'base: GRJCJS', 'bse: GRJCJS', 'operations.employee.fields.base', missing, -10],
    [
      'a part of a nested record left out',
      '{name: JBRXM, phone: JBRSJHM}',
      '{name: JBRXM}',
      'operations.employer.fields.clerk.phone',
      missing,
      0,
    ],
    ['a constant for money', 'base: GRJCJS', 'base: {constant: 100}', 'operations.employee.fields.base', never, 0],
    [
      'a constant for a day',
      'openedOn: KHRQ',
      "openedOn: {constant: '2026-01-01'}",
      'operations.employee.fields.openedOn',
      never,
      0,
    ],
    [
      'a constant other than null for a day',
      'closedOn: XHRQ',
      "closedOn: {constant: '2026-01-01'}",
      'operations.employee.fields.closedOn',
      'a constant must be null here',
      0,
    ],
    [
      'a code that we have not',
      'state: GRZHZT',
      "state: {constant: '42'}",
      'operations.employee.fields.state',
      'this constant does not fit the field',
      0,
    ],
    [
      'null where there must be one',
      'state: GRZHZT',
      'state: {constant: null}',
      'operations.employee.fields.state',
      'this constant does not fit the field',
      0,
    ],
    [
      'both a field and a constant',
      'way: TQFS',
      'way: {field: TQFS, constant: null}',
      'operations.contributions.fields.way',
      'either field or constant',
      0,
    ],
    ['neither', 'way: TQFS', 'way: {}', 'operations.contributions.fields.way', 'either field or constant', 0],
    [
      'a form of another kind',
      'openedOn: KHRQ',
      'openedOn: {field: KHRQ, form: fen}',
      'operations.employee.fields.openedOn.form',
      /expected one of "YYYYMMDD"/,
      0,
    ],
    [
      'an entry that a field has not',
      'openedOn: KHRQ',
      'openedOn: {field: KHRQ, formm: YYYYMMDD}',
      'operations.employee.fields.openedOn.formm',
      'there is no such entry; known: field, constant, form',
      0,
    ],
    [
      'a name that is none',
      'openedOn: KHRQ',
      'openedOn: KH RQ',
      'operations.employee.fields.openedOn.field',
      'a name on the wire, or names joined by points, such as data.rows',
      0,
    ],
    [
      'a name used twice',
      'thisYear: GRZHDNGJYE',
      'thisYear: GRZHYE',
      'operations.employee.fields.thisYear',
      'this name on the wire is already used for another field',
      0,
    ],
    [
      'a name within another',
      'thisYear: GRZHDNGJYE',
      'thisYear: GRZHYE.DN',
      'operations.employee.fields.thisYear',
      'this name on the wire is already used for another field',
      0,
    ],
    [
      'a list that says not how one of it is read',
      'made:\n        list: HKMX ',
      'made:\n        lst: HKMX ',
      'operations.repayments.fields.made.lst',
      'there is no such entry; known: list, constant, each',
      1,
    ],
    [
      'a constant list that is not empty',
      'missing: QSCL                          #',
      'missing: {constant: [x]} #',
      'operations.loan-progress.fields.missing',
      'a constant must be [] here',
      0,
    ],
    [
      'an empty list where there must be one',
      'steps: {list: BLJD, each: {step: SQZT, since: KSRQ}}',
      'steps: {constant: []}',
      'operations.loan-progress.fields.steps',
      'a constant must be [] here',
      0,
    ],
    [
      'a question without its value',
      'ask: {idNumber: ZJHM}',
      'ask: {}',
      'operations.identity.ask.idNumber',
      /is missing$/,
      0,
    ],
    [
      'a value that goes nowhere',
      'ask: {idNumber: ZJHM}',
      'ask: {idNumber: {cookie: ZJHM}}',
      'operations.identity.ask.idNumber.cookie',
      'there is no such entry; known: body, query, path, header',
      0,
    ],
    [
      'a path that is none',
      'path: /fund/v1/identity',
      'path: fund/v1',
      'operations.identity.path',
      'a path such as /query/account',
      0,
    ],
    [
      'a path to another host',
      'path: /fund/v1/identity',
      'path: //elsewhere/v1',
      'operations.identity.path',
      'a path such as /query/account',
      0,
    ],
    [
      'a place in the path that nothing fills',
      'path: /fund/v1/identity',
      'path: /fund/{id}',
      'operations.identity.path',
      'values asked in the path and {names} of the path must be the same',
      0,
    ],
    [
      'two operations that ask alike',
      'path: /fund/v1/employer\n',
      'path: /fund/v1/employee\n',
      'operations.employer.path',
      'another operation has the same method, path and constants',
      0,
    ],
    [
      'no echo',
      'echo: {entry: ZH}\n    ',
      '',
      'operations.online-applications.echo',
      'where the answer repeats the account asked for: {entry: name}, {answer: name}, or none',
      -3,
    ],
    [
      'an unknown operation',
      '  identity:\n',
      '  identities:\n',
      'operations.identity',
      'this operation is missing: {path, ask, fields}',
      -1,
    ],
    ['a form that there is not', 'money: yuan ', 'money: jiao ', 'forms.money', /expected one of "yuan"\|"fen"/, 0],
    ['another version', 'version: 1', 'version: 2', 'version', /expected 1/, 0],
    [
      'one code for two outcomes',
      "none: ['1']",
      "none: ['0']",
      'outcome.codes',
      'this code stands for two outcomes',
      0,
    ],
    ['no word for "not found"', "none: ['1'], ", '', 'outcome', /^it is not said how "not found" looks/, -2],
    [
      'codes that stand nowhere',
      'field: code\n  ',
      '',
      'outcome.codes',
      'codes need outcome.field, and outcome.field needs codes',
      0,
    ],
  ] as const)('%s', (_, from, to, field, reason, line) => {
    expect(faultOf(standard, from, to)).toMatchObject({
      field,
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
      line,
    });
  });

  it.each([
    ['a code of ours that there is not', "HZ: '03'", "HZ: '33'", 'codes.idType.HZ', /expected one of .*"01"/, 0],
    [
      'a table that there is not',
      'idType: {SFZ',
      'idTypes: {SFZ',
      'codes.idTypes',
      /^there is no such entry; known: employerState/,
      0,
    ],
    [
      'one code for two states of a union',
      'Z6: negotiating',
      'W1: negotiating',
      'operations.online-applications.fields.state',
      'this code of theirs means two of ours',
      expect.any(Number),
    ],
    [
      'a value in the body of a GET',
      'from: begin',
      'from: {body: begin}',
      'operations.contributions.ask.from',
      'a GET has no body',
      0,
    ],
    [
      'a field that the path has not',
      '{path: acct}',
      '{path: account}',
      'operations.contributions.path',
      /in the path/,
      -3,
    ],
    [
      'a list without a place beside the outcome',
      'at: body.result\n',
      '',
      'operations.loan-progress',
      'beside outcome.field a list must have a place of its own: at',
      expect.any(Number),
    ],
  ] as const)('%s', (_, from, to, field, reason, line) => {
    expect(faultOf(example, from, to)).toMatchObject({
      field,
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
      line,
    });
  });

  it('all faults at once', () => {
    const text = standard
      .replace('base: GRJCJS', 'base: 5')
      .replace('payday: DWFXR', 'pay-day: DWFXR')
      .replace("yes: '1'", 'yes: 1');
    const { faults } = readMapping(text);
    expect(faults.map(({ details }) => details.field)).toEqual([
      'forms.flag',
      'operations.employee.fields.base',
      'operations.employer.fields.payday',
      'operations.employer.fields.pay-day',
    ]);
  });

  it.each([
    ['no YAML', 'a: [', 'yaml'],
    ['the same field twice', standard.replace('base: GRJCJS', 'base: GRJCJS\n      base: GRZHYE'), 'yaml'],
    ['nothing', '', 'field'],
    ['a list', '- 1', 'field'],
    ['an alias', 'version: &a 1\nname: *a', 'yaml'],
    ['a book', 'x'.repeat(600_000), 'yaml'],
  ])('%s', (_, text, code) => {
    const { mapping, faults } = readMapping(text);
    expect(mapping).toBeUndefined();
    expect(faults[0]).toMatchObject({ code, line: expect.any(Number) });
  });

  it('codes are what is written, quoted or not', () => {
    const text = standard.replace('outcome:', "codes:\n  risk: {01: '01', 1: '02', 0x3: '03'}\noutcome:");
    const { mapping } = readMapping(text);
    const risk = mapping!.operations.loans.record.fields.find(([name]) => name === 'risk')![1];
    if (risk.is !== 'value') throw new Error('a code is a value');
    expect(['01', '1', '0x3', '3'].map((code) => risk.codec.read(code))).toEqual(['01', '02', '03', undefined]);
  });

  it('says it in Chinese too', () => {
    const { faults } = readMapping(standard.replace('base: GRJCJS', 'bse: GRJCJS'));
    expect(faults.map(({ details }) => details.reasonInChinese)).toEqual([
      '缺少：报文中的名称（如 GRZHYE）、{field: 名称, …} 或 {constant: 值}',
      expect.stringMatching(/^没有这一项；可写：account, name/),
    ]);
  });
});
