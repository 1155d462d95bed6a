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
  ['十天之内', '10日之内'],
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

/** Sentences that experts say, at which the reading of speech once went wrong. */
describe('speech', () => {
  it.each([
    ['6月30日…结息', '我跟您说，每年6月30日结息。', 'said'],
    ['6月30日…结息', '这边给您说一下，您这笔是每年六月三十号结息。', 'said'],
    ['6月30日…结息', '您说的这个，是每年6月30日结息那一笔。', 'said'],
    ['社保专家', '您问的是医保的事，我给您转到社保专家。', 'said'],
    ['先查…封存', '先查离职的那几位有没有办封存。', 'said'],
    ['为准', '是否受理以中心公布为准。', 'said'],
    ['中心审核', '能不能批，由公积金中心审核决定。', 'said'],
    ['能批', '能不能批由公积金中心审核决定。', undefined],
    ['以济南中心公布为准', '子女能不能提各地不同，以济南中心公布为准。', 'said'],
    ['中心审核', '影响不影响由公积金中心审核。', 'said'],
    ['不能说', '是或不是我都不能说。', 'said'],
    ['带身份证', '先查好开不开门，带身份证。', 'said'],
    ['线上打', '线上就能打，要是线上打不了，再去窗口。', 'said'],
    ['老贷款', '老贷款不用申请，自动就调了。', 'said'],
    ['有义务还', '没改之前两个人都有义务还。', 'said'],
    ['月供降下来', '保持年限不变把月供降下来。', 'said'],
    ['不用…提交', '不用您提交什么。', 'said'],
    ['缩短年限', '可能是缩短年限省利息、减少月供压力小吧，我不确定。', undefined],
    ['退钱', '骗提要退钱、三年不能提，我也拿不准。', undefined],
    ['不要信', '网上说交钱就能停息的，不要信，那个钱别交。', 'said'],
    ['别交', '网上说交钱就能停息的，不要信，那个钱别交。', 'said'],
    ['继续缴存', '又没在别处继续缴存的。', 'contradicted'],
    ['提1次', '一年只能提一次这个说法不对。', 'contradicted'],
    ['不看比例', '有人说租房能提、也不看比例了，那说法不对。', 'contradicted'],
    ['不看比例', '看不看比例？不看了。', 'said'],
    ['可以提', '能提吗？能。', undefined],
    ['能提', '能提吗？能。', 'said'],
    ['省利息', '哪个省利息？缩年限的那种。', 'said'],
    ['3年', '三年里提不了。', 'said'],
    ['提取', '租房提取不用看比例。', 'said'],
    ['坐牢', '弄不好还要坐牢。', 'said'],
    ['3年', '十三年。', undefined],
    ['无误', '核对人数和金额无误后结算。', 'said'],
    ['自动', '利息自动进去了吗，申请过吗？', undefined],
    ['中心…申请强制执行', '过期不补中心向法院申请强制执行。', 'said'],
    ['等额本金', '等额本金，哎不对，我给您说反了，是等额本息。', 'contradicted'],
    ['加在一块儿', '加在一块儿就是这个数。', 'said'],
    ['2026年1月1日', '二六年元月一号。', 'said'],
    ['封存满6个月', '是不是得先封存满半年才能提，我印象里不太清楚。', undefined],
    ['您的密码是多少', '您的密码是多少？', 'said'],
    ['不能确认', '我同样不能确认。', 'said'],
    ['没批', '下次肯定能批。', undefined],
    ['不用回', '您用不着专门回一趟。', 'said'],
    ['不用算', '现在不需要再算了。', 'said'],
    ['利息…少', '利息并不少。', 'contradicted'],
    ['利息…少', '利息不比那种少。', 'contradicted'],
    ['利息…少', '利息比那种少不少。', 'said'],
    ['退钱', '听别的会计说要退钱。', undefined],
    ['退钱', '您听我说要退钱。', 'said'],
    ['退钱', '要退钱的，我也不太懂。', undefined],
    ['退钱', '骗提要退钱、三年不能提，这些处罚早就取消了。', 'contradicted'],
    ['结算', '先登记、再结算、扣款以后打印，这是不是您同事教的？', undefined],
    ['取消', '比例这一条取消没取消我去查。', undefined],
    ['6月30日', '没年6月30日结息。', 'said'],
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
    ['登记在前，结算在后，扣了款再打印。', undefined],
    ['汇缴登记在前，结算在后，扣了款再打印。', 'said'],
    ['缴交结算之前要把汇缴登记做好，扣款成功后再打印。', 'said'],
    ['先缴交结算，再补汇缴登记，最后打印。', 'contradicted'],
    ['先做汇缴登记再结算。', undefined],
    ['头一步汇缴登记，第二步缴交结算，扣了款再打印。', 'said'],
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
  // It only sounds like it.
  expect(heard({ ...form, without: ['贷款'] }, '提前还，选缩短年限，待款项到账。')).toBe('said');
});

describe('pairs', () => {
  const form = {
    point: '省利息缩短年限，压力小减少月供',
    pairs: [
      ['省利息', '缩短年限'],
      [['压力小', '轻松'], '减少月供'],
    ],
  };
  it.each([
    ['想省利息就缩短年限，想压力小就减少月供。', 'said'],
    ['减少月供轻松，缩短年限省利息。', 'said'],
    ['省利息？缩短年限。轻松？减少月供。', 'said'],
    ['想省利息就减少月供，想压力小就缩短年限。', 'contradicted'],
    ['缩短年限省利息。', undefined],
    ['省利息就缩短年限、轻松就减少月供吗？', undefined],
  ])('%s: %s', (said, what) => {
    expect(heard(form, said)).toBe(what);
  });
});

it('what a claim is about may be said either way', () => {
  const form = { point: '没在别处缴', all: ['可以提取'], about: ['别处', ['没', '未']] };
  expect(heard(form, '别处也没给您交的，可以提取。')).toBe('said');
  expect(heard(form, '可以提取。')).toBe(undefined);
  expect(heard(form, '只要没有别处给您交，就可以提取。')).toBe('said');
  expect(heard(form, '别处没有给您交吗？可以提取。')).toBe(undefined);
});
