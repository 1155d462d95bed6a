import { knowledgeShifts } from './knowledge.ts';
import { playShifts } from './shift.ts';

playShifts(knowledgeShifts);
