import { expect, it } from 'vitest';
import { likelyCategory } from '../../src/domain/ticket/likely-category.ts';
import { likelyUnits } from '../../src/domain/ticket/likely-units.ts';

it.each([
  ['单位刚开通UK代扣结算,不知道怎么用UK做汇缴登记和缴交结算,缴完以后凭证在哪里打', '咨询'],
  ['在历下租房,没房子,公积金一年能提几次,最多提多少', '咨询'],
  ['贷款材料交了三周了一直没消息,开发商催放款,想知道卡在哪一步', '求助'],
  ['公司一直按最低标准给交公积金,跟工资对不上,怎么投诉,要不要实名', '投诉'],
  ['想查一下去年下半年单位有没有给我断缴,一笔一笔的明细', '求助'],
  ['姓名里有个生僻字对不上,App一直认证失败', '求助'],
  ['装修施工许可报了二十多天没动静,超期了能催办不', '求助'],
  ['希望你们中午也能开窗口', '建议'],
  ['上次接电话的小李特别耐心,要表扬一下', '表扬'],
  ['公司换法人,营业执照和银行都要改,先办哪个', '咨询'],
  ['窗口的人态度差,问什么都不理', '投诉'],
])('%s is likely a %s', (question, category) => expect(likelyCategory(question)).toBe(category));

const units = [
  { name: '公积金中心', topics: ['gjj'] },
  { name: '贷款部', topics: ['gjj.ln'] },
  { name: '社保局', topics: ['sb'] },
];

it('puts the unit first that names the topic most closely', () => {
  expect(likelyUnits('gjj.ln.progress', units, [])).toEqual(['贷款部', '公积金中心', '社保局']);
  expect(likelyUnits('sb.card', units, [])[0]).toBe('社保局');
  // A beginning ends at a dot.
  expect(likelyUnits('gjj.lnx', units, [])[0]).toBe('公积金中心');
});

it('puts where orders on this very topic went before it, most often first', () => {
  const orders = [
    { topic: 'gjj.ln.progress', unit: '历下管理部' },
    { topic: 'gjj.ln.progress', unit: '审批处' },
    { topic: 'gjj.ln.progress', unit: '审批处' },
    { topic: 'gjj.wd.rent', unit: '提取处' },
  ];
  expect(likelyUnits('gjj.ln.progress', units, orders)).toEqual([
    '审批处',
    '历下管理部',
    '贷款部',
    '公积金中心',
    '社保局',
    '提取处',
  ]);
});

it('offers all of them while the topic is not known', () =>
  expect(likelyUnits(null, units, [{ topic: null, unit: '提取处' }])).toEqual([
    '公积金中心',
    '贷款部',
    '社保局',
    '提取处',
  ]));
