/**
 * Writes src/kb/search/han-data.ts: how each Han character sounds (from pinyin-pro) and its simplified form (from opencc-js), packed
 * so that a key press need not load either library. `node scripts/make-han-data.ts`; a test holds the file against the libraries.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const first = 0x4e00;
const last = 0x9fff;

const initials = 'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ');
const finals =
  'a o e i u v ai ei ao ou an en ang eng ong er ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang ue ve'.split(
    ' ',
  );
const aSyllable = new RegExp(`^(?:${initials.join('|')})?(?:${finals.join('|')})$`);

/** Characters whose second reading people meet in this field; for all others it would only add noise. */
const twoReadings = new Set(
  '行还重长调乐传差率得会参都落着地种降便称朝藏盛属数更量卡血薄角觉校系强切区厦折似宿弹尾相遗与载占粘择炸症约查臭畜度服核号划华汇期奇曲供将教间尽劲空累难宁省应正单扎解给没散',
);

const syllables: string[] = [''];
const codeOf = (syllable: string | undefined): number => {
  if (!syllable || !aSyllable.test(syllable)) return 0;
  const known = syllables.indexOf(syllable);
  return known > 0 ? known : syllables.push(syllable) - 1;
};

const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
const sounds = new Uint16Array((last - first + 1) * 2);
let pairs = '';
for (let code = first; code <= last; code++) {
  const character = String.fromCharCode(code);
  const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
  const main = pinyin(character, { toneType: 'none', v: true });
  const second = twoReadings.has(character) ? readings.find((reading) => reading !== main) : undefined;
  sounds[(code - first) * 2] = codeOf(main);
  sounds[(code - first) * 2 + 1] = codeOf(second);
  const simple = simplify(character);
  // A few simplified forms lie beyond the basic plane, where no one types them.
  if (simple !== character && simple.length === 1) pairs += character + simple;
}

const packed = deflateRawSync(new Uint8Array(sounds.buffer), { level: 9 }).toString('base64');
const literal = (text: string) => `'${text}'`;
writeFileSync(
  fileURLToPath(new URL('../src/kb/search/han-data.ts', import.meta.url)),
  `// Made by scripts/make-han-data.ts from pinyin-pro and opencc-js.

/** Syllables without tone; a character's reading is a place in this list. */
export const syllables = ${literal(syllables.join(' '))}.split(' ');

/** Two readings (the second mostly 0) of each character from U+4E00 to U+9FFF, little-endian 16 bits, deflated, base64. */
export const packedSounds =
  ${literal(packed)};

/** Characters in pairs: traditional or variant, simplified. */
export const simplifiedPairs =
  ${literal(pairs)};
`,
);
