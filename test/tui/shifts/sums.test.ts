import { playShifts } from './shift.ts';
import { sumShifts } from './sums.ts';

playShifts(sumShifts);
