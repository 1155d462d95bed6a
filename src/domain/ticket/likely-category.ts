import type { Category } from './ticket.ts';

/** Words by which citizens show what they want, the most telling category first. The expert has the last word. */
const telling: readonly (readonly [Category, RegExp])[] = [
  ['投诉', /投诉|举报|维权|态度(?:差|恶劣|不好)|推诿|乱收费|不给(?:办|交|缴)|告(?:他|公司|单位)/],
  ['表扬', /表扬|感谢信|锦旗|点赞|要(?:感谢|谢谢)/],
  ['建议', /建议|能不能改成|希望(?:以后|今后|中心|你们|能够)/],
  [
    '求助',
    /没消息|没动静|没人管|没回音|卡在哪|催|超期|一直(?:显示|提示|不|没|登|打|收|认证)|收不到|登不上|打不开|失败|帮(?:我|忙)|查一下|查查|看看还/,
  ],
];

/** What a citizen's matter is likely to be, by what they asked: a question, unless their words say otherwise. */
export const likelyCategory = (question: string): Category =>
  telling.find(([, words]) => words.test(question))?.[0] ?? '咨询';
