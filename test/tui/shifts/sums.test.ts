import { sumShifts } from './sums.ts';
import { playShifts } from './shift.ts';

playShifts(sumShifts);
