import { declareSeat, seatChoices } from '../state/call-commands.ts';
import { withOverlay } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { loaded, signedIn, unless } from './reasons.ts';

/** What people want most from where they are: a break when ready, else ready. */
export const seatMenuStart = ({ seat }: SeatModel): number => (seat?.declared === 'ready' ? 1 : 0);

const step = (session: SeatSession, by: number): void =>
  session.store.update((model) =>
    model.overlay?.kind === 'seat'
      ? withOverlay(model, { kind: 'seat', at: (model.overlay.at + by + seatChoices.length) % seatChoices.length })
      : model,
  );

/** The seat menu (Ctrl-B), and its entries, which the palette has as well. */
export const seatActions: readonly Action[] = [
  {
    id: 'seat-choose',
    name: 'action.choose',
    help: 'help.choose',
    keys: ['enter'],
    where: 'seat',
    hidden: true,
    bar: 1,
    run: (session) => {
      const { overlay } = session.store.get();
      const choice = overlay?.kind === 'seat' ? seatChoices[overlay.at] : undefined;
      return choice && declareSeat(session, choice);
    },
  },
  {
    id: 'seat-up',
    name: 'action.up',
    help: 'help.choose',
    keys: ['up', 'k'],
    where: 'seat',
    hidden: true,
    run: (session) => step(session, -1),
  },
  {
    id: 'seat-down',
    name: 'action.down',
    help: 'help.choose',
    keys: ['down', 'j', 'ctrl+b'],
    where: 'seat',
    hidden: true,
    run: (session) => step(session, 1),
  },
  {
    id: 'seat-cancel',
    name: 'action.cancel',
    help: 'help.back',
    keys: ['escape'],
    where: 'seat',
    hidden: true,
    bar: 2,
    run: ({ store }) => store.update((model) => withOverlay(model, undefined)),
  },
  ...seatChoices.map(
    (choice, index): Action => ({
      id: `seat-${choice}`,
      name: `seat-choice.${choice}`,
      help: `help.seat-${choice}`,
      keys: [`${index + 1}`, `alt+${index + 1}`],
      where: 'seat',
      whyNot: unless(signedIn, loaded),
      run: (session) => declareSeat(session, choice),
    }),
  ),
];
