import { foldCitizenNumber, isCitizenNumber } from '../../domain/fund/citizen-number.ts';

/** What of a text says who somebody is. */
export type PersonalKind = 'id-number' | 'phone' | 'number' | 'email' | 'plate' | 'name' | 'employer' | 'address';

interface Rule {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  readonly instead: string;
  readonly holds?: (found: string) => boolean;
}

const surname =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公]';

/** In this order: longer numbers before what they contain. */
const rules: readonly Rule[] = [
  {
    kind: 'id-number',
    pattern: /(?<![0-9A-Za-z])\d{6}(?:[\s-]?\d){11}[\s-]?[\dXx](?![0-9A-Za-z])/g,
    instead: '{idNumber}',
    holds: (found) => isCitizenNumber(foldCitizenNumber(found)) || found.replace(/\D/g, '').length >= 17,
  },
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, instead: '某邮箱' },
  { kind: 'phone', pattern: /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?[\d*]){8}(?!\d)/g, instead: '{phone}' },
  { kind: 'phone', pattern: /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/g, instead: '某电话' },
  {
    kind: 'plate',
    pattern: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}/g,
    instead: '某车牌',
  },
  // Six digits and more, or what a mask left of them, may be anybody's account, card or contract.
  { kind: 'number', pattern: /(?<![\d.])[A-Za-z]{0,4}\d(?:[\s-]?[\d*]){5,}(?![\d.]*[元年月日%])/g, instead: '某编号' },
  {
    kind: 'address',
    pattern:
      /[一-龥]{2,8}(?:路|街|大道|巷|胡同)\d{0,5}(?:号(?:院|楼)?)?(?:\d+(?:号楼|栋|幢|单元|室|户))*|[一-龥]{2,8}(?:小区|花园|家园|公寓|社区|嘉园|新村)(?:\d+(?:号楼|栋|幢|单元|室|户))*|\d+(?:号楼|栋|幢)(?:\d+单元)?(?:\d+(?:室|户))?/g,
    instead: '某小区',
  },
  {
    kind: 'employer',
    pattern: /[一-龥A-Za-z（）()]{2,20}?(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|事务所|合作社|分公司)/g,
    instead: '某单位',
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|名叫|姓名(?:是|为|：)?|名字(?:是|叫)?|本人)(${surname}[一-龥]{1,2})(?=[，。,；、\\s]|$)`,
      'g',
    ),
    instead: '某某',
  },
  {
    kind: 'name',
    pattern: new RegExp(`${surname}[一-龥]{0,2}(?=先生|女士|大哥|大姐|师傅|经理|科长|主任|老师)`, 'g'),
    instead: '某',
  },
];

/** A text in which everything that says who somebody is has been replaced, and what was. */
export interface Anonymous {
  readonly text: string;
  readonly replaced: readonly { readonly kind: PersonalKind; readonly found: string }[];
}

/**
 * Replaces what says who somebody is.
 * @param names names that are known to be in the text: of the ticket's citizen, and of who handled it
 */
export const withoutPersonalData = (text: string, names: readonly string[]): Anonymous => {
  const replaced: { kind: PersonalKind; found: string }[] = [];
  let left = text.normalize('NFKC').replaceAll('(', '（').replaceAll(')', '）');
  const replace = (kind: PersonalKind, pattern: RegExp | string, instead: string, holds?: Rule['holds']): void => {
    left = left.replaceAll(pattern, (found: string) => {
      if (holds && !holds(found)) return found;
      replaced.push({ kind, found });
      return instead;
    });
  };
  for (const name of names) {
    const bare = name.replace(/(?:先生|女士)$/u, '');
    if (bare.length >= 2) replace('name', bare, '某某');
  }
  for (const { kind, pattern, instead, holds } of rules) replace(kind, pattern, instead, holds);
  return { text: left, replaced };
};

/** What may still say who somebody is, for a person to look at: digits in a row, and known names. Empty when nothing does. */
export const personalDataLeft = (text: string, names: readonly string[]): string[] => [
  ...[...text.normalize('NFKC').matchAll(/\d[\d*\s-]{5,}/g)].map(([found]) => found.trim()),
  ...names.map((name) => name.replace(/(?:先生|女士)$/u, '')).filter((name) => name.length >= 2 && text.includes(name)),
];
