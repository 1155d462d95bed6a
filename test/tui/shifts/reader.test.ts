import { readerShifts } from './reader.ts';
import { playShifts } from './shift.ts';

playShifts(readerShifts);
