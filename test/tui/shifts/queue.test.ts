import { queueShifts } from './queue.ts';
import { playShifts } from './shift.ts';

playShifts(queueShifts);
