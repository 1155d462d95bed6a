import { formShifts } from './forms.ts';
import { playShifts } from './shift.ts';

playShifts(formShifts);
