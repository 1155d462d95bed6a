import { styleText } from 'node:util';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Finding, Findings } from '../../kb/knowledge-base.ts';
import type { Span } from '../../kb/search/highlight.ts';
import type { Context } from '../context.ts';
import { facts, table } from '../output/table.ts';
import { term } from '../words/words.ts';
import { reasonsOf } from './reasons.ts';

/** A text whose spans are in another colour, as far as the text goes. */
const marked = (text: string, spans: readonly Span[], color: boolean): string => {
  if (!color) return text;
  let out = '';
  let at = 0;
  for (const [start, end] of spans) {
    const piece = text.slice(start, end);
    if (piece === '') break;
    out += text.slice(at, start) + styleText(['bold', 'yellow'], piece, { validateStream: false });
    at = end;
  }
  return out + text.slice(at);
};

/** `字面、谐音`, and behind it the state when the article does not hold today. */
const whyOf = ({ language }: Context, finding: Finding, query: string): string => {
  const words = reasonsOf(finding, query).map((reason) => term(language, 'kbReason', reason));
  const state = finding.state === 'in-force' ? [] : [term(language, 'kbState', finding.state)];
  return [...words, ...state].join(language === 'en' ? ', ' : '、');
};

/** The line that matched, when it is not the title itself, with the spans where they stand then. */
const lineOf = ({ language }: Context, { field, line, title, lineSpans }: Finding): { text: string; spans: Span[] } => {
  if (line === title) return { text: '', spans: [] };
  const before = term(language, 'kbField', field);
  const text = `${before}${language === 'en' ? ': ' : '：'}${line}`;
  const offset = text.length - line.length;
  return { text, spans: lineSpans.map(([start, end]) => [start + offset, end + offset]) };
};

/** What was found, best first. */
export const resultTable = (context: Context, { query, results }: Findings): string => {
  const { say, color } = context;
  const lines = results.map((finding) => lineOf(context, finding));
  return table(
    [say('kb.title'), say('kb.id'), say('kb.topic'), say('kb.why'), say('kb.matched')],
    results.map((finding, at) => [
      finding.title,
      finding.id,
      finding.topic,
      whyOf(context, finding, query),
      lines[at]!.text,
    ]),
    (shown, row, column) => {
      if (column === 0) return marked(shown, results[row]!.titleSpans, color);
      return column === 4 ? marked(shown, lines[row]!.spans, color) : shown;
    },
  );
};

/** The same with all that is known of why each is there. */
export const explanations = ({ say, language, color }: Context, { query, results }: Findings): string =>
  results
    .map((finding, at) => {
      const { id, title, topic, domain, state, score, field, line, titleSpans } = finding;
      const head = `${at + 1}  ${marked(plainText(title, { multiline: false }), titleSpans, color)}\n`;
      return (
        head +
        facts([
          [say('kb.id'), id],
          [say('kb.topic'), `${domain}  ${topic}`],
          [say('kb.score'), score.toFixed(3)],
          [
            say('kb.why'),
            reasonsOf(finding, query)
              .map((reason) => term(language, 'kbReason', reason))
              .join('  '),
          ],
          [say('kb.matched'), `${term(language, 'kbField', field)}  ${line}`],
          [say('kb.state'), term(language, 'kbState', state)],
        ])
          .replace(/^/gm, '   ')
          .trimEnd()
      );
    })
    .join('\n\n')
    .concat('\n');

/** What to go on with when nothing was found. */
export const nearestWords = ({ say }: Context, { query, nearest }: Findings): string =>
  [
    say(nearest.length > 0 ? 'kb.nothing-found' : 'kb.nothing-at-all', { query }),
    ...nearest.map(({ id, name }) => `  ${id}  ${plainText(name, { multiline: false })}`),
  ].join('\n');
