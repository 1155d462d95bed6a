import { inflateRawSync } from 'node:zlib';
import { packedSounds, simplifiedPairs, syllables } from './han-data.ts';

const first = 0x4e00;
const last = 0x9fff;

/** Two readings for each character of the block. */
const sounds = (() => {
  const bytes = inflateRawSync(Buffer.from(packedSounds, 'base64'));
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
})();

/** A digit sounds as it is read out; `2` also as 两. */
const digitSounds = '零一二三四五六七八九';

/**
 * Sounds that people and input methods confuse fall together: zh/z, ch/c, sh/s, n/l, -in/-ing, -en/-eng, -an/-ang, ü/u
 * after n and l. A class is a small number; 0 is no sound.
 */
const soundKey = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/ng$/, 'n')
    .replace(/^l(?:v|ue$)/, (match) => (match === 'lv' ? 'lu' : 'lve'));

const classes: string[] = [''];
const classOfSyllable = Uint16Array.from(syllables, (syllable) => {
  const key = soundKey(syllable);
  const known = classes.indexOf(key);
  return known >= 0 ? known : classes.push(key) - 1;
});

const a = 97;
/** First letter (1 = a … 26 = z) of each sound class. zh/z and n/l fall together, so a class may answer to two letters. */
const letterOfSyllable = Uint8Array.from(syllables, (syllable) => (syllable ? syllable.charCodeAt(0) - a + 1 : 0));

/** For every UTF-16 code unit: sound class of its first and second reading, 0 when there is none. */
export const soundOf = new Uint16Array(0x10000);
export const secondSoundOf = new Uint16Array(0x10000);
/** For every UTF-16 code unit: first letter of its readings as 1 to 26, 0 when it has no sound. Letters of the alphabet are their own. */
export const letterOf = new Uint8Array(0x10000);
export const secondLetterOf = new Uint8Array(0x10000);

for (let code = first; code <= last; code++) {
  const [main, second] = [sounds[(code - first) * 2]!, sounds[(code - first) * 2 + 1]!];
  soundOf[code] = classOfSyllable[main]!;
  secondSoundOf[code] = classOfSyllable[second]!;
  letterOf[code] = letterOfSyllable[main]!;
  secondLetterOf[code] = letterOfSyllable[second]!;
}
for (let digit = 0; digit <= 9; digit++) {
  const code = 48 + digit;
  soundOf[code] = soundOf[digitSounds.charCodeAt(digit)]!;
  letterOf[code] = letterOf[digitSounds.charCodeAt(digit)]!;
}
secondSoundOf[50] = soundOf['两'.charCodeAt(0)]!;
secondLetterOf[50] = letterOf['两'.charCodeAt(0)]!;
for (let letter = 0; letter < 26; letter++) letterOf[a + letter] = letter + 1;

/** All four of them in one number, for the inner loop: sound, second sound (9 bits each), letter, second letter (5 bits each). */
export const phonetics = Uint32Array.from(
  soundOf,
  (sound, unit) => sound | (secondSoundOf[unit]! << 9) | (letterOf[unit]! << 18) | (secondLetterOf[unit]! << 23),
);

const numerals = new Map(
  Object.entries({
    〇: '0',
    零: '0',
    一: '1',
    二: '2',
    两: '2',
    三: '3',
    四: '4',
    五: '5',
    六: '6',
    七: '7',
    八: '8',
    九: '9',
  }),
);

/** One character as search sees it: simplified, half-width, lower case, Chinese digits as digits; 0 for what only separates. */
const foldCharacter = (code: number): number => {
  const folded = String.fromCharCode(code).normalize('NFKC').toLowerCase();
  const unit = folded.charCodeAt(0);
  const isLetterOrDigit = (unit >= 48 && unit <= 57) || (unit >= a && unit <= a + 25);
  const isHan = (unit >= 0x3400 && unit <= last) || unit === 0x3007;
  return isLetterOrDigit || isHan ? unit : 0;
};

/** For every UTF-16 code unit what it is searched as; the same length before and after, so places in a text stay what they are. */
export const foldTable = new Uint16Array(0x10000);
for (let code = 0x3400; code <= last; code++) foldTable[code] = code;
for (const [start, end] of [
  [0x20, 0x24f],
  [0x2070, 0x218f],
  [0x2460, 0x24ff],
  [0x2e80, 0x2fdf],
  [0x3000, 0x303f],
  [0x3200, 0x33ff],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
] as const) {
  for (let code = start; code <= end; code++) foldTable[code] = foldCharacter(code);
}
for (let at = 0; at < simplifiedPairs.length; at += 2) {
  foldTable[simplifiedPairs.charCodeAt(at)] = simplifiedPairs.charCodeAt(at + 1);
}
for (const [character, digit] of numerals) foldTable[character.charCodeAt(0)] = digit.charCodeAt(0);

export const isHan = (unit: number): boolean => unit >= 0x3400;
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
export const isLetter = (unit: number): boolean => unit >= a && unit <= a + 25;

/** Sound class of a syllable that was typed out, such as `gong`; 0 when it is none. `lue` and `nue` stand for lüe and nüe. */
export const classOfTyped: ReadonlyMap<string, number> = new Map([
  ...syllables.map((syllable, at): [string, number] => [syllable, classOfSyllable[at]!]),
  ...['lue', 'nue'].map((typed): [string, number] => [
    typed,
    classOfSyllable[syllables.indexOf(typed.replace('u', 'v'))] ?? 0,
  ]),
]);

/** The sound classes of which some syllable begins with these letters: what an unfinished syllable can become. */
export const classesBeginning = (() => {
  const found = new Map<string, Set<number>>();
  syllables.forEach((syllable, at) => {
    for (let length = 1; length <= syllable.length; length++) {
      const start = syllable.slice(0, length);
      found.set(start, (found.get(start) ?? new Set()).add(classOfSyllable[at]!));
    }
  });
  return (letters: string): readonly number[] => [...(found.get(letters) ?? [])].filter((sound) => sound > 0);
})();
