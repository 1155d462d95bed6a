import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocked, mostFailures, noCheck, withFailure, withVerified } from '../../src/domain/account/identity-check.ts';
import { isClerk, isPerson, type SaidItems } from '../../src/domain/account/identity-items.ts';
import { unusual } from '../../src/domain/account/query-alert.ts';
import { citizenCheckCharacter, foldCitizenNumber, isCitizenNumber } from '../../src/domain/fund/citizen-number.ts';
import { creditCheckCharacter, isCreditCode } from '../../src/domain/fund/credit-code.ts';
import type { EmployerIdentity, PersonIdentity } from '../../src/domain/fund/records.ts';
import {
  maskAccount,
  maskAddress,
  maskCitizenNumbers,
  maskIdNumber,
  maskName,
  maskNumbers,
} from '../../src/domain/text/mask.ts';

describe('a citizen number', () => {
  it.each([
    // GB 11643-1999, examples of the standard's annex as they are cited everywhere.
    ['11010519491231002X', true],
    ['440524188001010014', true],
    ['110105194912310021', false],
    ['11010519491331002X', false],
    ['11010519490231002X', false],
    ['1101051949123100', false],
    ['01010519491231002X', false],
  ])('%s is one: %s', (number, valid) => {
    expect(isCitizenNumber(number)).toBe(valid);
  });

  it('with one digit changed, or two neighbours swapped, is none', () => {
    const number = '11010519491231002X';
    for (let at = 0; at < 17; at++) {
      for (const digit of '0123456789') {
        const changed = number.slice(0, at) + digit + number.slice(at + 1);
        if (changed !== number) expect(citizenCheckCharacter(changed) === changed[17], changed).toBe(false);
      }
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
      if (at < 16 && swapped !== number) expect(citizenCheckCharacter(swapped) === swapped[17], swapped).toBe(false);
    }
  });

  it('is compared as people type it', () => {
    expect(foldCitizenNumber(' 110105 19491231 002ｘ')).toBe('11010519491231002X');
  });
});

describe('a unified social credit code', () => {
  it.each([
    // GB 32100-2015: the standard's own example, with its check swapped, with a letter that is not in the alphabet.
    ['91350100M000100Y43', true],
    ['91350100M000100Y34', false],
    ['91350100M00010OY43', false],
  ])('%s is one: %s', (code, valid) => {
    expect(isCreditCode(code)).toBe(valid);
  });

  it('always has one check character that fits', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 }), (body) => {
        const fits = alphabet.filter((character) => isCreditCode(body + character));
        expect(fits).toEqual([creditCheckCharacter(body)]);
      }),
    );
  });
});

const person: PersonIdentity = {
  account: '990000000101',
  name: '阿依古丽·买买提',
  idType: '01',
  idNumber: '11010519491231002X',
  phone: '15400001001',
  bankAccount: '6299990000001012',
  employer: { account: '880000000303', name: '山海测试（济南）有限公司' },
  loanContracts: ['HT2022-000001'],
};
const clerk: EmployerIdentity = {
  account: '880000000303',
  name: '山海测试有限公司',
  clerk: { name: '孙晓梅', idNumber: '11010519491231002X', phone: '15400001003' },
};

describe('a person', () => {
  const said = (items: SaidItems, change: { name?: string; idNumber?: string } = {}) =>
    isPerson({ name: person.name, idNumber: person.idNumber, items, ...change }, person);

  it.each<[SaidItems, boolean]>([
    [{ phone: '154 0000 1001' }, true],
    [{ phone: '１５４００００１００１' }, true],
    [{ phone: '15400001002' }, false],
    [{ account: '990000000101' }, true],
    [{ 'bank-card': '1012' }, true],
    [{ 'bank-card': '012' }, false],
    [{ 'bank-card': '6299 9900 0000 1012' }, true],
    [{ 'bank-card': '1013' }, false],
    [{ employer: '山海测试(济南)有限公司' }, true],
    [{ employer: '山海测试' }, false],
    [{ 'loan-contract': '000001' }, true],
    [{ 'loan-contract': '00001' }, false],
    // One that fits does not make up for one that does not.
    [{ phone: '15400001001', 'bank-card': '9999' }, false],
    [{ phone: '15400001001', 'bank-card': '1012' }, true],
    [{ 'id-number': person.idNumber }, false],
    [{}, false],
  ])('who says %j is the one on record: %s', (items, fits) => {
    expect(said(items)).toBe(fits);
  });

  it('is told by name and number besides', () => {
    const items = { phone: '15400001001' };
    expect(said(items, { name: '阿依古丽•买买提 ' })).toBe(true);
    expect(said(items, { name: '阿依古丽' })).toBe(false);
    expect(said(items, { idNumber: '11010519491231002x' })).toBe(true);
    expect(said(items, { idNumber: '440524188001010014' })).toBe(false);
    expect(isPerson({ name: person.name, idNumber: person.idNumber, items }, undefined)).toBe(false);
  });

  it('with nothing on record for an item cannot be told by it', () => {
    const bare = { ...person, phone: null, bankAccount: null, employer: null, loanContracts: [] };
    for (const item of ['phone', 'bank-card', 'employer', 'loan-contract'] as const) {
      for (const value of ['', 'null', '0000', '000000']) {
        expect(isPerson({ name: person.name, idNumber: person.idNumber, items: { [item]: value } }, bare)).toBe(false);
      }
    }
  });
});

it("an employer's clerk is told by account, name and an item", () => {
  const said = { employerAccount: clerk.account, name: '孙晓梅', items: { phone: '15400001003' } };
  expect(isClerk(said, clerk)).toBe(true);
  expect(isClerk({ ...said, items: { 'id-number': '11010519491231002x' } }, clerk)).toBe(true);
  expect(isClerk({ ...said, employerAccount: '880000000304' }, clerk)).toBe(false);
  expect(isClerk({ ...said, name: '孙晓' }, clerk)).toBe(false);
  expect(isClerk({ ...said, items: {} }, clerk)).toBe(false);
  expect(isClerk({ ...said, items: { account: '1' } }, clerk)).toBe(false);
});

it('a check is locked by its third failure, and a person verified again stands once', () => {
  let check = noCheck('c');
  for (let time = 1; time <= mostFailures; time++) {
    check = withFailure(check);
    expect(isLocked(check)).toBe(time >= mostFailures);
  }
  const verified = {
    id: '1',
    expert: 'e',
    subject: 'person',
    account: 'a',
    shownName: '刘**',
    authorisation: null,
    at: 1,
    takenAt: 1,
  } as const;
  const twice = withVerified(withVerified(noCheck('c'), verified), { ...verified, id: '2' });
  expect(twice.verified.map(({ id }) => id)).toEqual(['2']);
  expect(withVerified(twice, { ...verified, id: '3', account: 'b' }).verified).toHaveLength(2);
});

it('what is unusual is told at its limit, and again when it has doubled', () => {
  const limits = { queries: 5, persons: 3, personsADay: 9, refused: 2 };
  const of = (counts: Partial<typeof limits>, told: Record<string, number> = {}) =>
    unusual({ queries: 0, persons: 0, personsADay: 0, refused: 0, ...counts }, limits, new Map(Object.entries(told)));
  expect(of({ queries: 4, persons: 2, refused: 1, personsADay: 8 })).toEqual([]);
  expect(of({ queries: 5 })).toEqual([{ what: 'queries', count: 5 }]);
  // One that was told keeps no other from being told.
  expect(of({ queries: 9, refused: 3, persons: 3 }, { refused: 1, queries: 1 })).toEqual([
    { what: 'persons', count: 3 },
  ]);
  expect(of({ queries: 10 }, { queries: 1 })).toEqual([{ what: 'queries', count: 10 }]);
  expect(of({ queries: 19 }, { queries: 2 })).toEqual([]);
});

describe('masking', () => {
  it('leaves what tells one from another, and never more than it says', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X');
    expect(maskAccount('990000000101')).toBe('********0101');
    expect(maskAccount('1234')).toBe('****');
    expect(maskName('刘晓明')).toBe('刘**');
    expect(maskAddress('济南市历下区测试路2号')).toBe('济南市历下区****');
    expect(maskAddress('某地2号')).toBe('某地****');
    expect(maskAddress('济南市经十路100号阳光小区3号楼2单元301')).toBe('济南市****');
    expect(maskAddress('山东省济南市商河县玉皇庙镇1号')).toBe('山东省济南市商河县****');
    expect(maskAddress('沙箱市高新区舜华路1号')).toBe('沙箱市高新区****');
  });

  it('hides at least half of any number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 1, maxLength: 30 }), (number) => {
        for (const shown of [maskIdNumber(number), maskAccount(number)]) {
          expect(shown).toHaveLength(number.length);
          expect([...shown].filter((character) => character !== '*').length).toBeLessThanOrEqual(
            Math.min(8, Math.max(0, number.length - 2)),
          );
        }
      }),
    );
  });

  it('leaves no long number but dates', () => {
    expect(maskNumbers('核对手机 15420162612 卡号 9000 2941-0000 0108 证件 379900 19950803 1329')).toBe(
      '核对手机 *********** 卡号 **** ****-**** **** 证件 3799**********1329',
    );
    expect(maskNumbers('电话１５４２０１６２６１２，2026-11-26 退回，不超过 1200000 元')).toBe(
      '电话***********，2026-11-26 退回，不超过 1200000 元',
    );
  });

  it('finds citizen numbers in what people write, and nothing else', () => {
    expect(maskCitizenNumbers('身份证11010519491231002X，手机15400001001')).toBe(
      '身份证1101**********002X，手机15400001001',
    );
    expect(maskCitizenNumbers('工单 JN20261123-000123 金额 1234567890123456789')).toBe(
      '工单 JN20261123-000123 金额 1234567890123456789',
    );
  });
});
