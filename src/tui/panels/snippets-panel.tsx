import { Box } from 'ink';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { keyHints } from '../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../components/session-context.tsx';
import { cell, Lines, type Span, Spans } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import { withOverlay } from '../state/desk.ts';
import { findSnippets } from '../state/snippets/find-snippets.ts';
import { fillerFor, offeredSnippets } from '../state/snippets/offered-snippets.ts';
import { loadPinyin, type Pinyin } from '../text/pinyin.ts';
import { shown, shownParagraph } from '../text/styled-line.ts';
import { wrap } from '../text/width.ts';

/** Rows that the list would like, frame included. */
export const snippetRows = 14;

const nameCells = 20;
/** Of the rows below the search, so many show the chosen snippet as it would be inserted. */
const previewRows = (rows: number): number => (rows < 5 ? 0 : Math.min(4, Math.floor(rows / 3)));
const none = [] as const;

/** What experts say again and again, the person's own and the centre's: found by its words or pinyin, seen in full, put in by Enter. */
export function SnippetsPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const [pinyin, setPinyin] = useState<{ of: Pinyin }>();
  useEffect(() => {
    let open = true;
    void loadPinyin().then((of) => open && setPinyin({ of }));
    return () => {
      open = false;
    };
  }, []);
  const overlay = model.overlay?.kind === 'snippets' ? model.overlay : undefined;
  const text = overlay?.query.text ?? '';
  const mine = overlay?.mine ?? none;
  const found = useMemo(
    () => findSnippets(offeredSnippets(model, mine), text, pinyin?.of),
    [model, mine, text, pinyin],
  );
  useLayoutEffect(() => {
    session.offered.snippets = found;
  });
  if (!overlay) return null;
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows - 1);
  const preview = previewRows(rows);
  const listRows = Math.max(1, rows - preview - Number(preview > 0));
  const at = Math.min(overlay.at, Math.max(0, found.length - 1));
  const top = Math.max(0, Math.min(at - listRows + 1, found.length - listRows));
  const chosen = found[at];
  const filled = fillerFor(model);
  const lines = chosen ? wrap(shownParagraph(filled(chosen.snippet)), inner) : [];
  return (
    <Frame
      width={width}
      height={height}
      title={say('snippets.title')}
      aside={found.length === 0 ? '' : `${at + 1}/${found.length}`}
      footer={keyHints(model, say, 'snippets-insert', 'snippets-cancel')}
      focused
    >
      <TextField
        buffer={overlay.query}
        onChange={(next) =>
          session.store.update((now) =>
            now.overlay?.kind === 'snippets' ? withOverlay(now, { ...now.overlay, query: next, at: 0 }) : now,
          )
        }
        width={inner}
        focused
        placeholder={say('snippets.hint')}
      />
      {found.length === 0 && <Spans left={[{ text: say('snippets.none'), style: theme.quiet }]} width={inner} />}
      {found.slice(top, top + listRows).map((offer, index) => {
        const isChosen = top + index === at;
        const { snippet, of, fits } = offer;
        const left: Span[] = [
          { text: isChosen ? '▸ ' : '  ' },
          cell(shown(snippet.name), nameCells),
          { text: shown(filled(snippet)), style: isChosen ? {} : theme.quiet },
        ];
        const marks = [...(fits ? [say('snippets.fits')] : []), ...(of === 'person' ? [say('snippets.mine')] : [])];
        const right: Span[] =
          marks.length > 0 ? [{ text: `  ${marks.join(' · ')}`, style: isChosen ? {} : theme.good }] : [];
        return (
          <Spans
            key={`${of} ${snippet.id}`}
            left={left}
            right={right}
            width={inner}
            {...(isChosen && { style: theme.selected })}
          />
        );
      })}
      {preview > 0 && chosen && (
        <Box
          flexDirection="column"
          marginTop={Math.max(1, listRows - found.length + 1)}
          height={preview}
          flexShrink={0}
        >
          <Lines
            lines={lines.slice(0, preview).map((line) => [{ text: line.text, style: theme.label }])}
            width={inner}
          />
        </Box>
      )}
    </Frame>
  );
}
