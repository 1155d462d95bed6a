import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Action } from '../actions/action.ts';
import { nameOf } from '../actions/dispatch.ts';
import { keyLabel } from '../actions/keys.ts';
import { findOffers, loadPinyin, type Pinyin } from '../actions/palette-search.ts';
import { actions } from '../actions/table.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../components/session-context.tsx';
import { cell, type Span, Spans } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import { withOverlay } from '../state/desk.ts';
import { shown } from '../text/styled-line.ts';
import { truncate } from '../text/width.ts';

const nameCells = 16;
const keyCells = 12;

/** The key that does it from here; an entry of a menu has its digit there. */
const wayTo = (action: Action): string => {
  const key = action.keys[0];
  const inMenu = action.where === 'seat' || action.where === 'sums';
  const menu = inMenu ? actions.find(({ id }) => id === action.where)?.keys[0] : undefined;
  return [menu, key]
    .filter((name) => name !== undefined)
    .map(keyLabel)
    .join(' ');
};

/** Every command by its words, its pinyin initials or its key, and articles by what they say; what cannot be done now says why not. */
export function PalettePanel({ width, height }: { width: number; height: number }): ReactNode {
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
  const { overlay } = model;
  const query = overlay?.kind === 'palette' ? overlay.query : undefined;
  const text = query?.text ?? '';
  const found = useMemo(() => findOffers(text, model, say, pinyin?.of), [text, model, say, pinyin]);
  useLayoutEffect(() => {
    session.view.found = found;
    session.view.most = Math.max(0, found.length - 1);
  });
  if (overlay?.kind !== 'palette' || !query) return null;
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows - 1);
  const at = Math.min(overlay.at, Math.max(0, found.length - 1));
  const top = Math.max(0, Math.min(at - rows + 1, found.length - rows));
  const row = (index: number): ReactNode => {
    const offer = found[index]!;
    const chosen = index === at;
    const quiet = chosen ? {} : theme.quiet;
    const about: Span[] =
      offer.kind === 'article'
        ? [
            cell(say('palette.article'), nameCells, quiet),
            cell(offer.id, keyCells, chosen ? {} : theme.key),
            { text: shown(offer.title) },
          ]
        : [
            cell(truncate(say(nameOf(offer.action, model)), nameCells - 1), nameCells),
            cell(wayTo(offer.action), keyCells, chosen ? {} : theme.key),
            { text: offer.action.whyNot?.(model, say) ?? say(offer.action.help), style: quiet },
          ];
    const spans: Span[] = [{ text: chosen ? '▸ ' : '  ' }, ...about];
    return <Spans key={offer.id} left={spans} width={inner} {...(chosen && { style: theme.selected })} />;
  };
  return (
    <Frame
      width={width}
      height={height}
      title={say('palette.title')}
      footer={`Enter ${say('action.choose')} · Esc ${say('action.cancel')}`}
      focused
    >
      <TextField
        buffer={query}
        onChange={(next) =>
          session.store.update((now) =>
            now.overlay?.kind === 'palette' ? withOverlay(now, { kind: 'palette', query: next, at: 0 }) : now,
          )
        }
        width={inner}
        focused
        placeholder={say('palette.hint')}
      />
      {found.length === 0 && <Spans left={[{ text: say('palette.none'), style: theme.quiet }]} width={inner} />}
      {found.slice(top, top + rows).map((_, index) => row(top + index))}
    </Frame>
  );
}
