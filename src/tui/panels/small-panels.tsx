import type { ReactNode } from 'react';
import type { OutboxEntry } from '../../client/desk/outbox-entry.ts';
import { keyHints } from '../actions/key-hints.ts';
import { Frame, frameColumns } from '../components/frame.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../components/session-context.tsx';
import { cell, Lines, type Span, Spans } from '../components/spans.tsx';
import { seatChoices } from '../state/call-commands.ts';
import type { SeatModel } from '../state/model.ts';
import { leaving, nameOfEntry, refusals, unsent } from '../state/outbox/entries.ts';
import { myCalls } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import { wrap } from '../text/width.ts';
import type { Say } from '../words/words.ts';

/** The states that a person may declare, with the present one marked. */
export function SeatPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const at = model.overlay?.kind === 'seat' ? model.overlay.at : 0;
  const { seat } = model;
  const present = seat?.declared === 'not-ready' ? seat.reason : seat?.declared;
  return (
    <Frame
      width={width}
      height={height}
      title={say('seat.title')}
      footer={keyHints(model, say, 'seat-choose', 'seat-cancel')}
      focused
    >
      {seatChoices.map((choice, index) => {
        const spans: Span[] = [
          { text: index === at ? '▸ ' : '  ' },
          { text: `${index + 1}  ` },
          cell(say(`seat-choice.${choice}`), 10),
          { text: choice === present ? '●  ' : '   ' },
          { text: say(`help.seat-${choice}`), style: index === at ? {} : theme.quiet },
        ];
        return <Spans key={choice} left={spans} width={inner} {...(index === at && { style: theme.selected })} />;
      })}
    </Frame>
  );
}

/** What quitting or hanging up would mean. */
export const consequences = (model: SeatModel, keeps: boolean, say: Say): readonly string[] => {
  const { overlay } = model;
  if (overlay?.kind !== 'confirm') return [];
  if (overlay.what === 'quit') {
    const calls = myCalls(model);
    const listed = (names: readonly string[]): string => [...new Set(names)].map(shown).join(say('list.comma'));
    const entries = (of: readonly OutboxEntry[]): string =>
      listed(of.map((entry) => `${say(nameOfEntry(entry))} ${entry.about}`));
    const away = model.connection.state !== 'connected';
    const soon = unsent(model).filter(() => !away);
    const later = unsent(model).filter(() => away);
    const drafts = [...model.drafts].filter(([call, { text }]) => text.trim() !== '' && !leaving(model, call));
    const written = listed(drafts.map(([call]) => model.calls.get(call)?.name ?? call));
    return [
      say('confirm.quit'),
      ...(calls.length > 0
        ? [
            say('confirm.quit.calls', { count: calls.length, names: listed(calls.map(({ name }) => name)) }),
            model.mode === 'practice'
              ? say('confirm.quit.calls.lost')
              : say('confirm.quit.calls.back', { seconds: model.settings.liveLeaseSeconds }),
          ]
        : []),
      ...(drafts.length > 0
        ? [say(keeps ? 'confirm.quit.drafts.kept' : 'confirm.quit.unsaved', { names: written })]
        : []),
      ...(soon.length > 0 ? [say('confirm.quit.undo', { names: entries(soon) })] : []),
      ...(later.length > 0 ? [say('confirm.quit.unsent', { names: entries(later) })] : []),
      ...(refusals(model).length > 0 ? [say('confirm.quit.refused', { names: entries(refusals(model)) })] : []),
    ];
  }
  const call = model.calls.get(overlay.call);
  const about = shown(call?.name ?? '');
  if (call?.state === 'wrap-up') return [say('confirm.end.over', { about })];
  const open = call && model.tickets.get(call.ticket)?.state === 'open';
  return [
    say('confirm.end', { about }),
    open ? say('confirm.end.wrap-up', { seconds: model.settings.wrapUpSeconds }) : say('confirm.end.done'),
  ];
};

/** A question before something that cannot be taken back. */
export function ConfirmPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const lines = consequences(model, useSession().kept.desk.lasts, say).flatMap((text, paragraph) =>
    wrap(text, inner).map((line) => ({ text: line.text, style: paragraph === 0 ? theme.strong : {} })),
  );
  return (
    <Frame
      width={width}
      height={height}
      title={say('confirm.title')}
      footer={keyHints(model, say, 'confirm-yes', 'confirm-no')}
      focused
    >
      <Lines lines={lines.map((line) => [line])} width={inner} />
    </Frame>
  );
}
