/** A moment of the wire in the hotline's own time (Asia/Shanghai, UTC+8): `2026-11-23 10:00:05`; nothing for none. */
export const localTime = (instant: string | null | undefined): string =>
  instant ? new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ') : '';

/** The same without the day when it is today's there. */
export const shortTime = (instant: string | null | undefined, now = Date.now()): string => {
  const full = localTime(instant);
  return full.startsWith(localTime(new Date(now).toISOString()).slice(0, 10)) ? full.slice(11) : full.slice(5, 16);
};

/** The day that it is at the hotline, `YYYY-MM-DD`. */
export const localDay = (now = Date.now()): string => localTime(new Date(now).toISOString()).slice(0, 10);
