import { isHan, soundOf } from '../../kb/search/han.ts';
import { canonical } from './canonical.ts';
import { asksFor, noNeed, type Polarity } from './polarity.ts';

/** Groups of words that mean the same, in canonical form; a word is in one group. */
export class Vocabulary {
  private readonly groupOf = new Map<string, readonly string[]>();
  private readonly longest: number;

  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) {
      const words = [...new Set(group.map(canonical))].filter((word) => word !== '');
      for (const word of words) if (!this.groupOf.has(word)) this.groupOf.set(word, words);
    }
    this.longest = Math.max(1, ...[...this.groupOf.keys()].map((word) => word.length));
  }

  /** The longest word of a group that begins at a place, of at most so many characters, with all that mean the same. */
  at(text: string, from: number, most: number = this.longest): readonly string[] | undefined {
    for (let length = Math.min(most, this.longest, text.length - from); length > 1; length--) {
      const group = this.groupOf.get(text.slice(from, from + length));
      if (group) return [text.slice(from, from + length), ...group];
    }
    return undefined;
  }
}

/** Where a phrase was found in a text (canonical): from inclusive, to exclusive. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** What stands in its gap denies the rest of it. */
  readonly broken?: boolean;
}

/** Words that carry nothing between two parts of a phrase: 缴交(的)结算. */
const loose =
  '(?:(?![能会要可是有][不没])[的地得了过着您你我们咱他她它再去来给把就也都要会能可先后到在上下里完这那个一下些自己本人之以是有]){0,4}';
/** Stands in a phrase for some words between, within a sentence. */
const gap = '…';
const anyWords = '([^。！？；]{0,14}?)';
/** Words between that deny what comes behind them: 利息并不少, 利息不比那种少. */
const denies = /(?:(?<![要能会可是])(?:不|没)(?:是|会|能|算)?|(?:不比|(?<!有)没有|不如)[^，]*)$/;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\%-]/g, '\\$&');

/** Characters as their sound classes, in a range that no text uses; others as they are. */
const sounding = (text: string): string => {
  let heard = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    heard += isHan(unit) && soundOf[unit]! > 0 ? String.fromCharCode(0xe000 + soundOf[unit]!) : text[at];
  }
  return heard;
};

/** A wording that is a question itself. */
const asking = /[？?]|[吗呢]$|多少|什么/;

/** Characters that sound like too many others. */
const slight = /[您你我他她它们的了把被这那个是不没有在和就都也]/;

/** A phrase by sound may differ from what was written in one character of three, so that no other word sounds like it. */
const mostMisheard = 1 / 3;

/** The parts of a phrase, each any of the words that mean it; a long word also by its own parts. */
const patternOf = (text: string, vocabulary: Vocabulary, most: number): string => {
  const pieces: string[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') pieces.push(escaped(plain));
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    if (text[at] === gap) {
      flush();
      pieces.push(gap);
      at++;
      continue;
    }
    const group = vocabulary.at(text, at, most);
    if (group) {
      flush();
      const [word] = group;
      const words = [...new Set(group)].sort((a, b) => b.length - a.length).map(escaped);
      const inParts = patternOf(word!, vocabulary, word!.length - 1);
      pieces.push(`(?:${[...words, inParts].join('|')})`);
      at += word!.length;
    } else plain += text[at++];
  }
  flush();
  return pieces
    .map((piece, at) => (piece === gap ? anyWords : (at > 0 && pieces[at - 1] !== gap ? loose : '') + piece))
    .join('');
};

/** Of one character that is denied, what may stand between it and its negator: 不看 is also 不再看, 不用回 is 用不着您专门回. */
const deniedInShort = (core: string): string | undefined => {
  const short = /^([不没别甭])(.)$/.exec(core);
  if (short) return `${short[1]}(?:再|用|去|来|太|怎么)?${short[2]}`;
  const needless = new RegExp(`^(?:${noNeed})(.)$`).exec(core);
  return needless ? `(?:${noNeed})(?:再|去|来|您|你|本人|自己|专门|特意|特地|往|着){0,3}${needless[1]}` : undefined;
};

/** One wording of something that may be said, compiled to find it however it is put. */
export class Phrase {
  /** How it has to be said to mean it. */
  readonly polarity: Polarity;
  /** A question: it is said when it is asked. */
  readonly asks: boolean;
  private readonly written: RegExp;
  private readonly heard: RegExp | undefined;
  private readonly core: string;

  constructor(wording: string, vocabulary: Vocabulary) {
    const parts = wording.replaceAll('...', gap).split(gap);
    const { polarity, core } = asksFor(parts.map(canonical).join(gap));
    this.asks = asking.test(wording);
    this.polarity = polarity;
    const source = deniedInShort(core) ?? patternOf(core, vocabulary, core.length);
    // 3年 is not in 13年.
    this.written = new RegExp(
      `${/^\d/.test(core) ? '(?<![\\d.])' : ''}${source}${/\d$/.test(core) ? '(?![\\d.])' : ''}`,
      'g',
    );
    this.core = core;
    // With a gap in it too much would sound like it.
    const isSpoken = [...core].every((character) => isHan(character.charCodeAt(0)));
    const distinct = core.length > 2 || (core.length === 2 && !slight.test(core));
    this.heard = isSpoken && distinct ? new RegExp(sounding(escaped(core)), 'g') : undefined;
  }

  /** Every place at which a text (canonical) has it, as written or, failing that, as it sounds. */
  *places(text: string, { bySound = true } = {}): Generator<Found> {
    let any = false;
    for (const match of text.matchAll(this.written)) {
      any = true;
      const [found, ...between] = match;
      yield {
        start: match.index,
        end: match.index + found.length,
        broken: between.some((words) => denies.test(words ?? '')),
      };
    }
    if (any || !bySound || !this.heard) return;
    for (const { index, 0: found } of sounding(text).matchAll(this.heard)) {
      const written = text.slice(index, index + found.length);
      const wrong = [...this.core].filter((character) => !written.includes(character)).length;
      if (wrong <= Math.max(1, this.core.length * mostMisheard) && wrong < this.core.length)
        yield { start: index, end: index + found.length };
    }
  }
}
