import type { ReadOut } from '../../kb/article/read-out.ts';
import { figure, type Policy, type PolicyEntry, withFigures } from '../../kb/policy.ts';
import type { Room } from '../charts/chart.ts';
import { spansWidth } from '../components/spans.tsx';
import type { SeatModel } from '../state/model.ts';
import type { Mark } from '../text/marked-text.ts';
import { markedParagraph } from '../text/marked-text.ts';
import { type StyledLine, shown } from '../text/styled-line.ts';
import { cellWidth } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';
import {
  confidenceText,
  correctionLines,
  daysText,
  type Facts,
  figureLines,
  relatedLines,
  sourceLines,
  sourceText,
} from './article-basis.ts';

/** Around a figure while its place is looked for; no article can hold them. */
const [open, close] = ['\x01', '\x02'];

/** The article's figures with their numbers, `1万元[1]`, between signs by which they are found again. */
const numberedFigures = ({ figures }: ReadOut): Policy =>
  new Map(
    figures.flatMap(({ name, entry }, at): [string, PolicyEntry[]][] =>
      entry
        ? [[name, [{ ...entry, value: `${open}${figure(entry)}[${at + 1}]${close}`, unit: undefined } as PolicyEntry]]]
        : [],
    ),
  );

/** A line without the signs, and where the figures stand in it. */
const figuresIn = (line: string): { text: string; marks: Mark[] } => {
  const marks: Mark[] = [];
  let text = '';
  for (const piece of line.split(open)) {
    const end = piece.indexOf(close);
    if (end >= 0) marks.push([text.length, text.length + end]);
    text += end < 0 ? piece : piece.slice(0, end) + piece.slice(end + 1);
  }
  return { text, marks };
};

/** `- ` or `3. ` at the beginning of a line of a list; the lines after it hang under its text. */
const bullet = /^(?:-|\d{1,2}\.) +/;

const paragraphLines = (line: string, width: number, theme: Theme, strong: boolean): StyledLine[] => {
  const lead = bullet.exec(line)?.[0] ?? '';
  const { text, marks } = figuresIn(line.slice(lead.length));
  const indent = '  ';
  const first = `${indent}${lead}`;
  const cells = cellWidth(first);
  return markedParagraph(
    text,
    marks,
    Math.max(8, width - cells),
    { first, rest: ' '.repeat(cells) },
    theme.match,
    strong ? theme.strong : {},
  );
};

/** An article in lines of `width` cells, and on which line each of its parts begins. */
export const articleLines = (
  read: ReadOut,
  chosen: number | undefined,
  facts: Facts,
  width: number,
  theme: Theme,
  say: Say,
): { lines: StyledLine[]; parts: number[] } => {
  const policy = numberedFigures(read);
  const lines: StyledLine[] = [];
  const parts: number[] = [];
  read.parts.forEach(({ name }, at) => {
    if (at > 0) lines.push([{ text: '' }]);
    parts.push(lines.length);
    const heading = `${at === chosen ? '▸' : ' '} ${term(facts.language, 'part', name)}`;
    lines.push([{ text: heading, style: at === chosen ? theme.focus : theme.title }]);
    const text = withFigures(read.article.parts[name], policy, facts.today);
    // A figure that is not in force stays in brackets, as it is read out.
    for (const line of text.split('\n')) lines.push(...paragraphLines(line, width, theme, at === 0));
  });
  const own = [...facts.corrections.values()].filter(({ document }) => document === read.article.id);
  lines.push(
    ...figureLines(read, facts, width, theme, say),
    ...sourceLines(read, facts, width, theme, say),
    ...relatedLines(read, facts, width, theme, say),
    ...correctionLines(own, facts, width, theme, say),
  );
  return { lines, parts };
};

/** What stays in view above the text: whether it holds at all, what it is, and what it rests on. */
export const articleHead = (
  { article, state }: ReadOut,
  model: SeatModel,
  { width, height }: Room,
  theme: Theme,
  say: Say,
): StyledLine[] => {
  const { from, to } = article.effective;
  const topic = model.knowledge.base?.topics.get(article.topic);
  const unconfirmed = article.confidence === 'local-unconfirmed';
  const cited = model.callAt !== undefined && model.citations.get(model.callAt)?.includes(article.id);
  const banner: StyledLine[] =
    state === 'in-force'
      ? []
      : [
          [
            {
              text: ` ${state === 'expired' ? say('kb.banner.expired', { to: to ?? '' }) : say('kb.banner.coming', { from })} `,
              style: theme.alarm,
            },
          ],
        ];
  const marks: StyledLine = [
    ...(model.use.pinned.includes(article.id) ? [{ text: `★ ${say('kb.mark.pinned')}  ` }] : []),
    ...(cited ? [{ text: `✓ ${say('kb.mark.cited')}  `, style: theme.good }] : []),
    ...(unconfirmed ? [{ text: `? ${confidenceText(article.confidence, model)}  `, style: theme.warn }] : []),
  ];
  const holds = [
    ...(unconfirmed ? [] : [confidenceText(article.confidence, model)]),
    daysText(article.effective, say),
    say('kb.checked-on', { day: article.checked }),
    topic ? shown(`${topic.group} · ${topic.name}`) : article.topic,
  ];
  const line = (...texts: readonly string[]): StyledLine[number] => ({ text: texts.join(' · '), style: theme.quiet });
  const whole = [...marks, line(...holds)];
  // Until when it was checked must be seen; where there is no room for it on one line, it goes on another.
  const about =
    spansWidth(whole) <= width ? [whole] : [[...marks, line(...holds.slice(0, -2))], [line(...holds.slice(-2))]];
  const title: StyledLine = [{ text: shown(article.title), style: theme.strong }];
  const source: StyledLine = [{ text: sourceText(article.source), style: theme.quiet }];
  const least = 10;
  return [...banner, title, ...(height > least ? [...about, source] : [])];
};
