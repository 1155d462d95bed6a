import { foldTable } from '../../kb/search/han.ts';

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百二十, 十五, 一万二 and the like as a number; undefined for what is no number as people say one. */
const spokenNumber = (text: string): number | undefined => {
  let sum = 0;
  let part = 0;
  let digit: number | undefined;
  let last = 1;
  for (const character of text) {
    if (character === '万') {
      sum = (sum + part + (digit ?? 0)) * 10_000;
      [part, digit, last] = [0, undefined, 10_000];
      continue;
    }
    const place = places[character];
    if (place !== undefined) {
      part += (digit ?? 1) * place;
      [digit, last] = [undefined, place];
      continue;
    }
    const value = digits[character];
    if (value === undefined) return undefined;
    if (digit !== undefined && digit !== 0) return undefined;
    digit = value;
    if (value === 0) last = 1;
  }
  // 一万二 and 三百五 leave out the place of the last digit.
  const rest = digit === undefined ? 0 : digit * (last >= 100 ? last / 10 : 1);
  return sum + part + rest;
};

/** Runs of Chinese digits that are numbers; a single one within a word (一般, 一起, 万一) stays what it is. */
const numberRun = /[零〇一二两三四五六七八九十百千万]+/g;
/** What makes a single digit a number: a thing that is counted, or a place in an order. */
const counted =
  /^(?:个?(?:月|年|天|日|号|周|小时|工作日|次|套|元|块|万|千|百|倍|成|岁|张|份|家|人|%|分之|季度|季|期|笔|步|点|种|样)|月)/;

/** Words with digits in them that count nothing. */
const noNumbers =
  /一块(?=儿|转|办|来|去|说|问|弄|给|，|。|$)|几[十百千万]|万一|千万(?![元块])|十分(?!之)|百般|万分(?!之)|三番五次|一五一十|五一(?!\d)/g;

const withDigits = (text: string): string => {
  const words = [...text.matchAll(noNumbers)].map(({ index, 0: word }) => [index, index + word.length] as const);
  return text.replace(numberRun, (run: string, at: number) => {
    if (words.some(([start, end]) => at >= start && at < end)) return run;
    const after = text.slice(at + run.length);
    // Read out digit by digit, as years are: 二零二六.
    if ((run.length >= 3 || (run.length === 2 && after.startsWith('年'))) && /^[零〇一二三四五六七八九]+$/.test(run))
      return [...run].map((digit) => digits[digit]).join('');
    if (run.length === 1 && !counted.test(after)) return run;
    if (run.length === 1 && /[十百千万]/.test(run) && !/^(?:个?月|年|天|日|号|元|块|%|分之)/.test(after)) return run;
    return String(spokenNumber(run) ?? run);
  });
};

/** Ways to say one day, amount or share, and the one way that they are compared in. */
const sameSaid: readonly (readonly [RegExp, string])[] = [
  [/元月/g, '1月'],
  [/(?<!\d)(2\d)年(?=\d+月)/g, '20$1年'],
  [/(?:元旦(?:节|那天)?|(?<!\d)1月1(?:日|号)?(?!\d))/g, '1月1日'],
  [/(\d+)[号天]/g, '$1日'],
  [/%之(\d+(?:\.\d+)?)/g, '$1%'],
  [/(\d+)个点(?!钟)/g, '$1%'],
  [/半年/g, '6个月'],
  [/(\d+)块(?:钱)?/g, '$1元'],
  [/(\d+)(?:点|时)钟?/g, '$1点'],
];

/** What an ending of a sentence is written as. */
const ends: Readonly<Record<string, string>> = {
  '.': '。',
  '!': '！',
  '?': '？',
  ';': '；',
  ',': '，',
  '\n': '。',
  ':': '，',
  '：': '，',
};

/**
 * A sentence in the form in which sentences are compared: simplified characters, half width, small letters, numbers and days in digits,
 * no spaces; the marks that part clauses stay.
 */
export const canonical = (text: string): string => {
  let plain = '';
  for (const character of text
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replaceAll('百分之', '%之')) {
    const mark = ends[character] ?? character;
    if (/[。！？；，、%.~-]/.test(mark)) {
      plain += mark;
      continue;
    }
    const unit = character.length === 1 ? foldTable[character.charCodeAt(0)]! : 0;
    // The table writes Chinese digits as digits, which is too early here: 一般 is no number.
    plain += character in digits ? character : unit === 0 ? '' : String.fromCharCode(unit);
  }
  // A point between digits is a decimal one.
  let said = withDigits(plain.replace(/(\d)。(?=\d)/g, '$1.'));
  for (const [as, one] of sameSaid) said = said.replace(as, one);
  return said;
};
