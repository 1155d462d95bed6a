/**
 * What a speaker does with a clause: says that something is so, supposes it, asks, doubts, tells what others say, or takes it back. Only what is
 * said to be so counts as said to the citizen.
 */
export type Act = 'states' | 'supposes' | 'asks' | 'doubts' | 'reports' | 'denies';

/** A clause of a sentence, in canonical form. */
export interface Clause {
  readonly text: string;
  readonly act: Act;
  /** Where it begins in the canonical turn. */
  readonly start: number;
  /** What in it is left open, though it does not ask: 能不能批 in 能不能批由中心审核. From inclusive, to exclusive, in the turn. */
  readonly open?: { readonly start: number; readonly end: number };
}

/** A question of two halves: 能不能, 影响不影响, 有没有, 是否. */
export const choice = /(?!(?<=比[^，。！？；]{1,10})少不少)([一-龥]{1,2})[不没]\1|有没有|是否|能否|可否/;
const choiceAtEnd = new RegExp(`(?:${choice.source})[^，。！？；]{0,8}$|[^没]没有$`);
/** Asks for what is not known: who, when, how. */
const open =
  /什么时候|啥时候|为什么|怎么(?!着)|多久|多少|哪(?:里|儿|个|家|天|种|边|一步)?(?!怕)|谁|几(?:年|天|次|个|月)/;
const askingEnd = /(?:吗|(?<![什怎多那这要])么)[？。！]*$|？$/;
/** A question that is no question: it waits to be found out elsewhere, or hangs on something. */
const embedded =
  /为准|要看|得看|看(?:您|你|中心|情况|公布|他|各)|取决|(?:审核|审批|决定|说了算|规定|由[^，]{0,8}定)|不能说|不好说|没法说|都属于|属于|不管|不论|无论|要问|得问|问(?:一下|一问|问|清)?(?!您|你)[^，。？]{0,10}(?:能|可|是|有|要)|查(?:一下|一查|查|清|好)?[^，。？]{0,12}(?:是否|有没有|能不能|要不要|办没办)|核实|告知|各地不同|不一样|另说/;
/** Asks about all that was said before it: 这是不是您同事教的. */
const asksAboutIt = /^(?:这|那)(?:样|么|些|个|话)?(?:是不是|对不对|准不准|是谁|谁)/;
/** Begins a question: 是不是得先封存. */
const choiceFirst = new RegExp(`^(?:那|您看|请问|这)?(?:${choice.source})`);
/** Ends what is asked: 明白了吗 asks nothing about the matter, nor 您知道吗 at its beginning. */
const tag =
  /^(?:您|你)?(?:看|说|觉得|听)?(?:这样|我这样说|这么说)?(?:的话)?(?:您|你)?(?:可以|行|好|对|是|明白|清楚|理解|听清楚?|听明白|听懂|记住|记下|知道|能听懂|听得懂)(?:了|吧)?(?:吗|吧|么|不|没|没有|嘛|不对|不行|不好)?？?$/;
const attention = /^(?:您|你)?(?:知道|想想|猜|看)(?:吗|么|看|一下)?？?$/;
const doubt =
  /不(?:太|大|是很|是太|敢)?(?:确定|清楚(?!的)|肯定|保证)|不能(?:确定|保证|肯定)|说不(?:好|准|清|上来)|拿不准|吃不准|记不(?:清|准|得)|瞎猜|猜的|没(?:有)?把握|不知道(?:是不是|对不对|准不准)|好像|似乎|也许|或许|大概(?:是|要|需|就|也)|估计|我猜|我想应该|(?:可能|应该|大约)[^，。]*吧[。？！]*$|不一定[。！]*$|没准/;
/** Nothing but a doubt: it is about what was said before it. */
const bareDoubt =
  /^(?:不过|但是?|可是?|只是|反正|具体)?(?:这个|这块|这事)?(?:我|咱)?(?:也|真|可|还|是|倒|印象里|心里|目前|暂时|这边|自己)*(?:不(?:太|大|是很|敢)?(?:确定|清楚|肯定|保证)|不能(?:确定|保证|肯定)|说不(?:好|准|清)|拿不准|吃不准|不(?:太|大)?懂|瞎?猜的|没核实过?|记不(?:清|准)|没(?:有)?(?:什么)?把握|不知道对不对)(?:了|啊|呢|哈)?[。！？]*$/;
const others =
  '有人|网上|网友|别人|人家|中介|朋友|同事|外头|外面|外边|大家|大伙|很多人|好多人|不少人|他们|邻居|亲戚|群里|视频里?|抖音|有的(?:人|会计)?|有些人?|市面上|以前|过去|老政策|旧政策|街坊';
const report = new RegExp(
  `(?:${others})[^，。]{0,4}?(?:都|也|总|老|常|就|还|在)?(?:说|讲|传|认为|以为|觉得|宣称|规定)|(?<![给跟和对向让叫由替])[他她]们?(?:那边|自己)?(?:刚才|之前|当时)?(?:都|就|还|也|总)?(?:说|讲)(?!一下|一声|清|明|话|好)|(?<![给跟和对向])(?<![您你])听(?![我咱您你])[^，。给跟对]{0,5}说|据说|传言|都传|误传|误以为|以为`,
);
/** What the citizen said is told back to them; 跟您说 and 您说一下 are no such thing. */
const told =
  /^(?:那|是)?(?:您|你)(?:刚才|刚刚|前面|之前|要是|是|的意思是)?(?:说|讲|以为|觉得|认为|担心|问|听说|想问|咨询)(?!一下|一说|话|重点|说|清楚|慢|吧|完)/;
const contrast = /^(?:但|可(?!以|能)|其实|实际|不过|真正|我们|这边|正规|按|现在|目前|我|咱)/;
const ifs = /^(?:那)?(?:要是|如果|万一|假如|倘若|若是?|除非|只有|只要)|的话[，。]?$/;
/** Takes back what was said before it. */
const denial =
  /^(?:但|可|其实|不过|那|这|您|你|千万)?(?:是|都|种|个|些|可)?(?:说法|话|消息|做法)?(?:您|你)?(?:都|是|其实)?(?:不是这样|不是这么(?:回事|着|个)|不对|不是真的|没有?这回事|没有的事|没这事|没那回事|(?:这|那)?是?(?:谁|哪个)[跟给]您[说讲]的|是?假的|是?错的|错误的|是?谣言|骗人|吓唬人|不实|别信|不要信|不要相信|别相信|甭信|不可信|不属实|是误解|是误会|是误传)/;
/** Takes back what stands before it in the same clause. */
const deniedHere =
  /(?:这个|这种|那个|那种|的)说法(?:是)?(?:不对|错|假|不实|没根据)|是(?:没有的事|谣言|误传|假的|骗人的|错的)[。！]*$/;
/** The speaker takes back what they said themselves. */
const corrects =
  /^(?:这些|以上|这几[条样项])[^，。]{0,6}(?:取消|废止|作废|不算|不执行|不对|是假)|^(?:哎|唉|哦|噢|不|嗯)*(?:不对|说错了|说反了|讲错了|更正一下|我说错了|我给您说反了|刚才说错了)/;
const confirms =
  /^(?:嗯|对|是|没错|是的|对的|的确|确实|属实|您说得对|可以|当然|需要|要|会|能|行|用|得|看|有|算)(?:的|啊|呀|了)*(?:[，。！]|$)/;
const refuses = /^(?:不是的?|没有?|无|别|甭|不)[^，。！？]{0,5}(?:[，。！]|$)/;
/** So short an answer fills in what the question asks for. */
const fragment = 16;

interface Part {
  readonly text: string;
  readonly start: number;
}

const parts = (turn: string, marks: RegExp): Part[] => {
  const found: Part[] = [];
  let from = 0;
  for (const { index, 0: mark } of turn.matchAll(marks)) {
    if (index > from) found.push({ text: turn.slice(from, index + mark.length), start: from });
    from = index + mark.length;
  }
  if (from < turn.length) found.push({ text: turn.slice(from), start: from });
  return found;
};

const bare = (text: string): string => text.replace(/[。！；，、]+$/u, '');

/** Whether a sentence asks. `last` is its last clause, without its end. */
const asksAtEnd = (sentence: string, last: string): boolean => {
  if (sentence.endsWith('？')) return true;
  if (embedded.test(sentence)) return false;
  if (last.endsWith('呢') && (open.test(last) || choice.test(last))) return true;
  return askingEnd.test(last) || choiceAtEnd.test(last) || choiceFirst.test(sentence);
};

/** What a clause leaves open: from its choice to where it says on what that hangs, or to its end. */
const withOpen = (clause: Clause): Clause => {
  const found = choice.exec(clause.text);
  if (!found || clause.act === 'asks') return clause;
  const rest = clause.text.slice(found.index + found[0].length);
  const hangs = /以|由|要看|得看|看(?:您|你|中心|各)|取决|要问|得问/.exec(rest);
  const end = found.index + found[0].length + (hangs ? hangs.index : rest.length);
  return { ...clause, open: { start: clause.start + found.index, end: clause.start + end } };
};

/** What is done with each clause of a sentence. */
const actsOf = (sentence: Part): Clause[] => {
  const clauses = parts(sentence.text, /[，、]+/g).map(({ text, start }) => ({ text, start: start + sentence.start }));
  const tags = new Set(clauses.filter(({ text }) => tag.test(bare(text)) || attention.test(bare(text))));
  const matter = clauses.filter((clause) => !tags.has(clause));
  const last = matter.at(-1);
  // With 明白了吗 behind it, the sentence states what it has to say.
  const asks = last !== undefined && last === clauses.at(-1) && asksAtEnd(bare(sentence.text), bare(last.text));
  let reported = false;
  const acts = clauses.map((clause): Clause => {
    const said = bare(clause.text);
    if (tags.has(clause)) return { ...clause, act: 'asks' };
    if (report.test(said)) reported = true;
    else if (reported && (contrast.test(said) || denial.test(said))) reported = false;
    if (deniedHere.test(said)) return { ...clause, act: 'denies' };
    if (reported) return { ...clause, act: 'reports' };
    if (told.test(said)) return { ...clause, act: asks ? 'asks' : 'reports' };
    if (doubt.test(said)) return { ...clause, act: 'doubts' };
    if (
      asks &&
      (clause === last ||
        asksAboutIt.test(bare(last.text)) ||
        matter.length <= 3 ||
        choice.test(said) ||
        open.test(said) ||
        askingEnd.test(said))
    )
      return { ...clause, act: 'asks' };
    if (!asks && askingEnd.test(said) && !embedded.test(sentence.text)) return { ...clause, act: 'asks' };
    return { ...clause, act: ifs.test(said) ? 'supposes' : 'states' };
  });
  // 我也说不准 doubts all before it in the sentence.
  const lastDoubt = acts.findLastIndex(({ text }) => bareDoubt.test(bare(text)));
  return acts.map((clause, at) =>
    withOpen(at < lastDoubt && clause.act !== 'asks' ? { ...clause, act: 'doubts' } : clause),
  );
};

/**
 * The clauses of a turn, and what is done with each. A question that the speaker answers is taken as what the answer makes of it; what
 * is told of others and then called wrong is denied; what the speaker takes back is denied as well.
 * @param turn in canonical form
 */
export const clausesOf = (turn: string): Clause[] => {
  const sentences = parts(turn, /[。！？；]+/g).map(actsOf);
  sentences.forEach((clauses, at) => {
    const next = sentences[at + 1];
    const [first] = next ?? [];
    const answers = first?.text ?? '';
    const isTag = clauses.every(({ text }) => tag.test(bare(text)));
    if (!next || isTag || !clauses.some(({ act }) => act === 'asks')) return;
    const fills =
      clauses.some(({ text }) => open.test(text)) &&
      answers.length <= fragment &&
      next.every(({ act }) => act === 'states');
    const act = refuses.test(answers) ? 'denies' : confirms.test(answers) || fills ? 'states' : undefined;
    if (act) sentences[at] = clauses.map((clause) => (clause.act === 'asks' ? { ...clause, act } : clause));
  });
  // A sentence that is nothing but a doubt is about the one before it.
  sentences.forEach((clauses, at) => {
    if (at === 0 || !clauses.every(({ text }) => bareDoubt.test(bare(text)) || doubt.test(bare(text)))) return;
    if (!bareDoubt.test(bare(clauses[0]!.text))) return;
    sentences[at - 1] = sentences[at - 1]!.map((clause) =>
      clause.act === 'asks' ? clause : { ...clause, act: 'doubts' },
    );
  });
  const whole = sentences.flat();
  whole.forEach(({ text }, at) => {
    const all = corrects.test(text);
    if (!all && !denial.test(text)) return;
    for (let before = at - 1; before >= 0 && before >= at - (all ? 6 : 3); before--) {
      const clause = whole[before]!;
      if (clause.act === 'asks' && !all) break;
      if (all || clause.act === 'reports' || before === at - 1) whole[before] = { ...clause, act: 'denies' };
    }
  });
  return whole;
};
