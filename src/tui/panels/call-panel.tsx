import { memo, type ReactNode } from 'react';
import type { CallView } from '../../contract/shapes/call.ts';
import { keysShown } from '../actions/key-hints.ts';
import { callerLines, matterLines } from '../components/call-lines.ts';
import { ClockText } from '../components/clock-text.tsx';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { identitySpans } from '../components/identity-spans.ts';
import { ScrollPane, visiblePart } from '../components/scroll-pane.tsx';
import { useLocalNow, useModel, useSay, useTheme } from '../components/session-context.tsx';
import { Lines, type Span, Spans, spansWidth } from '../components/spans.tsx';
import { talkHasKeys } from '../state/conversation/talk.ts';
import { categoriesFor, likelyTopic } from '../state/filing.ts';
import type { Reveal, SeatModel } from '../state/model.ts';
import { apartFromWriting, shownCall, shownTicket } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import { truncate } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';

const clock = 7;
/** Between who calls and whether they are who they say. */
const gap = 2;
/** With less room, what the ticket will be filed under is left out: where the call stands comes first. */
const leastFiling = 6;

/** Where the call stands, with its clock, and where its ticket stands. */
const statusSpans = (call: CallView, model: SeatModel, theme: Theme, say: Say): Span[] => {
  const here = call.seat?.id === model.me?.id;
  const over = call.state === 'ended' && shownTicket(model)?.state === 'open';
  const words = here ? term(model.language, 'call', call.state) : say('call.elsewhere');
  const ticket = shownTicket(model);
  const ticketSpan: Span[] = ticket
    ? [{ text: `  ${say('call.ticket')} ${term(model.language, 'ticket', ticket.state)}`, style: theme.quiet }]
    : [];
  if (here && call.state === 'wrap-up') {
    const until = Date.parse(call.stateSince) + model.settings.wrapUpSeconds * 1000;
    const left = <ClockText until={until} cells={clock} style={theme.warn} />;
    return [
      { text: `◇ ${words} · ${say('call.wrap-up.left')} `, style: theme.warn },
      { fixed: left, cells: clock },
      ...ticketSpan,
    ];
  }
  if (over) return [{ text: `○ ${say('call.wrap-up.over')}`, style: theme.warn }];
  const style = call.state === 'active' ? theme.good : theme.warn;
  const mark = call.state === 'active' ? '◆' : call.state === 'held' ? '‖' : '○';
  const since = <ClockText since={call.stateSince} cells={clock} style={style} />;
  const live = call.state === 'active' || call.state === 'held';
  return [{ text: `${mark} ${words} `, style }, ...(live ? [{ fixed: since, cells: clock }] : []), ...ticketSpan];
};

/** How long the number in clear stays. */
function RevealLeft({ reveal, width }: { reveal: Reveal; width: number }): ReactNode {
  const now = useLocalNow();
  const theme = useTheme();
  const say = useSay();
  const seconds = Math.max(0, Math.ceil((reveal.until - now) / 1000));
  return (
    <Spans
      left={[
        { text: shown(reveal.phone), style: theme.strong },
        { text: `  ${say('call.phone.left', { seconds })}`, style: theme.warn },
      ]}
      width={width}
    />
  );
}

/** What the ticket will be filed under, as long as nobody says otherwise. */
const filingSpans = (call: CallView, model: SeatModel, room: number, theme: Theme): Span[] => {
  if (room < leastFiling) return [];
  if (shownTicket(model)?.state !== 'open') return [];
  const [category] = categoriesFor(model, call.id);
  const topic = model.knowledge.base?.topics.get(likelyTopic(model, call.id) ?? '')?.name;
  const words = [category && term(model.language, 'category', category), topic];
  const text = words.filter((word) => word !== undefined).join(' · ');
  return [{ text: truncate(text, room), style: theme.quiet }];
};

/** Rows that the panel would like, frame included. */
export const callPanelRows = (model: SeatModel, width: number, theme: Theme, say: Say): number => {
  const call = shownCall(model);
  return call
    ? matterLines(call, model, width - frameColumns, theme, say).length +
        3 +
        Number(model.reveal?.call === call.id) +
        frameRows
    : 6;
};

/** Who is on the line and what they asked. It stays in view whatever else is open. */
export const CallPanel = memo(({ width, height }: { width: number; height: number }): ReactNode => {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const call = shownCall(model);
  const inner = width - frameColumns;
  if (!call) {
    return (
      <Frame width={width} height={height} title={say('call.title')}>
        <Spans left={[{ text: say('call.none') }]} width={inner} />
        <Spans left={[{ text: say('call.none.hint'), style: theme.quiet }]} width={inner} />
      </Frame>
    );
  }
  const reveal = model.reveal?.call === call.id ? model.reveal : undefined;
  const status = statusSpans(call, model, theme, say);
  const caller = callerLines(call, model, shown(call.phone), theme, say);
  const lines = matterLines(call, model, inner, theme, say);
  const rows = Math.max(1, height - frameRows - caller.length - 1 - Number(reveal !== undefined));
  const { above, below } = visiblePart(lines.length, rows, model.scroll);
  // In a window these keys turn its own pages, and in a conversation what was said.
  const turns = model.overlay ? [] : talkHasKeys(model) ? ['talk-previous-pane'] : ['call-page-up', 'call-page-down'];
  const keys = turns.length > 0 ? ` ${keysShown(model, ...turns)}` : '';
  const more = above + below > 0 ? `${say('call.more', { above, below })}${keys}` : '';
  return (
    <Frame
      width={width}
      height={height}
      title={say('call.title')}
      footer={more}
      focused={model.pane === 'detail' && !model.overlay}
    >
      <Spans left={status} right={filingSpans(call, model, inner - spansWidth(status) - gap, theme)} width={inner} />
      <Spans
        left={caller[0]!}
        right={identitySpans(model, inner - spansWidth(caller[0]!) - gap, theme, say)}
        width={inner}
      />
      <Lines lines={caller.slice(1)} width={inner} />
      {reveal && <RevealLeft reveal={reveal} width={inner} />}
      <ScrollPane lines={lines} width={inner} rows={rows} scroll={model.scroll} />
    </Frame>
  );
});
