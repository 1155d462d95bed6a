import { spansWidth } from '../components/spans.tsx';
import type { Row } from '../state/knowledge/row.ts';
import type { SeatModel } from '../state/model.ts';
import { markedLine } from '../text/marked-text.ts';
import { type StyledLine, shown } from '../text/styled-line.ts';
import { cellWidth, truncate } from '../text/width.ts';
import type { Style, Theme } from '../theme.ts';
import { domainName, type Say, term } from '../words/words.ts';

/** One row of the list as it is drawn: its first line with what stands at its right edge, and a second one below. */
export interface DrawnRow {
  readonly left: StyledLine;
  readonly right?: StyledLine;
  readonly below?: StyledLine;
}

interface Manner {
  readonly chosen: boolean;
  /** It is turned over as a whole, so no colour of its own. */
  readonly plain: boolean;
  /** There is room for one line only. */
  readonly short: boolean;
  /** Cells of the list. */
  readonly width: number;
}

/** The least of a topic, and of the line that matched, that tells anything: four and six characters. */
const leastOfTopic = 8;
const leastOfLine = 12;

type ArticleRow = Extract<Row, { kind: 'article' }>;

/** Words that must be seen before an article is read out. */
const marks = (row: ArticleRow, theme: Theme, plain: boolean, say: Say): StyledLine => {
  const style = (own: Style): Style => (plain ? {} : own);
  return [
    ...(row.state === 'expired' ? [{ text: say('kb.mark.expired'), style: style(theme.alarm) }, { text: ' ' }] : []),
    ...(row.state === 'coming' ? [{ text: say('kb.mark.coming'), style: style(theme.alarm) }, { text: ' ' }] : []),
    ...(row.unconfirmed ? [{ text: `${say('kb.mark.unconfirmed')} `, style: style(theme.warn) }] : []),
  ];
};

/** How it came to match: as characters, by sound, by first letters, as a synonym, or nearly. */
const why = (row: ArticleRow, { language }: SeatModel, say: Say): string => {
  if (!row.finding) return '';
  // What matches in the text of the article only has no place in the line that is shown.
  const reasons = row.finding.reasons.length > 0 ? row.finding.reasons : ['text'];
  return reasons.map((reason) => term(language, 'match', reason)).join(say('list.comma'));
};

const articleRow = (row: ArticleRow, model: SeatModel, how: Manner, theme: Theme, say: Say): DrawnRow => {
  const { finding } = row;
  const pinned = model.use.pinned.includes(row.id);
  const quiet = how.plain ? {} : theme.quiet;
  const left: StyledLine = [
    { text: how.chosen ? '▸ ' : '  ' },
    ...(pinned ? [{ text: '★ ' }] : []),
    ...marks(row, theme, how.plain, say),
    ...markedLine(row.title, finding?.titleSpans ?? [], theme.match),
  ];
  const reasons = why(row, model, say);
  if (!finding) {
    // The title goes first, and the topic has what is left; its group stands in the heading above.
    const name = shown(row.topic);
    const room = how.width - spansWidth(left) - cellWidth(`   ${row.id}`);
    const topic = how.short || room < Math.min(cellWidth(name), leastOfTopic) ? '' : `${truncate(name, room)} `;
    return { left, right: [{ text: ` ${topic}${row.id}`, style: quiet }] };
  }
  if (how.short) return { left, right: [{ text: ` ${reasons}`, style: quiet }] };
  const byTopic = finding.field === 'topic' && finding.line === row.topic;
  const lead: StyledLine = [{ text: `    ${reasons} · ${row.id}`, style: quiet }];
  const topic: StyledLine = [
    { text: ' · ', style: quiet },
    ...markedLine(row.topic, byTopic ? finding.lineSpans : [], theme.match, quiet),
  ];
  if (byTopic || finding.field === 'title' || finding.line === row.title) return { left, below: [...lead, ...topic] };
  const field = ` · ${term(model.language, 'field', finding.field)} `;
  const line: StyledLine = [
    { text: field, style: quiet },
    ...markedLine(finding.line, finding.lineSpans, theme.match, quiet),
  ];
  // Why it is there says more than the topic; a part of it that says nothing is left out.
  const least = cellWidth(field) + Math.min(cellWidth(shown(finding.line)), leastOfLine);
  const room = how.width - spansWidth(lead);
  if (least > room) return { left, below: [...lead, ...topic] };
  return { left, below: [...lead, ...(least + spansWidth(topic) > room ? [] : topic), ...line] };
};

/** A row of the list. */
export const drawRow = (row: Row, model: SeatModel, how: Manner, theme: Theme, say: Say): DrawnRow => {
  switch (row.kind) {
    case 'heading': {
      const { of } = row;
      if (of === 'pinned' || of === 'recent') return { left: [{ text: say(`kb.section.${of}`), style: theme.title }] };
      const domain = domainName(model.language, model.settings.domains, of.domain);
      const text = [domain, of.group].filter((part) => part !== '').join(' · ');
      return { left: [{ text: shown(text), style: theme.title }] };
    }
    case 'topic': {
      const { group, name } = row.topic;
      return {
        left: [{ text: `${how.chosen ? '▸' : ' '} ${say('kb.topic')} ${shown(`${group} · ${name}`)}` }],
        right: [{ text: ` ${say('kb.count', { count: row.count })}`, style: how.plain ? {} : theme.quiet }],
      };
    }
    case 'article':
      return articleRow(row, model, how, theme, say);
  }
};

/** Lines that a row takes: a result tells on a second line why it is there, always, so that the list stays still. */
export const rowLines = (row: Row, short: boolean): number =>
  row.kind === 'article' && row.finding !== undefined && !short ? 2 : 1;
