import type { Atom } from './atom.ts';
import { foldTable, phonetics } from './han.ts';
import type { SearchIndex } from './search-index.ts';

/** So many titles are listened to, and so many kept of each sound. */
const mostTitles = 20_000;
const mostEach = 2000;

/** Documents whose title begins with a sound or first letter, and those in whose title it stands further on. */
interface Heard {
  readonly beginning: number[];
  readonly within: number[];
}

const heard = (): Heard => ({ beginning: [], within: [] });

/** Which titles can be meant by a single sound or letter, for which the index has no terms. Listens once, when first asked. */
export class TitleSounds {
  private readonly sounds = new Map<number, Heard>();
  private readonly letters = new Map<number, Heard>();

  constructor(index: SearchIndex) {
    for (let doc = 0; doc < Math.min(index.capacity, mostTitles); doc++) {
      if (index.isDead(doc)) continue;
      const [segment, at] = index.placeOf(doc);
      const line = segment.docLine[at]!;
      for (
        let place = segment.lineText[line]!, first = true;
        place < segment.lineText[line + 1]!;
        place++, first = false
      ) {
        const phonetic = phonetics[foldTable[segment.text[place]!]!]!;
        note(this.sounds, phonetic & 0x1ff, doc, first);
        note(this.sounds, (phonetic >>> 9) & 0x1ff, doc, first);
        note(this.letters, (phonetic >>> 18) & 0x1f, doc, first);
        note(this.letters, phonetic >>> 23, doc, first);
      }
    }
  }

  /** At most `most` wanted documents for an atom, those that begin with it first. */
  like(atom: Atom, most: number, isWanted: (doc: number) => boolean): number[] {
    const all =
      atom.sounds.length > 0 ? atom.sounds.map((sound) => this.sounds.get(sound)) : [this.letters.get(atom.letter)];
    const docs = new Set<number>();
    const take = (list: readonly number[] | undefined): void => {
      for (const doc of list ?? []) {
        if (docs.size >= most) return;
        if (isWanted(doc)) docs.add(doc);
      }
    };
    for (const each of all) take(each?.beginning);
    for (const each of all) take(each?.within);
    return [...docs];
  }
}

const note = (map: Map<number, Heard>, sound: number, doc: number, first: boolean): void => {
  if (sound === 0) return;
  let known = map.get(sound);
  if (!known) {
    known = heard();
    map.set(sound, known);
  }
  const list = first ? known.beginning : known.within;
  if (list.length < mostEach && list.at(-1) !== doc) list.push(doc);
};
