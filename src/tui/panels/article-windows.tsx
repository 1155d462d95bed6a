import type { ReactNode } from 'react';
import { stateOn } from '../../kb/article/article.ts';
import { smsParts } from '../../kb/article/read-out.ts';
import { menuEntries } from '../actions/article-actions.ts';
import { keyHints } from '../actions/key-hints.ts';
import { bestKey, keyLabel } from '../actions/keys.ts';
import { nameOf } from '../actions/meant.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useTheme, wholeModel } from '../components/session-context.tsx';
import { cell, Lines, type Span, Spans } from '../components/spans.tsx';
import { keymapOf } from '../keymap/keymap.ts';
import { articleNow } from '../state/article-commands.ts';
import { relatedNow } from '../state/knowledge/related.ts';
import type { SeatModel } from '../state/model.ts';
import { shown, shownParagraph } from '../text/styled-line.ts';
import { wrap } from '../text/width.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const keyCells = 8;
const nameCells = 16;

const atOf = ({ overlay }: SeatModel): number => (overlay && 'at' in overlay ? overlay.at : 0);

/** The first of `rows` entries to show, so that the chosen one is among them. */
const firstOf = (at: number, rows: number): number => Math.max(0, at - rows + 1);

/** Rows that the menu would like, frame included. */
export const menuRows = menuEntries.length + frameRows;

/** What can be done with the article at hand; what cannot be done now says why not. */
export function ArticleMenu({ width, height }: Size): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  const at = atOf(model);
  const top = firstOf(at, rows);
  return (
    <Frame
      width={width}
      height={height}
      title={`${say('action.article-menu')} ${articleNow(model)?.article.id ?? ''}`}
      footer={keyHints(model, say, 'article-menu-choose', 'article-menu-cancel')}
      focused
    >
      {menuEntries.slice(top, top + rows).map((action, index) => {
        const chosen = top + index === at;
        const spans: Span[] = [
          { text: chosen ? '▸ ' : '  ' },
          cell(keyLabel(bestKey(keymapOf(model).keysOf(action))), keyCells, chosen ? {} : theme.key),
          cell(say(nameOf(action, model)), nameCells),
          { text: action.whyNot?.(model, say) ?? say(action.help), style: chosen ? {} : theme.quiet },
        ];
        return <Spans key={action.id} left={spans} width={inner} style={chosen ? theme.selected : undefined} />;
      })}
    </Frame>
  );
}

/** Articles that the one at hand names, and others of its topic. */
export function RelatedPanel({ width, height }: Size): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  const at = atOf(model);
  const top = firstOf(at, rows);
  const { base } = model.knowledge;
  return (
    <Frame
      width={width}
      height={height}
      title={say('kb.related')}
      footer={keyHints(model, say, 'related-open', 'related-cancel')}
      focused
    >
      {relatedNow(model)
        .slice(top, top + rows)
        .map(({ id, title }, index) => {
          const chosen = top + index === at;
          const article = base?.article(id);
          const expired = article && stateOn(article, model.today) === 'expired';
          const spans: Span[] = [
            { text: chosen ? '▸ ' : '  ' },
            cell(id, 12, chosen ? {} : theme.quiet),
            ...(expired ? [{ text: say('kb.mark.expired'), style: chosen ? {} : theme.alarm }, { text: ' ' }] : []),
            { text: shown(title) },
          ];
          return <Spans key={id} left={spans} width={inner} style={chosen ? theme.selected : undefined} />;
        })}
    </Frame>
  );
}

/** The article's text for the citizen's telephone, with how long it is and how many messages it takes. */
export function SmsPanel({ width, height }: Size): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows - 1);
  const read = articleNow(model);
  const text = read ? shownParagraph(read.sms) : '';
  const lines = wrap(text, inner).map((line) => [{ text: line.text }]);
  return (
    <Frame
      width={width}
      height={height}
      title={`${say('kb.sms')} · ${shown(read?.article.title ?? '')}`}
      footer={keyHints(model, say, 'sms-copy', 'sms-close')}
      focused
    >
      <Spans
        left={[{ text: say('kb.sms.size', { count: [...text].length, parts: smsParts(text) }), style: theme.label }]}
        width={inner}
      />
      <Lines lines={lines.slice(0, rows)} width={inner} />
    </Frame>
  );
}
