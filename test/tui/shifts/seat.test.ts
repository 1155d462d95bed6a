import { seatShifts } from './seat.ts';
import { playShifts } from './shift.ts';

playShifts(seatShifts);
