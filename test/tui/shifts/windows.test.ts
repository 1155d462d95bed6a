import { windowShifts } from './windows.ts';
import { playShifts } from './shift.ts';

playShifts(windowShifts);
