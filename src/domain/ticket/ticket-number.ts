/** The counter of a day, in the hotline's own time (Asia/Shanghai, UTC+8 without summer time since 1991): `20261123`. */
export const ticketDay = (now: number): string =>
  new Date(now + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');

/** `JN20261123-000123`: prefix, day, and the place of the ticket in that day, from 1. More than 999,999 a day only makes it longer. */
export const ticketNumber = (prefix: string, day: string, place: number): string =>
  `${prefix}${day}-${String(place).padStart(6, '0')}`;

/** Shape of every ticket number. */
export const ticketNumberPattern = /^[A-Z]{1,8}\d{8}-\d{6,9}$/;
