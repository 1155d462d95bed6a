/** Words beside a step that say which it is, with their place in the order. */
const ranks: readonly (readonly [RegExp, number])[] = [
  [/(?:首先|第1步|第1|头1[步样件个]|头一[步样件个]|先|最开始|一上来)[^，。！？；]{0,6}$/, 1],
  [/(?:第2步|第2|其次)[^，。！？；]{0,6}$/, 2],
  [/(?:第3步|第3)[^，。！？；]{0,6}$/, 3],
  [/(?:最后|最终|末了|收尾)[^，。！？；]{0,6}$/, 9],
];
const lastBehind = /^[^，。！？；]{0,2}(?:最后|放到?最后|末了|在最后)/;
const firstBehind = /^(?:在|排)(?:最)?(?:前(?!面)|先)/;
/** The step named before it comes after what follows: 结算之前先登记. */
const beforeThat = /^[^，。！？；]{0,3}(?:之前|以前|前)/;
/** The step comes before what was named ahead of it: 打印要等扣款完了. */
const waitedFor = /(?:等|等到|得等|要等|在)[^，。！？；]{0,3}$/;
const done = /^[^，。！？；]{0,3}(?:之后|以后|后|完|好|成功|了才)/;
const whole = 100_000;

/**
 * The place of a step in the order in which steps are to be done, as it is said: by the words beside it, or else by where it stands.
 * Only comparisons between steps of one turn mean something.
 */
export const orderOf = (turn: string, start: number, end: number): number => {
  const before = turn.slice(Math.max(0, start - 10), start);
  const behind = turn.slice(end);
  if (firstBehind.test(behind)) return whole + start;
  const earlier = beforeThat.exec(behind);
  if (earlier) {
    // 结算之前要登记，… says it in the clause; 结算之前，要登记 in the next one.
    const here = /^[^，。！？；]*/.exec(behind.slice(earlier[0].length))![0].length;
    const clause = end + earlier[0].length + here;
    const next = here > 2 ? 0 : 1 + /^[^，。！？；]*/.exec(turn.slice(clause + 1))![0].length;
    return 3 * whole + clause + next + 0.5;
  }
  if (waitedFor.test(before) && done.test(behind)) {
    const clause = Math.max(...['，', '。', '！', '？', '；'].map((mark) => turn.lastIndexOf(mark, start - 1)));
    return 3 * whole + clause + 0.5;
  }
  if (/^在后/.test(behind)) return 2 * whole + start;
  if (lastBehind.test(behind)) return 9 * whole + start;
  for (const [words, rank] of ranks) if (words.test(before)) return rank * whole + start;
  return 3 * whole + start;
};
