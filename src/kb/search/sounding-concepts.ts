import type { Atom } from './atom.ts';
import type { ConceptHit, SynonymGroup } from './concepts.ts';
import { foldTable, soundOf } from './han.ts';

interface Node {
  readonly next: Map<number, Node>;
  readonly concepts: number[];
}

const node = (): Node => ({ next: new Map(), concepts: [] });

/** Finds the phrases of the synonyms by how they sound: typed as pinyin, or with wrong characters. */
export class SoundingConcepts {
  private readonly root = node();

  constructor(groups: readonly SynonymGroup[]) {
    groups.forEach((phrases, concept) => {
      for (const phrase of phrases) {
        const sounds = Array.from({ length: phrase.length }, (_, at) => soundOf[foldTable[phrase.charCodeAt(at)]!]!);
        // One syllable says nothing, and what has no sound cannot be heard.
        if (sounds.length < 2 || sounds.includes(0)) continue;
        let at = this.root;
        for (const sound of sounds) {
          const next = at.next.get(sound) ?? node();
          at.next.set(sound, next);
          at = next;
        }
        if (!at.concepts.includes(concept)) at.concepts.push(concept);
      }
    });
  }

  /** The longest phrase that begins at each atom, by the places of the atoms; one sound may be several phrases. */
  find(atoms: readonly Atom[]): ConceptHit[] {
    const hits: ConceptHit[] = [];
    for (let start = 0; start + 1 < atoms.length; start++) {
      let at: Node | undefined = this.root;
      let found: { concepts: readonly number[]; end: number } | undefined;
      for (let end = start; at && end < atoms.length; end++) {
        const sound: number | undefined = atoms[end]!.sounds[0];
        at = sound === undefined ? undefined : at.next.get(sound);
        if (at && at.concepts.length > 0) found = { concepts: at.concepts, end: end + 1 };
      }
      for (const concept of found?.concepts ?? []) hits.push({ concept, start, end: found!.end });
    }
    return hits;
  }
}
