import { practiceShifts } from './practice.ts';
import { playShifts } from './shift.ts';

playShifts(practiceShifts);
