import { workingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type DayNumber, dayText } from './day.ts';

const calendar = workingCalendar();
const known = new Map<DayNumber, DayNumber>();

/** This day where offices are open, else the next one on which they are. */
export const workdayFrom = (day: DayNumber): DayNumber => {
  let found = known.get(day);
  if (found === undefined) {
    found = calendar.isWorkingDay(dayText(day)) ? day : workdayFrom(day + 1);
    known.set(day, found);
  }
  return found;
};

/** So many days on which offices are open after a day. */
export const workdaysAfter = (day: DayNumber, count: number): DayNumber => {
  let at = workdayFrom(day);
  for (let left = count; left > 0; left--) at = workdayFrom(at + 1);
  return at;
};

/** So many days on which offices are open before a day. */
export const workdaysBefore = (day: DayNumber, count: number): DayNumber => {
  let at = day;
  for (let left = count; left > 0; left--) {
    do at--;
    while (workdayFrom(at) !== at);
  }
  return workdayFrom(at) === at ? at : workdaysBefore(at, 1);
};
