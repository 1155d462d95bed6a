import { type ReactNode, useEffect } from 'react';
import { useModel, useSession } from '../components/session-context.tsx';
import { TicketPanel, TicketsPanel } from '../panels/ticket-panels.tsx';
import { loadHistory } from '../state/call-commands.ts';
import { apartFromWriting, selectedTicket } from '../state/selectors.ts';
import { Stage } from './stage.tsx';

/** F6: own tickets and what happened to them. */
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
      wants={wants}
      leave={8}
      first={(size) => <TicketsPanel {...size} />}
      second={(size) => <TicketPanel {...size} />}
    />
  );
}
