import { memo, type ReactNode } from 'react';
import type { CallView } from '../../contract/shapes/call.ts';
import { ClockText, clockCells } from '../components/clock-text.tsx';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useTheme } from '../components/session-context.tsx';
import { cell, type Span, Spans } from '../components/spans.tsx';
import type { SeatModel } from '../state/model.ts';
import { leaving } from '../state/outbox/entries.ts';
import { activeCall, apartFromWriting, myCalls, ringingCall, waitingCalls } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import { cellWidth } from '../text/width.ts';
import { domainName, type PlainKey } from '../words/words.ts';

const markCells = 2;

/** Cells of a caller's name: where there is room, also for those of other peoples. */
const nameCells = (width: number): number => (width < 80 ? 10 : 18);

/** Cells of the domain's name with a gap; none when all calls are of one domain anyway. */
const domainCells = ({ me, settings, language }: SeatModel, width: number): number => {
  const seen = settings.domains.filter(({ id }) => me?.skills.length !== 1 || me.skills[0] === id);
  if (seen.length < 2) return 0;
  const widest = Math.max(...seen.map(({ id }) => cellWidth(domainName(language, seen, id))));
  return Math.min(widest, width < 80 ? 12 : 20) + 2;
};

interface RowProps {
  readonly call: CallView;
  readonly selected: boolean;
  /** Whether Enter acts on the selected one. */
  readonly focused: boolean;
  readonly domain: string;
  readonly domainWidth: number;
  readonly width: number;
}

/** One waiting call. It renders again only when something of its own changes; its clock by itself. */
const QueueRow = memo(({ call, selected, focused, domain, domainWidth, width }: RowProps): ReactNode => {
  const theme = useTheme();
  const urgent = call.priority === 'urgent';
  const style = selected ? (focused ? theme.selected : theme.strong) : undefined;
  const mark = call.front ? '↩ ' : urgent ? '! ' : '  ';
  const spans: Span[] = [
    { text: selected ? '▸ ' : '  ' },
    { fixed: <ClockText since={call.queuedAt} cells={clockCells + 1} />, cells: clockCells + 1 },
    cell(mark, markCells, selected && focused ? {} : theme.urgent),
    cell(shown(call.name), nameCells(width)),
    { text: '  ' },
    ...(domainWidth > 0 ? [cell(domain, domainWidth - 2), { text: '  ' }] : []),
    { text: shown(call.question) },
  ];
  return <Spans left={spans} width={width} {...(style && { style })} />;
});

/** The rows to show so that the selected one is among them, in the middle when the list is long. */
const firstRow = (at: number, rows: number, count: number): number =>
  Math.max(0, Math.min(at - Math.floor(rows / 2), count - rows));

/** What comes next for who has no call. Nobody waits for a second one where there is one call to be practised. */
const emptyWords = (model: SeatModel): PlainKey => {
  const practised = model.mode === 'practice' && model.calls.size > 0;
  if (practised && myCalls(model).every(({ id }) => leaving(model, id))) return 'queue.empty.practised';
  return model.seat?.declared === 'ready' ? 'queue.empty.ready' : 'queue.empty.not-ready';
};

function Empty({ model, width }: { model: SeatModel; width: number }): ReactNode {
  const theme = useTheme();
  const say = useSay();
  if (!model.loaded) return <Spans left={[{ text: say('app.loading'), style: theme.quiet }]} width={width} />;
  return (
    <>
      <Spans left={[{ text: say('queue.empty') }]} width={width} />
      <Spans left={[{ text: say(emptyWords(model)), style: theme.quiet }]} width={width} />
      {model.mode === 'local' && <Spans left={[{ text: say('queue.local'), style: theme.quiet }]} width={width} />}
    </>
  );
}

/** The calls that wait for this seat, in the order of the rules. */
export const QueuePanel = memo(({ width, height }: { width: number; height: number }): ReactNode => {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const waiting = waitingCalls(model);
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows - 1);
  const at = waiting.findIndex(({ id }) => id === model.queueAt);
  const top = firstRow(at, rows, waiting.length);
  const domainWidth = domainCells(model, inner);
  const focused = model.pane === 'main' && !model.overlay && !ringingCall(model);
  const legend = [
    ...(waiting.length > 0 && focused ? [say(activeCall(model) ? 'queue.first' : 'queue.enter')] : []),
    ...(waiting.length > 0 && model.seat && model.seat.declared !== 'ready' ? [say('queue.not-ready')] : []),
    say('queue.count', { count: waiting.length }),
    ...(waiting.some((call) => call.priority === 'urgent') ? [say('queue.urgent')] : []),
    ...(waiting.some((call) => call.front) ? [say('queue.front')] : []),
  ].join(' · ');
  const head: Span[] = [
    { text: '  ' },
    cell(say('queue.wait'), clockCells + 1),
    cell('', markCells),
    cell(say('queue.caller'), nameCells(inner)),
    { text: '  ' },
    ...(domainWidth > 0 ? [cell(say('queue.domain'), domainWidth)] : []),
    { text: say('queue.question') },
  ];
  return (
    <Frame width={width} height={height} title={say('queue.title')} footer={legend} focused={focused}>
      {waiting.length === 0 ? (
        <Empty model={model} width={inner} />
      ) : (
        <>
          <Spans left={head} width={inner} style={theme.label} />
          {waiting.slice(top, top + rows).map((call, index) => (
            <QueueRow
              key={call.id}
              call={call}
              selected={top + index === at}
              focused={focused}
              domain={domainName(model.language, model.settings.domains, call.domain)}
              domainWidth={domainWidth}
              width={inner}
            />
          ))}
        </>
      )}
    </Frame>
  );
});
