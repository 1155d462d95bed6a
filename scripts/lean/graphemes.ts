/** Characters of which each is a grapheme by itself, whatever stands around it: those of usual Chinese text, line ends, ESC. */
export const eachByItself = /^[\n\x1b -~·—‘’“”…\u2190-\u21ff\u2500-\u25fc\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

interface Cut extends Iterable<Intl.SegmentData> {
  containing(at?: number): Intl.SegmentData | undefined;
}

class Characters implements Cut {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  *[Symbol.iterator](): Iterator<Intl.SegmentData> {
    for (let at = 0; at < this.text.length; at++) yield this.containing(at)!;
  }

  containing(at = 0): Intl.SegmentData | undefined {
    const segment = this.text[at];
    return segment === undefined ? undefined : { segment, index: at, input: this.text };
  }
}

let segmenter: Intl.Segmenter | undefined;

/**
 * Cuts a text into graphemes as `new Intl.Segmenter()` does, for the libraries that draw. Usual text needs no tables for that, and the real segmenter
 * takes 5 ms to be made, so it is made for the first text that needs it.
 */
export const graphemes = {
  segment: (text: string): Cut => {
    if (eachByItself.test(text)) return new Characters(text);
    segmenter ??= new Intl.Segmenter();
    return segmenter.segment(text) as Cut;
  },
};
