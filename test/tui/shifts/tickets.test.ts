import { ticketShifts } from './tickets.ts';
import { playShifts } from './shift.ts';

playShifts(ticketShifts);
