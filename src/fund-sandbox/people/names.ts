import { Draws } from '../random/draws.ts';

/** Surnames by how many of ten thousand people bear them, roughly; then some that are rare, two of them of two characters. */
const surnames: readonly (readonly [string, number])[] = [
  ...([...'王李张刘'] as const).map((name) => [name, 700] as const),
  ...([...'陈杨赵黄周吴'] as const).map((name) => [name, 250] as const),
  ...([...'徐孙胡朱高林何郭马罗'] as const).map((name) => [name, 120] as const),
  ...([...'梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'] as const).map((name) => [name, 55] as const),
  ...(
    [
      ...'苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
    ] as const
  ).map((name) => [name, 18] as const),
  ['欧阳', 4],
  ['上官', 2],
];

/** Given names that many bear. */
const common = {
  men: [
    '伟',
    '强',
    '磊',
    '军',
    '洋',
    '勇',
    '杰',
    '涛',
    '明',
    '超',
    '刚',
    '平',
    '辉',
    '鹏',
    '建国',
    '建军',
    '志强',
    '海涛',
    '浩然',
    '子轩',
  ],
  women: [
    '芳',
    '娜',
    '敏',
    '静',
    '丽',
    '艳',
    '娟',
    '霞',
    '燕',
    '玲',
    '秀英',
    '桂英',
    '秀兰',
    '玉兰',
    '雪梅',
    '晓燕',
    '欣怡',
    '雨涵',
    '婷婷',
    '丹',
  ],
};
const characters = {
  men: [...'国志文永建德海清成立东春宏俊凯博宇晨泽瑞嘉天一子少光振兴家树云景长广庆学世荣'],
  women: [...'雅晓秀玉淑美月春红冬文慧思梦雨佳若诗婉欣怡心可子云兰桂凤素惠金宝青竹'],
};
const endings = {
  men: [...'华林峰斌波宁亮龙飞鑫健民生良才武毅恒轩航旭阳然辰铭安东海山松柏'],
  women: [...'华英梅兰莲琴云萍红芬珍芝蓉瑶琳琪颖洁莹雪婷妍彤萱涵悦蕾倩菲'],
};

/** A name as people of this country bear it; some of two characters, so that several people share one. */
export const nameOf = (seed: number, index: number, male: boolean): string => {
  const draws = new Draws(seed, 'name', index);
  const sex = male ? 'men' : 'women';
  const surname = draws.weighted(surnames);
  if (draws.chance(35)) return surname + draws.pick(common[sex]);
  return surname + draws.pick(characters[sex]) + draws.pick(endings[sex]);
};
