import { creditCode } from '../numbers/outside-numbers.ts';
import { Draws } from '../random/draws.ts';

const brands = [...'泉舟云岭岱青禾川启明鼎和润泽松涛海岳恒信远航卓群安邦锦程嘉禾晨曦瑞丰宏图'];
const trades = [
  '机械制造',
  '信息技术',
  '建筑工程',
  '物业管理',
  '食品加工',
  '医药科技',
  '纺织服装',
  '物流运输',
  '餐饮管理',
  '教育咨询',
  '新能源',
  '环保设备',
  '汽车零部件',
  '文化传媒',
  '商贸',
  '电子商务',
  '化工材料',
  '印刷包装',
];
const districts = ['云杉区', '白鹭区', '青石区', '南湖区', '北岭区', '东泉区'];
const streets = ['梧桐路', '银杏街', '山海路', '槐荫巷', '清泉路', '文昌街', '丰收大道', '工业北路'];
const banks = ['云杉支行', '白鹭支行', '青石支行', '南湖支行'];

/** No such city: what lies there is of the sandbox. */
const city = '沙箱市';

export const addressOf = (draws: Draws): string =>
  `${city}${draws.pick(districts)}${draws.pick(streets)}${draws.between(1, 300)}号`;

/** A bank of the sandbox, as real ones have branches. */
export const bankOf = (draws: Draws): string => `沙箱银行${draws.pick(banks)}`;

export const employerName = (seed: number, id: number): string => {
  const draws = new Draws(seed, 'employer name', id);
  return `${city}${draws.pick(brands)}${draws.pick(brands)}${draws.pick(trades)}有限公司`;
};

/** How an employer is known and where it is found. */
export const employerParticulars = (seed: number, id: number) => {
  const draws = new Draws(seed, 'employer particulars', id);
  return {
    name: employerName(seed, id),
    creditCode: creditCode(id + 1),
    address: addressOf(draws),
    bank: bankOf(draws),
  };
};
