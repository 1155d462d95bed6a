import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatchDeadline, dispatchLimits } from '../../src/domain/calendar/deadline.ts';
import { workingCalendar, workingCalendarConfig } from '../../src/domain/calendar/working-calendar.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const calendar = workingCalendar();

/** `2025-10-01 08:30`, in Shanghai. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`);
const text = (instant: Date) => new Date(instant.getTime() + DAY / 3).toISOString().slice(0, 16).replace('T', ' ');

describe('isWorkingDay', () => {
  test.each([
    ['2025-01-26', true, 'Sunday worked for Spring Festival'],
    ['2025-01-27', true, 'Monday before New Year’s Eve'],
    ['2025-01-28', false, 'New Year’s Eve'],
    ['2025-02-04', false, 'seventh day of the first month'],
    ['2025-02-08', true, 'Saturday worked for Spring Festival'],
    ['2025-09-28', true, 'Sunday worked for National Day'],
    ['2025-10-08', false, 'Wednesday, National Day with Mid-Autumn'],
    ['2025-10-11', true, 'Saturday worked for National Day'],
    ['2026-02-14', true, 'Saturday worked for Spring Festival'],
    ['2026-02-23', false, 'Monday, last day of Spring Festival'],
    ['2026-02-28', true, 'Saturday worked for Spring Festival'],
    ['2026-09-20', true, 'Sunday worked for National Day'],
    ['2026-10-07', false, 'Wednesday, last day of National Day'],
    ['2026-10-10', true, 'Saturday worked for National Day'],
    ['2026-11-24', true, 'a plain Tuesday'],
    ['2026-11-28', false, 'a plain Saturday'],
    ['2031-10-01', true, 'a Wednesday of a year not announced'],
    ['1969-12-28', false, 'a Sunday before 1970'],
  ])('%s is %s: %s', (day, works) => {
    expect(calendar.isWorkingDay(day)).toBe(works);
  });

  test('takes the day of an instant in Shanghai, not in UTC', () => {
    expect(calendar.isWorkingDay(new Date('2026-11-27T15:59:59Z'))).toBe(true);
    expect(calendar.isWorkingDay(new Date('2026-11-27T16:00:00Z'))).toBe(false);
  });

  test.each(['2025-02-30', '2025-1-1', 'today', ''])('refuses %j', (day) => {
    expect(() => calendar.isWorkingDay(day)).toThrow(RangeError);
  });
});

test.each([
  ['2026-11-24 08:29', false],
  ['2026-11-24 08:30', true],
  ['2026-11-24 11:59', true],
  ['2026-11-24 12:00', false],
  ['2026-11-24 13:29', false],
  ['2026-11-24 13:30', true],
  ['2026-11-24 17:30', false],
  ['2026-11-28 10:00', false],
  ['2026-10-10 10:00', true],
])('isWorkingTime %s is %s', (instant, works) => {
  expect(calendar.isWorkingTime(at(instant))).toBe(works);
});

describe('addWorkingTime, days', () => {
  test.each([
    // plain weeks
    ['2026-11-23 10:00', 1, '2026-11-24 10:00', 'the same clock time a day later'],
    ['2026-11-27 10:00', 1, '2026-11-30 10:00', 'over a weekend'],
    ['2026-11-24 20:00', 1, '2026-11-25 17:30', 'a night start counts from the morning'],
    ['2026-11-24 03:00', 1, '2026-11-24 17:30', 'an early start counts from the same morning'],
    ['2026-11-24 08:30', 1, '2026-11-24 17:30', 'a start at the opening is met by the closing'],
    ['2026-11-24 17:30', 1, '2026-11-25 17:30', 'a start at the closing'],
    ['2026-11-24 12:10', 1, '2026-11-25 12:00', 'a lunch start counts from the afternoon'],
    ['2026-11-24 13:30', 2, '2026-11-26 12:00', 'a start at the afternoon opening'],
    ['2026-11-28 10:00', 5, '2026-12-04 17:30', 'a weekend start is met by Friday'],
    // National Day
    ['2025-09-26 10:00', 1, '2025-09-28 10:00', 'onto the worked Sunday'],
    ['2025-09-30 16:00', 1, '2025-10-09 16:00', 'over all eight days'],
    ['2025-09-30 16:00', 3, '2025-10-11 16:00', 'onto the worked Saturday'],
    ['2025-10-03 09:00', 1, '2025-10-09 17:30', 'from within'],
    ['2026-09-18 10:00', 1, '2026-09-20 10:00', 'onto the worked Sunday'],
    ['2026-09-24 10:00', 5, '2026-10-09 10:00', 'over Mid-Autumn and National Day'],
    ['2026-10-09 18:00', 1, '2026-10-10 17:30', 'a night before the worked Saturday'],
    // Spring Festival
    ['2025-01-24 15:00', 2, '2025-01-27 15:00', 'the worked Sunday counts'],
    ['2025-01-27 15:00', 1, '2025-02-05 15:00', 'over eight days'],
    ['2025-02-05 10:00', 5, '2025-02-11 10:00', 'the worked Saturday counts'],
    ['2026-02-13 17:00', 2, '2026-02-24 17:00', 'the worked Saturday counts, then nine days off'],
    ['2026-02-27 09:00', 2, '2026-03-02 09:00', 'the second worked Saturday'],
    // a year not announced
    ['2031-09-30 10:00', 1, '2031-10-01 10:00', 'weekends only'],
  ])('%s + %i = %s: %s', (start, days, end) => {
    expect(text(calendar.addWorkingTime(at(start), { days }))).toBe(end);
  });
});

describe('addWorkingTime, minutes', () => {
  test.each([
    ['2026-11-24 11:50', 10, '2026-11-24 12:00', 'up to the closing'],
    ['2026-11-24 11:50', 11, '2026-11-24 13:31', 'over lunch'],
    ['2026-11-24 17:00', 60, '2026-11-25 09:00', 'over a night'],
    ['2026-11-27 17:29', 2, '2026-11-30 08:31', 'over a weekend'],
    ['2026-11-24 10:00', 0, '2026-11-24 10:00', 'nothing, in working time'],
    ['2026-11-24 12:00', 0, '2026-11-24 12:00', 'nothing, at a closing'],
    ['2026-11-24 12:01', 0, '2026-11-24 13:30', 'nothing, at lunch'],
    ['2026-11-28 10:00', 0, '2026-11-30 08:30', 'nothing, at a weekend'],
  ])('%s + %i = %s: %s', (start, minutes, end) => {
    expect(text(calendar.addWorkingTime(at(start), { minutes }))).toBe(end);
  });

  test('days and minutes go together', () => {
    expect(text(calendar.addWorkingTime(at('2026-11-24 17:00'), { days: 1, minutes: 31 }))).toBe('2026-11-26 08:31');
  });

  test('keeps seconds', () => {
    const end = calendar.addWorkingTime(new Date('2026-11-24T17:29:59.250+08:00'), { minutes: 1 });
    expect(end.toISOString()).toBe('2026-11-25T00:30:59.250Z');
  });
});

test.each([
  ['2026-11-24 10:00', '2026-11-24 10:00', 0],
  ['2026-11-24 00:00', '2026-11-25 00:00', 450],
  ['2026-11-24 12:00', '2026-11-24 13:30', 0],
  ['2026-11-24 18:00', '2026-11-24 10:00', -360],
  ['2026-09-30 17:00', '2026-10-08 09:00', 60],
])('workingMinutesBetween %s and %s is %i', (a, b, minutes) => {
  expect(calendar.workingMinutesBetween(at(a), at(b))).toBe(minutes);
});

test('workingMinutesBetween counts seconds as a fraction', () => {
  const start = at('2026-11-24 10:00');
  expect(calendar.workingMinutesBetween(start, new Date(start.getTime() + 90_000))).toBe(1.5);
});

describe('known', () => {
  test.each([
    ['2024-01-01 00:00', '2026-12-31 23:59', true],
    ['2026-12-31 23:59', '2027-01-01 00:00', false],
    ['2027-01-01 00:00', '2026-12-31 23:59', false],
    ['2023-12-31 23:59', '2024-01-01 00:00', false],
    ['2023-06-01 00:00', '2027-06-01 00:00', false],
  ])('%s to %s is %s', (from, to, known) => {
    expect(calendar.known(at(from), at(to))).toBe(known);
  });

  test('of one instant, and at the ends of time', () => {
    expect(calendar.known(at('2025-06-01 00:00'))).toBe(true);
    expect(calendar.known(new Date(8.64e15))).toBe(false);
    expect(calendar.known(new Date(-8.64e15))).toBe(false);
  });
});

describe('the hotline’s own config', () => {
  test('extra days win over official ones', () => {
    const own = workingCalendar({
      extra: { holidays: ['2026-10-10', '2026-11-24'], workdays: ['2026-10-01', '2026-11-28'] },
    });
    expect(['2026-10-10', '2026-11-24', '2026-10-01', '2026-11-28'].map((day) => own.isWorkingDay(day))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(text(own.addWorkingTime(at('2026-11-23 10:00'), { days: 5 }))).toBe('2026-11-30 10:00');
  });

  test('a newer official year makes that year known', () => {
    const own = workingCalendar({ years: { 2031: { holidays: ['2031-10-01'], workdays: ['2031-10-04'] } } });
    expect(own.known(at('2031-10-01 00:00'))).toBe(true);
    expect(text(own.addWorkingTime(at('2031-09-30 10:00'), { days: 3 }))).toBe('2031-10-04 10:00');
  });

  test('a corrected official year replaces the one that ships', () => {
    const own = workingCalendar({ years: { 2026: { holidays: ['2026-10-02'] } } });
    expect(['2026-10-01', '2026-10-02', '2026-10-10'].map((day) => own.isWorkingDay(day))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('round-the-clock hours', () => {
    const own = workingCalendar({ hours: [{ from: '00:00', to: '24:00' }] });
    expect(text(own.addWorkingTime(at('2026-11-24 00:00'), { days: 1 }))).toBe('2026-11-25 00:00');
    expect(text(own.addWorkingTime(at('2026-11-28 10:00'), { minutes: 1 }))).toBe('2026-11-30 00:01');
    expect(own.workingMinutesBetween(at('2026-11-23 00:00'), at('2026-11-30 00:00'))).toBe(5 * 24 * 60);
  });

  test.each([
    ['no hours', { hours: [] }],
    ['a segment that ends before it begins', { hours: [{ from: '12:00', to: '08:30' }] }],
    [
      'overlapping segments',
      {
        hours: [
          { from: '08:00', to: '12:00' },
          { from: '11:00', to: '17:00' },
        ],
      },
    ],
    ['no such clock time', { hours: [{ from: '08:00', to: '24:30' }] }],
    ['no such day', { extra: { holidays: ['2026-02-30'] } }],
    ['a day both off and worked', { extra: { holidays: ['2026-03-02'], workdays: ['2026-03-02'] } }],
    ['a day of another year', { years: { 2027: { holidays: ['2026-01-01'] } } }],
    ['an unknown part', { weekend: [5, 6] }],
  ])('refuses %s', (_, config) => {
    expect(workingCalendarConfig.safeParse(config).success).toBe(false);
  });
});

describe('what cannot be is a RangeError', () => {
  const now = at('2026-11-24 10:00');
  const never = new Date(Number.NaN);

  test.each([
    { days: -1 },
    { minutes: -1 },
    { days: Number.NaN },
    { minutes: Number.POSITIVE_INFINITY },
    { days: 0.5 },
    { days: 2611 },
    { minutes: 2610 * 450 + 1 },
    { days: 2610, minutes: 1 },
    { minutes: Number.MAX_SAFE_INTEGER },
  ])('adding %o', (amount) => {
    expect(() => calendar.addWorkingTime(now, amount)).toThrow(RangeError);
  });

  test('ten years themselves are fine', () => {
    expect(calendar.addWorkingTime(now, { days: 2610 })).toBeInstanceOf(Date);
  });

  test('an invalid date', () => {
    expect(() => calendar.isWorkingDay(never)).toThrow(RangeError);
    expect(() => calendar.isWorkingTime(never)).toThrow(RangeError);
    expect(() => calendar.addWorkingTime(never, { days: 1 })).toThrow(RangeError);
    expect(() => calendar.addWorkingTime(never, {})).toThrow(RangeError);
    expect(() => calendar.workingMinutesBetween(now, never)).toThrow(RangeError);
    expect(() => calendar.known(never)).toThrow(RangeError);
  });

  test('a result past the last Date', () => {
    expect(() => calendar.addWorkingTime(new Date(8.64e15), { days: 1 })).toThrow(RangeError);
    expect(calendar.addWorkingTime(new Date(-8.64e15), {})).toBeInstanceOf(Date);
  });
});

describe('dispatchDeadline', () => {
  const dispatched = at('2026-09-30 16:00');

  test.each([
    ['normal', '2026-10-13 16:00'],
    ['urgent', '2026-10-09 16:00'],
    ['critical', '2026-10-08 16:00'],
  ] as const)('%s, over National Day 2026: %s', (urgency, due) => {
    expect(text(dispatchDeadline(dispatched, urgency, calendar))).toBe(due);
  });

  test('the hotline sets its own limits, one or all', () => {
    const limits = dispatchLimits.parse({ critical: { minutes: 120 } });
    expect(text(dispatchDeadline(dispatched, 'critical', calendar, limits))).toBe('2026-10-08 09:00');
    expect(text(dispatchDeadline(dispatched, 'urgent', calendar, limits))).toBe('2026-10-09 16:00');
  });

  test.each([{}, { days: 0 }, { days: -1 }, { days: 1.5 }, { hours: 4 }])('refuses the limit %o', (limit) => {
    expect(dispatchLimits.safeParse({ normal: limit }).success).toBe(false);
  });
});

describe('for any instant and amount', () => {
  const saturdays = Array.from({ length: 200 }, (_, week) =>
    text(new Date(Date.UTC(2024, 0, 6 + week * 7))).slice(0, 10),
  );
  const calendars = fc.constantFrom(
    calendar,
    workingCalendar({ hours: [{ from: '00:00', to: '24:00' }] }),
    workingCalendar({
      hours: [
        { from: '09:00', to: '11:45' },
        { from: '11:45', to: '12:00' },
        { from: '23:59', to: '24:00' },
      ],
    }),
    workingCalendar({ extra: { workdays: saturdays } }),
    workingCalendar({ extra: { holidays: ['2026-03-02', '2026-03-03'], workdays: ['2026-10-01', '2026-03-07'] } }),
  );
  const anyInstant = fc.date({ min: new Date('-002000-01-01'), max: new Date('+012000-01-01'), noInvalidDate: true });
  const nearInstant = fc.date({ min: at('2023-12-01 00:00'), max: at('2027-02-01 00:00'), noInvalidDate: true });
  /** Clock times at which something opens or closes come up often. */
  const edge = fc
    .tuple(
      fc.integer({ min: 0, max: 3 * 366 }),
      fc.constantFrom(0, 510, 719, 720, 810, 1050, 1439),
      fc.constantFrom(0, 0, 1, MINUTE - 1),
    )
    .map(([day, minute, ms]) => new Date(at('2024-01-01 00:00').getTime() + day * DAY + minute * MINUTE + ms));
  const instants = fc.oneof(anyInstant, nearInstant, edge);
  const amounts = fc.record(
    { days: fc.integer({ min: 0, max: 30 }), minutes: fc.oneof(fc.nat(5000), fc.constantFrom(0, 210, 240, 450)) },
    { requiredKeys: [] },
  );

  test('adding a, then b, is adding both', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, amounts, (calendar, start, a, b) => {
        const both = { days: (a.days ?? 0) + (b.days ?? 0), minutes: (a.minutes ?? 0) + (b.minutes ?? 0) };
        expect(calendar.addWorkingTime(calendar.addWorkingTime(start, a), b)).toEqual(
          calendar.addWorkingTime(start, both),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('later starts and larger amounts are not due earlier', () => {
    fc.assert(
      fc.property(calendars, instants, instants, amounts, fc.nat(500), (calendar, a, b, amount, more) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const due = calendar.addWorkingTime(first, amount).getTime();
        const larger = { ...amount, minutes: (amount.minutes ?? 0) + more };
        expect(due).toBeGreaterThanOrEqual(first.getTime());
        expect(due).toBeLessThanOrEqual(calendar.addWorkingTime(second, amount).getTime());
        expect(due).toBeLessThanOrEqual(calendar.addWorkingTime(first, larger).getTime());
      }),
      { numRuns: 1000 },
    );
  });

  test('the minutes between a start and its deadline are the minutes added', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(20_000), (calendar, start, minutes) => {
        const end = calendar.addWorkingTime(start, { minutes });
        expect(calendar.workingMinutesBetween(start, end)).toBe(minutes);
        expect(calendar.workingMinutesBetween(end, start)).toBe(0 - minutes);
      }),
      { numRuns: 1000 },
    );
  });

  test('a result is in working time or at a closing; of some amount, never at an opening', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, (calendar, start, amount) => {
        const end = calendar.addWorkingTime(start, amount);
        const justBefore = calendar.isWorkingTime(new Date(end.getTime() - 1));
        expect(calendar.isWorkingTime(end) || justBefore).toBe(true);
        if ((amount.days ?? 0) + (amount.minutes ?? 0) > 0) expect(justBefore).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The rule once more, slow and by other means: whole minutes one by one, days from chinese-days, within its years. */
describe('agrees with the naive calendar', () => {
  const HOURS = [510, 720, 810, 1050] as const;
  const clockOf = (instant: Date) => Math.floor((instant.getTime() + DAY / 3) / MINUTE) % 1440;
  const later = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * MINUTE);
  const dayWorks = (instant: Date) => isWorkday(text(instant).slice(0, 10));
  const works = (instant: Date) => {
    const clock = clockOf(instant);
    return ((HOURS[0] <= clock && clock < HOURS[1]) || (HOURS[2] <= clock && clock < HOURS[3])) && dayWorks(instant);
  };
  const opening = (start: Date) => {
    while (!works(start)) start = later(start, 1);
    return start;
  };

  function addMinutes(start: Date, minutes: number): Date {
    if (minutes === 0) return works(later(start, -1)) ? start : opening(start);
    for (; minutes > 0; start = later(start, 1)) if (works(start)) minutes--;
    return start;
  }

  function addDays(start: Date, days: number): Date {
    start = opening(start);
    for (; days > 0; days--)
      do start = later(start, 1440);
      while (!dayWorks(start));
    while (!works(later(start, -1))) start = later(start, -1);
    return start;
  }

  function minutesBetween(start: Date, end: Date): number {
    let minutes = 0;
    for (; start < end; start = later(start, 1)) if (works(start)) minutes++;
    return minutes;
  }

  const starts = fc
    .integer({ min: 0, max: (3 * 365 - 40) * 1440 })
    .map((minute) => later(at('2024-01-01 00:00'), minute));

  test('on minutes', () => {
    fc.assert(
      fc.property(starts, fc.nat(1000), (start, minutes) => {
        expect(text(calendar.addWorkingTime(start, { minutes }))).toBe(text(addMinutes(start, minutes)));
      }),
    );
  });

  test('on days', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 12 }), (start, days) => {
        expect(text(calendar.addWorkingTime(start, { days }))).toBe(text(addDays(start, days)));
      }),
    );
  });

  test('on minutes between', () => {
    fc.assert(
      fc.property(starts, fc.nat(5 * 1440), (start, span) => {
        const end = later(start, span);
        expect(calendar.workingMinutesBetween(start, end)).toBe(minutesBetween(start, end));
      }),
    );
  });
});
