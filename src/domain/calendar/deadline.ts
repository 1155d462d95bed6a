import * as z from 'zod';
import { type WorkingCalendar, workingTime } from './working-calendar.ts';

export const urgency = z.enum(['normal', 'urgent', 'critical']);
export type Urgency = z.infer<typeof urgency>;

/** Far within the ten years that a calendar can count, also when a working day is a minute. */
const limit = workingTime
  .refine(({ days = 0, minutes = 0 }) => days + minutes > 0, 'a limit is longer than nothing')
  .refine(
    ({ days = 0, minutes = 0 }) => days <= 1000 && minutes <= 1440,
    'a limit is at most 1000 days and 1440 minutes',
  );

/**
 * How long the back office has for a work order, by urgency. The defaults are the hotline's own setting, not a decree:
 * cities set their own, and every one of them may be changed.
 */
export const dispatchLimits = z.strictObject({
  normal: limit.default({ days: 5 }),
  urgent: limit.default({ days: 2 }),
  critical: limit.default({ days: 1 }),
});
export type DispatchLimits = z.infer<typeof dispatchLimits>;

export const defaultDispatchLimits: DispatchLimits = dispatchLimits.parse({});

/**
 * When a work order dispatched at `at` is due. `calendar.known(at, deadline)` tells whether official holidays could
 * still move it. Throws RangeError as `addWorkingTime` does.
 */
export function dispatchDeadline(
  at: Date,
  urgency: Urgency,
  calendar: WorkingCalendar,
  limits: DispatchLimits = defaultDispatchLimits,
): Date {
  return calendar.addWorkingTime(at, limits[urgency]);
}
