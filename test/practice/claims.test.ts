import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/practice/claims/canonical.ts';
import { Claim } from '../../src/practice/claims/claim.ts';
import { ClaimForm } from '../../src/practice/claims/claim-form.ts';
import { readTurn } from '../../src/practice/claims/turn.ts';
import { library } from './school.ts';

const { vocabulary } = library.rules;
const heard = (form: unknown, said: string) => new Claim(ClaimForm.parse(form), vocabulary).heardIn(readTurn(said));

it.each([
  ['百分之十二', '12%'],
  ['次年一月一号起', '次年1月1日起'],
  ['元旦那天', '1月1日'],
  ['二零二六年七月一日', '2026年7月1日'],
  ['二十年、十二万五', '20年、125000'],
  ['一万二千块钱', '12000元'],
  ['等三个月或半年', '等3个月或6个月'],
  ['3,000元，1.5倍', '3000元，1.5倍'],
  ['万一，一般，千万别信，十分抱歉', '万一，一般，千万别信，十分抱歉'],
  ['ＵＫ 登錄', 'uk登录'],
])('%s is compared as %s', (said, as) => {
  expect(canonical(said)).toBe(as);
});

describe('a wording', () => {
  it.each([
    ['不用申请', '这个您不用再去申请了。', 'said'],
    ['不用申请', '无需您本人再跑一趟去办申请。', 'said'],
    ['不用申请', '申请是不需要的。', 'said'],
    ['不用申请', '不能申请。', 'contradicted'],
    ['不用申请', '您得本人来申请。', 'contradicted'],
    ['可以提取', '名下没有房的可以提取。', 'said'],
    ['可以提取', '这种情况不可以提取。', 'contradicted'],
    ['可以提取', '不是不可以提取。', 'said'],
    ['可以提取', '可以提取吗？', undefined],
    ['可以提取', '我不太确定可以提取。', undefined],
    ['可以提取', '网上有人说可以提取。', undefined],
    ['可以提取', '网上有人说可以提取，但不是这样的。', 'contradicted'],
    ['可以提取', '能不能提？可以提取的，您放心。', 'said'],
    ['汇缴登记', '先做会缴登记。', 'said'],
    ['缴存证明', '打一份缴存的凭证。', 'said'],
    ['次年1月1日', '从第二年的元旦起。', 'said'],
    ['次年1月1日', '从次年七月一日起。', undefined],
  ])('%s in 「%s」: %s', (wording, said, what) => {
    expect(heard(wording, said)).toBe(what);
  });
});

describe('steps in order', () => {
  const steps = {
    point: '登记、结算、打印',
    all: ['汇缴登记', ['缴交结算', '结算'], ['打印', '打凭证']],
    in_order: true,
  };
  it.each([
    ['先做汇缴登记，再结算，最后打凭证。', 'said'],
    ['结算之前要先做汇缴登记，打凭证放最后。', 'said'],
    ['最后打印，先汇缴登记，然后结算。', 'said'],
    ['先缴交结算，再补汇缴登记，最后打印。', 'contradicted'],
    ['先做汇缴登记再结算。', undefined],
  ])('%s: %s', (said, what) => {
    expect(heard(steps, said)).toBe(what);
  });
});

describe('a comparison', () => {
  const form = {
    point: '等额本金总利息少',
    compares: { of: '等额本金', with: '等额本息', in: '利息', is: ['少', '低', '省'], not: ['多', '高'] },
  };
  it.each([
    ['等额本金的总利息比等额本息要少一些。', 'said'],
    ['跟等额本息相比，等额本金利息更省。', 'said'],
    ['等额本息总的利息要多一些。', 'said'],
    ['等额本息比等额本金利息少。', 'contradicted'],
    ['等额本金利息不会比等额本息少。', 'contradicted'],
    ['两种方式利息不一样。', undefined],
  ])('%s: %s', (said, what) => {
    expect(heard(form, said)).toBe(what);
  });
});

it('a part that makes it another thing keeps it from being said', () => {
  const form = { point: '提前还款', all: ['提前还', '缩短年限'], without: ['商业贷款'] };
  expect(heard(form, '提前还一部分，选缩短年限。')).toBe('said');
  expect(heard(form, '您的商业贷款提前还，选缩短年限。')).toBe(undefined);
});
