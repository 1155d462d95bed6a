import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Action, Context } from '../actions/action.ts';
import { contextsNow } from '../actions/contexts.ts';
import { keyHints } from '../actions/key-hints.ts';
import { bestKey, keyLabel } from '../actions/keys.ts';
import { actions } from '../actions/table.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../components/session-context.tsx';
import { type Span, Spans, spansWidth } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import { keymapOf } from '../keymap/keymap.ts';
import { type FoundTicket, TicketSearch } from '../palette/find-tickets.ts';
import { findOffers, valueOffers } from '../palette/offers.ts';
import { withOverlay } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { Offer, SettingKey } from '../state/palette/offer.ts';
import { valueText } from '../state/palette/settings.ts';
import { capitalised } from '../text/capitalised.ts';
import { loadReadSounds } from '../text/load-sounding.ts';
import { markedLine } from '../text/marked-text.ts';
import { shown } from '../text/styled-line.ts';
import { type ReadTyped, readCharacters } from '../text/typed.ts';
import { type WritingKey, writingKeys } from '../text/writing-keys.ts';
import type { Theme } from '../theme.ts';
import type { Say } from '../words/words.ts';

const nameCells = 18;
/** A line that tells more than its title has room for this much of that at least. */
const leastAbout = 10;

/** Places that are menus, with what opens them. */
const menus: Partial<Record<Context, string>> = { seat: 'seat', sums: 'sums', article: 'article-menu' };

/** The keys that do it from the screen below; an entry of a menu has its own there. */
const wayTo = (action: Action, model: SeatModel): string => {
  const keymap = keymapOf(model);
  const opens = contextsNow({ ...model, overlay: undefined }).includes(action.where) ? undefined : menus[action.where];
  const menu = actions.find(({ id }) => id === opens);
  return [menu, action]
    .flatMap((one) => (one ? [bestKey(keymap.keysOf(one))] : []))
    .map(keyLabel)
    .join(' ');
};

const actionOf = ({ kind, id }: Offer): Action | undefined =>
  kind === 'action' ? actions.find((action) => action.id === id) : undefined;

const writingOf = ({ kind, id }: Offer): WritingKey | undefined =>
  kind === 'writing' ? writingKeys.find((key) => key.id === id) : undefined;

/** What stands behind a title: why it cannot be done now, or what it is. */
const aboutOf = (offer: Offer, model: SeatModel, say: Say, theme: Theme): Span | undefined => {
  const action = actionOf(offer);
  if (action) {
    const reason = action.whyNot?.(model, say);
    return reason === undefined
      ? { text: capitalised(say(action.help)), style: theme.quiet }
      : { text: `✗ ${reason}`, style: theme.warn };
  }
  switch (offer.kind) {
    case 'ticket':
      return { text: shown(model.tickets.get(offer.id)?.question ?? ''), style: theme.quiet };
    case 'call':
      return { text: shown(model.calls.get(offer.id)?.question ?? ''), style: theme.quiet };
    case 'setting': {
      const key = offer.id as SettingKey;
      const value = valueText(model.language, say, key, model.preferences[key]);
      return { text: `${value} · ${say(`setting.${key}.about`)}`, style: theme.quiet };
    }
    case 'writing':
      return { text: say(writingOf(offer)!.help), style: theme.quiet };
    case 'value': {
      const setting = settingNow(model);
      const present = setting !== undefined && String(model.preferences[setting]) === offer.id;
      return present ? { text: `● ${say('setting.present')}`, style: theme.good } : undefined;
    }
    default:
      return undefined;
  }
};

const settingNow = ({ overlay }: SeatModel): SettingKey | undefined =>
  overlay?.kind === 'palette' ? overlay.setting : undefined;

/** Tickets that answer to what is typed, found a turn at a time so that no key waits for all of them. */
const useFoundTickets = (model: SeatModel, typed: string, read: ReadTyped): readonly FoundTicket[] => {
  const { rows } = model.tickets;
  const search = useMemo(() => {
    const begun = new TicketSearch(rows, typed, read);
    begun.goOn();
    return begun;
  }, [rows, typed, read]);
  const [later, setLater] = useState<{ search: TicketSearch; found: readonly FoundTicket[] }>();
  useEffect(() => {
    let next: NodeJS.Immediate | undefined;
    const goOn = (): void => {
      if (search.done) return;
      if (search.goOn()) setLater({ search, found: [...search.found] });
      next = setImmediate(goOn);
    };
    next = setImmediate(goOn);
    return () => clearImmediate(next);
  }, [search]);
  return later?.search === search ? later.found : search.found;
};

/** Everything at hand by its words, its pinyin or its key, what was chosen last first; what cannot be done now says why not. */
export function PalettePanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const [sounds, setSounds] = useState<{ read: ReadTyped }>();
  useEffect(() => {
    let open = true;
    void loadReadSounds().then((read) => open && setSounds({ read }));
    return () => {
      open = false;
    };
  }, []);
  const read = sounds?.read ?? readCharacters;
  const { overlay } = model;
  const query = overlay?.kind === 'palette' ? overlay.query : undefined;
  const setting = settingNow(model);
  const typed = query?.text ?? '';
  const tickets = useFoundTickets(model, setting === undefined ? typed : '', read);
  const found = useMemo(() => {
    const looking = { typed, say, read, tickets };
    return setting === undefined ? findOffers(model, looking) : valueOffers(setting, model, looking);
  }, [typed, setting, model, say, read, tickets]);
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
    const action = actionOf(offer);
    const writing = writingOf(offer);
    const plain = (style: Span & { text: string }): Span => (chosen ? { text: style.text } : style);
    const kind = offer.kind === 'value' ? '' : say(`palette.${offer.kind}`);
    const right: Span[] = [
      plain({ text: `  ${kind}`, style: theme.quiet }),
      ...(action ? [plain({ text: ` ${wayTo(action, model)}`, style: theme.key })] : []),
      ...(writing ? [plain({ text: ` ${keyLabel(writing.keys[0]!)}`, style: theme.key })] : []),
    ];
    const name = action ? capitalised(offer.title) : offer.title;
    const title = markedLine(name, offer.mark ? [offer.mark] : [], chosen ? {} : theme.match);
    const about = aboutOf(offer, model, say, theme);
    const begun: Span[] = [{ text: chosen ? '▸ ' : '  ' }, ...title];
    const gap = Math.max(2, 2 + nameCells - spansWidth(begun));
    const room = inner - spansWidth(begun) - gap - spansWidth(right);
    const left: Span[] =
      about && 'text' in about && room >= leastAbout ? [...begun, { text: ' '.repeat(gap) }, plain(about)] : begun;
    return (
      <Spans
        key={`${offer.kind} ${offer.id}`}
        left={left}
        right={right}
        width={inner}
        {...(chosen && { style: theme.selected })}
      />
    );
  };
  return (
    <Frame
      width={width}
      height={height}
      title={
        setting === undefined
          ? say('palette.title')
          : `${capitalised(say('palette.setting'))} · ${say(`setting.${setting}`)}`
      }
      footer={keyHints(model, say, 'palette-run', 'palette-cancel')}
      focused
    >
      <TextField
        buffer={query}
        onChange={(next) =>
          session.store.update((now) =>
            now.overlay?.kind === 'palette' ? withOverlay(now, { ...now.overlay, query: next, at: 0 }) : now,
          )
        }
        width={inner}
        focused
        placeholder={say(setting === undefined ? 'palette.hint' : 'palette.hint.value')}
      />
      {found.length === 0 && <Spans left={[{ text: say('palette.none'), style: theme.quiet }]} width={inner} />}
      {found.slice(top, top + rows).map((_, index) => row(top + index))}
    </Frame>
  );
}
