/** The hotline's own time, UTC+8, whatever the machine's zone is. */
const shifted = (instant: string | number): Date =>
  new Date((typeof instant === 'number' ? instant : Date.parse(instant)) + 8 * 3_600_000);

const two = (value: number): string => String(value).padStart(2, '0');

/** `11-30 17:00` */
export const dateTime = (instant: string | number): string => {
  const date = shifted(instant);
  return `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
};

/** `17:00:05` */
export const timeOfDay = (instant: string | number): string => shifted(instant).toISOString().slice(11, 19);

/** `01:15`, from an hour on `1:01:15`; never negative. */
export const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
};

/** The calendar day: `2026-11-24`. */
export const dayOf = (instant: string | number): string => shifted(instant).toISOString().slice(0, 10);

/** Calendar days from one `YYYY-MM-DD` to another; negative when it is the other way round. */
export const daysFrom = (day: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(day)) / 86_400_000);
