import { playShifts } from './shift.ts';
import { ticketShifts } from './tickets.ts';

playShifts(ticketShifts);
