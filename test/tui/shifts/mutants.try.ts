import { it } from 'vitest';
import type { Action } from '../../../src/tui/actions/action.ts';
import { actions } from '../../../src/tui/actions/table.ts';
import { accountShifts } from './accounts.ts';
import { answerShifts } from './answer.ts';
import { callShifts } from './call.ts';
import { formShifts } from './forms.ts';
import { knowledgeShifts } from './knowledge.ts';
import { queueShifts } from './queue.ts';
import { readerShifts } from './reader.ts';
import { safeShifts } from './safe.ts';
import { seatShifts } from './seat.ts';
import { sumShifts } from './sums.ts';
import { ticketShifts } from './tickets.ts';
import { windowShifts } from './windows.ts';

const shifts = [...queueShifts, ...callShifts, ...formShifts, ...answerShifts, ...safeShifts, ...knowledgeShifts, ...readerShifts,
  ...accountShifts, ...sumShifts, ...ticketShifts, ...seatShifts, ...windowShifts];
const only = process.env.ONLY?.split(',');
for (const action of actions as { run: Action['run']; readonly id: string }[]) {
  if (only && !only.includes(action.id)) continue;
  it(action.id, async () => {
    const { run } = action;
    action.run = () => undefined;
    try {
      for (const shift of shifts.filter(({ does }) => does.includes(action.id))) {
        try { await shift.play(); } catch { return; }
      }
    } finally { action.run = run; }
    throw new Error(`SURVIVES ${action.id}`);
  });
}
