import { accountShifts } from './accounts.ts';
import { playShifts } from './shift.ts';

playShifts(accountShifts);
