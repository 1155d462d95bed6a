import { playShifts } from './shift.ts';
import { windowShifts } from './windows.ts';

playShifts(windowShifts);
