import { callShifts } from './call.ts';
import { playShifts } from './shift.ts';

playShifts(callShifts);
