import { answerShifts } from './answer.ts';
import { playShifts } from './shift.ts';

playShifts(answerShifts);
