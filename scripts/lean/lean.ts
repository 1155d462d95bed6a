import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

const here = import.meta.dirname;
/** What string-width makes at its start, most of it for emoji that hardly a screen shows. */
const madeLate = [
  'prependedConcatenationMarksRegex',
  'visibleCharacterRegex',
  'emojiPrefixRegex',
  'textPresentationEmojiRegex',
  'emojiZwjSequenceRegex',
];
/** What cuts every text of every frame into graphemes. */
const cutters =
  /node_modules\/(string-width\/index|wrap-ansi\/index|slice-ansi\/tokenize-ansi|@alcalzone\/ansi-tokenize\/build\/tokenize|ink\/build\/line-update)\.js$/;

const asksFetch = '"function"!=typeof fetch';

const withLate = (contents: string, file: string): string =>
  madeLate.reduce((text, name) => {
    const made = new RegExp(`^const ${name} = (.*);$`, 'm');
    const expression = made.exec(text)?.[1];
    if (expression === undefined) throw new Error(`${file} has no ${name}: see scripts/lean`);
    return text
      .replace(made, '')
      .replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}()`)
      .concat(`\nlet made_${name};\nfunction ${name}() {\n\treturn (made_${name} ??= ${expression});\n}\n`);
  }, contents);

const cutLoop = 'for (const { segment, index } of segmenter.segment(str)) {';

/** Every text of every frame goes through this loop: usual text is walked through as it is, without an object for each of its characters. */
const withoutPieces = (contents: string, file: string, ours: string): string => {
  if (!contents.includes(cutLoop)) throw new Error(`${file} cuts otherwise: see scripts/lean`);
  const walk = `const pieces = eachByItself.test(str) ? undefined : [...segmenter.segment(str)];
    for (let at = 0, end = (pieces ?? str).length; at < end; at++) {
        const segment = pieces ? pieces[at].segment : str[at];
        const index = pieces ? pieces[at].index : at;`;
  return `import { eachByItself } from ${ours};\n${contents.replace(cutLoop, walk)}`;
};

/**
 * Leaves out of the bundle what is never used of a library but read or run at every start of a seat. What is asked of such a library later
 * and is not there fails the build (a name that nobody exports) or says so (HTTP/2).
 */
export const lean: Plugin = {
  name: 'lean',
  setup: (build) => {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: path.join(here, 'undici.mjs') }));
    // Nobody asks for HTTP/2, for which Node would load its own.
    build.onResolve({ filter: /\/client-h2\.js$/ }, ({ importer }) =>
      /node_modules\/undici\//.test(importer) ? { path: path.join(here, 'no-http2.cjs') } : undefined,
    );
    build.onResolve({ filter: /^when-exit$/ }, () => ({ path: path.join(here, 'when-exit.ts') }));
    // Six packages bring a string-width of their own. One will do, with a quick way for the usual Chinese text.
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      /node_modules/.test(importer) ? { path: path.join(here, 'string-width.ts') } : undefined,
    );
    build.onLoad({ filter: cutters }, async ({ path: file }) => {
      const contents = await readFile(file, 'utf8');
      const made = /^const (\w+) = new Intl\.Segmenter\([^)]*\);$/m;
      if (!made.test(contents)) throw new Error(`${file} makes no segmenter: see scripts/lean`);
      const ours = JSON.stringify(path.join(here, 'graphemes.ts'));
      const lean = contents.replace(made, (_, name: string) => `import { graphemes as ${name} } from ${ours};`);
      if (/string-width/.test(file)) return { contents: withLate(lean, file) };
      return { contents: /ansi-tokenize/.test(file) ? withoutPieces(lean, file, ours) : lean };
    });
    // Yoga compiles what it carries in itself by way of fetch, for which Node first has to load one.
    build.onLoad({ filter: /node_modules\/yoga-layout\/dist\/binaries\/.*\.js$/ }, async ({ path: file }) => {
      const contents = await readFile(file, 'utf8');
      if (!contents.includes(asksFetch)) throw new Error(`${file} asks no longer for fetch: see scripts/lean`);
      return { contents: contents.replace(asksFetch, 'true') };
    });
  },
};
