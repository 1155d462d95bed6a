import { choice } from './speech.ts';

/** How something is said: that it is so, that it is not so, or that there is no need of it. */
export type Polarity = 'so' | 'not-so' | 'no-need';

export const noNeed =
  '不用|无需|无须|毋须|不需要|不需|不必|用不着|用不到|没必要|没有必要|不要求|免去|免交|甭|不再需要|不再要求|犯不着';
const notSo =
  '不能够|不能|不可以|不可|不得|不会|不是|不准|不允许|不支持|不予|不给|不要|不应该|不应|不该|不让|不许|不算|不含|不包括|没有|没法|没办法|没|未|无法|无|别|勿|禁止|严禁|谢绝|拒绝|杜绝|哪能|怎么能|不在|不到|不至于|不属于|并非|绝非|非|不';
const negator = new RegExp(`${noNeed}|${notSo}`, 'g');
const noNeedOnly = new RegExp(`^(?:${noNeed})$`);

/** Words in which a negator denies nothing. */
const harmless =
  /不仅仅|不仅|不但|不光|不只|不过|不管|不论|无论|不同|不好意思|不客气|没关系|没问题|没事儿?|不着急|不要紧|不妨|不动产|不错|没错|无误|除非|非常|未来|未必|差不多|不一会儿?|不久|不断|(?<!并)不少|没年|无忧|免费|免得|省得|不然|不见得|不知|特别|个别|分别|区别|级别|别的|别人|别处|别家|别墅|无房|无贷|无业|无障碍|无纸化|不限|不满|不足|不低于|不高于|不超过|不少于|不小于|不大于|不变|未满|未成年|未婚|无偿|没收|不良|不便|不明白|不明|不清楚|不懂|不方便|不会儿|没多久|不一样|不一致|不符|无效|无所谓|弄不好|搞不好|说不定|不一块|不一起/g;
/** Two denials that together say that it is so. */
const both =
  /不能不|不得不|不可不|不会不|没有不|不是不能|不是不可以|不是不会|不是不|并非不|非得|非要|不是没有?|不无|无不|无一不/g;
const anyChoice = new RegExp(choice.source, 'g');
/** Between a negator and what it denies nothing of this kind stands: it begins something else. */
const blocks =
  /[，。！？；、了]|的(?!话)|可以|能|会|就|才|但|只要|都|所以|而且|而是|是(?!否)|即可|应|得|须|一定|必须|还是|仍|照样|也|再(?!去|跑|来)|之前|以前|的时候|中心|法院|还有|以后|之后|向/;
const reach = 9;
/** Who does something begins anew: 过期不补中心申请强制执行. */
const subject = /^(?:公积金中心|中心|法院)/;

const masked = (clause: string): string => {
  const hide = (word: string): string => '□'.repeat(word.length);
  return clause.replace(both, hide).replace(anyChoice, hide).replace(harmless, hide);
};

/** Whether what follows at once takes it back: 提取不了, 申请不行. */
const deniedBehind =
  /^[也都是还]?(?:不了|不成|不出来?|不到|不着|不行|不可以|不可能|不允许|不支持|不被允许|是不能的|不能的|是不行的|是违规的?|是违法的?)/;
/** 申请是不用的; but 申请不用看比例 says nothing of the application. */
const noNeedBehind =
  /^(?:这[一个]?[步块项]?|的?手续|的话)?[也都是就全一律]{0,3}(?:不用|不需要|无需|无须|不必|没必要|免了|省了|用不着|全免)(?:的|了|您|您本人|本人|自己|专门|啊|呀)*(?:[一-龥]?(?:[，。！；]|$)|去|办|管|操心)/;

/** How what stands from `start` to `end` of a clause (canonical) is said there. */
export const polarityAt = (clause: string, start: number, end: number): Polarity => {
  const text = masked(clause);
  const before = text.slice(Math.max(0, start - reach - 4), start);
  let last: { word: string; end: number } | undefined;
  for (const { index, 0: word } of before.matchAll(negator)) last = { word, end: index + word.length };
  if (last) {
    const between = before.slice(last.end);
    const anew = between !== '' && subject.test(text.slice(start));
    if (between.length <= reach && !blocks.test(between) && !anew)
      return noNeedOnly.test(last.word) ? 'no-need' : 'not-so';
  }
  const behind = text.slice(end);
  if (noNeedBehind.test(behind)) return 'no-need';
  if (deniedBehind.test(behind)) return 'not-so';
  return 'so';
};

/** A core of one character stands in too many words to be denied by itself. */
const leastCore = 2;

/** What polarity a phrase asks for, and what is left of it without its negator: 不用申请 is no-need of 申请. */
export const asksFor = (phrase: string): { polarity: Polarity; core: string } => {
  const own = new RegExp(`^(?:(${noNeed})|(${notSo}))`).exec(masked(phrase));
  const core = own ? phrase.slice(own[0].length).replace(/^…/, '') : phrase;
  if (!own || core.replaceAll('…', '').length < leastCore) return { polarity: 'so', core: phrase };
  return { polarity: own[1] === undefined ? 'not-so' : 'no-need', core };
};
