import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import type { ReadOut } from '../../kb/article/read-out.ts';
import { canWrite } from '../actions/contexts.ts';
import { keyHints } from '../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { visiblePart } from '../components/scroll-pane.tsx';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { Lines, type Span, Spans } from '../components/spans.tsx';
import { tabSpans } from '../components/tab-spans.ts';
import { lookupOf } from '../state/knowledge/lookup.ts';
import type { SeatModel } from '../state/model.ts';
import { searchMatters } from '../state/selectors.ts';
import type { Theme } from '../theme.ts';
import { term } from '../words/words.ts';
import { articleHead, articleLines } from './article-lines.ts';

/** The parts side by side. */
const tabs = ({ parts }: ReadOut, chosen: number, model: SeatModel, width: number, theme: Theme): Span[] =>
  tabSpans(
    parts.map(({ name }) => term(model.language, 'part', name)),
    chosen,
    width,
    theme,
  );

export interface ArticlePanelProps {
  readonly lookup: string;
  /** The article to show: the one that is read, or the one chosen in the list beside it. */
  readonly article: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** An article: the short answer first, its parts one below the other, and what it rests on. */
export function ArticlePanel({ lookup, article, width, height }: ArticlePanelProps): ReactNode {
  const model = useModel(searchMatters);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const { knowledge, today, corrections, language } = model;
  const { reading } = lookupOf(model, lookup);
  const isRead = reading !== undefined && reading.article === article;
  const chosen = isRead ? reading.part : undefined;
  const inner = width - frameColumns;
  const room = Math.max(1, height - frameRows);
  const read = useMemo(
    // Another edition of the knowledge is another object.
    () => (article === undefined ? undefined : knowledge.base?.readOut(article, today)),
    [article, knowledge, today],
  );
  const { lines, parts } = useMemo(
    () =>
      read
        ? articleLines(read, chosen, { knowledge, today, corrections, language }, inner, theme, say)
        : { lines: [], parts: [] },
    [read, chosen, knowledge, today, corrections, language, inner, theme, say],
  );
  const head = read ? articleHead(read, model, { width: inner, height: room }, theme, say) : [];
  const rows = Math.max(1, room - head.length - 1);
  const { top, above, below } = visiblePart(lines.length, rows, isRead ? reading.scroll : 0);
  useLayoutEffect(() => {
    if (!isRead) return;
    session.shelf.page = Math.max(1, rows - 1);
    session.shelf.most = Math.max(0, lines.length - rows);
    session.shelf.parts = parts;
  });
  const focused = isRead && !model.overlay && (model.screen !== 'call' || model.pane === 'lookup');
  if (!read) {
    const empty = article === undefined ? '' : say('kb.gone', { id: article });
    return (
      <Frame width={width} height={height} title={say('kb.article')} focused={focused}>
        <Spans left={[{ text: empty, style: theme.warn }]} width={inner} />
      </Frame>
    );
  }
  return (
    <Frame
      width={width}
      height={height}
      title={`${say('kb.article')} ${read.article.id}`}
      aside={above + below > 0 ? say('call.more', { above, below }) : ''}
      footer={
        focused
          ? keyHints(model, say, 'reader-next-part', ...(canWrite(model) ? ['reader-insert'] : []), 'reader-close')
          : ''
      }
      focused={focused}
    >
      <Lines lines={head} width={inner} />
      <Spans left={tabs(read, chosen ?? 0, model, inner, theme)} width={inner} />
      <Lines lines={lines.slice(top, top + rows)} width={inner} />
    </Frame>
  );
}
