import { safeShifts } from './safe.ts';
import { playShifts } from './shift.ts';

playShifts(safeShifts);
