/**
 * What a speaker does with a sentence: says that something is so, asks, doubts, tells what others say, or takes it back. Only what is
 * said to be so counts as said to the citizen.
 */
export type Act = 'states' | 'asks' | 'doubts' | 'reports' | 'denies';

/** A clause of a sentence, in canonical form. */
export interface Clause {
  readonly text: string;
  readonly act: Act;
  /** Where it begins in the canonical turn. */
  readonly start: number;
}

/** A question in itself, whatever stands behind it: 能不能, 要不要. */
const choice = /(.)不\1|有没有|是否|能否|可否/;
const askingEnd = /(?:吗|么|呢|吧|嘛)?？$|(?:吗|么)$/;
const asking = /什么时候|为什么|怎么办|多久|多少(?!都)|哪(?:里|儿|个|家|天|一步)|谁/;
/** Asks only whether one is followed or agrees. */
const tag =
  /^(?:您|你)?(?:看|说|觉得|听)?(?:这样)?(?:的话)?(?:可以|行|好|对|明白|清楚|理解|听清楚?|听明白|听懂|记住|记下|知道)(?:了)?(?:吗|吧|么|不|没|没有|嘛|吗您)？?$/;
const attention = /^(?:您|你)?(?:知道|想想|猜|看)(?:吗|么|看|一下)?？?$/;
const doubt =
  /不(?:太|大|是很|是太|敢|能)?(?:确定|确认|清楚|肯定|保证)|说不(?:好|准|清)|拿不准|吃不准|记不(?:清|准|得)|没(?:有)?把握|不知道(?:是不是|对不对|准不准)?|好像|似乎|也许|或许|大概(?:是|要|需|就|也)|估计|我猜|我想应该|应该是?吧|可能吧|不一定/;
const report =
  /(?:有人|网上|别人|人家|中介|朋友|同事|外面|大家|很多人|好多人|他们|邻居|亲戚|群里|视频里?|有的人|有些人|市面上|以前|过去|老政策|旧政策)(?:都|也|总|老|常|就|还)?(?:说|讲|传|认为|以为|觉得|宣称|规定)|听(?:人)?说|据说|传言|(?:您|你)(?:刚才|刚刚|是|的意思是|前面)?(?:说|讲|以为|觉得|认为|担心|问)(?:的)?(?:是)?|误以为|以为/;
const denial =
  /^(?:但|可|其实|不过|那|这)?(?:是|都|种|个|些)?(?:说法|话|消息|做法)?(?:都|是|其实)?(?:不是这样|不是这么回事|不对|不是真的|没有这回事|没这回事|是?假的|是?错的|错误的|是?谣言|骗人|不实|别信|不要信|不要相信|别相信|不可信|不属实|是误解|是误会)/;
const confirms = /^(?:嗯|对|是|没错|是的|对的|的确|确实|属实|您说得对|可以|当然|需要|要的|会的)(?:的|啊|呀|，|。|！|$)/;
const refuses = /^(?:不|没|无|别)(?:用|需要|必|可以|能|会|行|是|要|有|得|可|去|成)?(?:的|了|啊|呀|哈|，|。|！|$)/;

const parts = (turn: string, marks: RegExp): { text: string; start: number }[] => {
  const found: { text: string; start: number }[] = [];
  let from = 0;
  for (const { index, 0: mark } of turn.matchAll(marks)) {
    if (index > from) found.push({ text: turn.slice(from, index + mark.length), start: from });
    from = index + mark.length;
  }
  if (from < turn.length) found.push({ text: turn.slice(from), start: from });
  return found;
};

const isQuestion = (sentence: string): boolean => {
  if (askingEnd.test(sentence)) return true;
  return sentence.endsWith('？') || (choice.test(sentence) && !/不管|不论|无论|看/.test(sentence));
};

/** What is done with a sentence, and with each of its clauses. */
const actsOf = (sentence: { text: string; start: number }): Clause[] => {
  const clauses = parts(sentence.text, /[，、]+/g).map(({ text, start }) => ({ text, start: start + sentence.start }));
  const last = clauses.at(-1);
  const bare = (text: string): string => text.replace(/[。！；，、]+$/u, '');
  // 明白吗 at the end asks nothing about the matter, nor 您知道吗 at its beginning.
  const tags = new Set(clauses.filter(({ text }) => tag.test(bare(text)) || attention.test(bare(text))));
  const asks = last !== undefined && !tags.has(last) && isQuestion(bare(sentence.text));
  let reported = false;
  return clauses.map((clause) => {
    const said = bare(clause.text);
    if (tags.has(clause)) return { ...clause, act: 'asks' };
    if (report.test(said)) reported = true;
    else if (reported && /^(?:但|可|其实|实际|不过|真正|我们|这边|正规|按|现在|目前)/.test(said)) reported = false;
    if (doubt.test(said)) return { ...clause, act: 'doubts' };
    if (reported) return { ...clause, act: 'reports' };
    // A clause that asks by itself, or the sentence of a question as a whole.
    if (asks && (clause === last || clauses.length <= 2 || choice.test(said) || asking.test(said)))
      return { ...clause, act: 'asks' };
    if (choice.test(said) && !/看|取决|不管|不论|无论/.test(said)) return { ...clause, act: 'asks' };
    return { ...clause, act: 'states' };
  });
};

/**
 * The clauses of a turn, and what is done with each. A question that the speaker answers is taken as what the answer makes of it; what
 * is reported and then called wrong is denied.
 * @param turn in canonical form
 */
export const clausesOf = (turn: string): Clause[] => {
  const sentences = parts(turn, /[。！？；]+/g).map(actsOf);
  const whole = sentences.flat();
  sentences.forEach((clauses, at) => {
    const next = sentences[at + 1]?.[0]?.text ?? '';
    const asked =
      clauses.some(({ act }) => act === 'asks') &&
      !clauses.every(({ text }) => tag.test(text.replace(/[。！？；，]+$/u, '')));
    if (!asked || next === '') return;
    const act = confirms.test(next) ? 'states' : refuses.test(next) ? 'denies' : undefined;
    if (act === undefined) return;
    for (const clause of clauses) if (clause.act === 'asks') whole[whole.indexOf(clause)] = { ...clause, act };
  });
  // Backwards from where something is called wrong, as far as it was told of others.
  whole.forEach(({ text }, at) => {
    if (!denial.test(text)) return;
    for (let before = at - 1; before >= 0 && before >= at - 3 && whole[before]!.act !== 'asks'; before--) {
      const clause = whole[before]!;
      if (clause.act === 'reports' || before === at - 1) whole[before] = { ...clause, act: 'denies' };
    }
  });
  return whole;
};
