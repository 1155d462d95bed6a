/** What is typed on the screens of practice, line by line; understood in either language. A number alone chooses what is listed under it. */
export const practiceNames = {
  today: ['今天', 'today'],
  all: ['全部', 'all'],
  weak: ['薄弱', 'weak'],
  results: ['成绩', 'results'],
  progress: ['进步', 'progress'],
  exams: ['考试', 'exams'],
  marks: ['评分', 'marks'],
  evidence: ['证据', 'evidence'],
  replay: ['回放', 'replay'],
  answer: ['答案', 'answer'],
  again: ['再练', 'again'],
  dispute: ['异议', 'dispute'],
  menu: ['返回', 'menu', 'back'],
  next: ['下一题', 'next', 'n'],
  previous: ['上一题', 'previous', 'p'],
  open: ['未答', 'open'],
  list: ['题目', 'list'],
  call: ['接听', 'call'],
  'hand-in': ['交卷', 'hand-in', 'submit'],
  leave: ['离开', 'leave'],
  help: ['帮助', 'help', '?'],
  quit: ['退出', 'quit', 'exit'],
} as const satisfies Record<string, readonly [chinese: string, english: string, ...others: string[]]>;

export type PracticeName = keyof typeof practiceNames;

/** The name and what stands behind it; a Chinese name needs no space. Undefined for a line that begins with none of these names. */
export const nameIn = (
  line: string,
  among: readonly PracticeName[],
): { readonly name: PracticeName; readonly rest: string } | undefined => {
  const text = line.normalize('NFKC').trim();
  const first = text.split(/\s/, 1)[0]!.toLowerCase();
  for (const name of among) {
    const typed: readonly string[] = practiceNames[name];
    if (typed.includes(first)) return { name, rest: text.slice(first.length).trim() };
    if (text.startsWith(typed[0]!)) return { name, rest: text.slice(typed[0]!.length).trim() };
  }
  return undefined;
};
