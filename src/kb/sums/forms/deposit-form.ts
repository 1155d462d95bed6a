import { form } from '../form.ts';
import { both } from '../words.ts';
import { choice, money, on, percent } from './shared-fields.ts';

export const depositForm = form({
  id: 'deposit',
  name: both('月缴存额', 'Contribution'),
  about: both('按基数、比例和上下限算每月缴多少', 'the monthly contribution by base, ratio, floor and ceiling'),
  fields: {
    base: {
      ...money(both('缴存基数（上年月均工资）', 'base (mean monthly wage)')),
      required: true,
      example: '8000',
    },
    ratio: { ...percent(both('个人比例', "employee's ratio")), required: true, example: '12' },
    'employer-ratio': percent(
      both('单位比例', "employer's ratio"),
      both('不填与个人相同', 'as the employee if left empty'),
    ),
    floor: money(
      both('基数下限', 'floor of the base'),
      both('不填按公布的；没有公布的数就不设下限', 'the published one if left empty; none without one'),
    ),
    ceiling: money(
      both('基数上限', 'ceiling of the base'),
      both(
        '不填按公布的，或按当地平均工资的倍数',
        'the published one if left empty, or the multiple of the local average wage',
      ),
    ),
    'average-wage': money(
      both('当地上年度职工月平均工资', 'local mean monthly wage'),
      both('用来算上限', 'gives the ceiling'),
    ),
    rounding: choice(
      both('算到', 'rounded to'),
      { fen: both('分', 'the fen'), yuan: both('元', 'the yuan') },
      both('不填算到分', 'the fen if left empty'),
    ),
    on,
  },
});
