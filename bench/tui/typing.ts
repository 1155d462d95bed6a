import { questions } from '../kb/questions.ts';

/** What is typed, a character a key. */
export interface Script {
  readonly name: 'answer' | 'search';
  /** Keys that lead from the answer of a call to the field. */
  readonly open: string;
  /** The field is emptied after each. */
  readonly texts: readonly string[];
}

/** No character is among the three before it, so the one at the caret tells which key has been drawn. */
const tellsKeys = (text: string): boolean => {
  const typed = [...text];
  return typed.every((character, at) => !typed.slice(Math.max(0, at - 3), at).includes(character));
};

const answer =
  '您好，已为您核实：异地购房可以提取，请先到缴存地开具证明，再把合同和首付发票拍照上传；材料齐全后三个工作日内到账。' +
  '家人代办要带双方身份证与委托书，若页面仍报错，换浏览器或清缓存重试，也可就近去柜台，我们会跟进到底。';

const topicsApart = 13;
const searches = questions
  .map(({ query }) => query.replaceAll(' ', ''))
  .filter((query) => query.length >= 4 && tellsKeys(query))
  .filter((_, at) => at % topicsApart === 0);

export const scripts: readonly Script[] = [
  { name: 'answer', open: '', texts: [answer] },
  { name: 'search', open: '\t', texts: searches },
];

const lineCharacters = 30;
/** The same in texts that no terminal has to wrap. */
export const inOneLine = (script: Script): Script => ({
  ...script,
  texts: script.texts.map((text) => [...text].slice(0, lineCharacters).join('')),
});

/** Milliseconds from key to key of who types fast, about ten a second, in step with nothing else. */
export function* pauses(): Generator<number> {
  for (let at = 1; ; at++) yield 60 + ((at * 7919) % 83);
}
