import { type ReactNode, useEffect } from 'react';
import { useModel, useSession } from '../components/session-context.tsx';
import { TicketPanel } from '../panels/tickets/detail-panel.tsx';
import { TicketsPanel } from '../panels/tickets/list-panel.tsx';
import { loadHistory } from '../state/call-commands.ts';
import { apartFromWriting } from '../state/selectors.ts';
import { selectedTicket } from '../state/tickets/rows.ts';
import { Stage } from './stage.tsx';

/** F6: tickets, and what happened to them below; a list has more use for the width of the screen than a ticket has. */
export function TicketsScreen({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(apartFromWriting);
  const session = useSession();
  const number = selectedTicket(model)?.number;
  const missing = model.ticketOpen && number !== undefined && !model.histories.has(number);
  // A reload after a long break forgets histories; the one on screen is read again.
  useEffect(() => {
    if (missing && model.connection.state === 'connected') void loadHistory(session, number);
  }, [missing, number, session, model.connection.state]);
  const wants = model.ticketOpen ? Math.ceil(height * 0.3) : Math.ceil(height * 0.55);
  return (
    <Stage
      width={width}
      height={height}
      share={0.5}
      beside={Number.POSITIVE_INFINITY}
      wants={wants}
      leave={8}
      first={(size) => <TicketsPanel {...size} />}
      second={(size) => <TicketPanel {...size} />}
    />
  );
}
