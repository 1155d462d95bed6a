import { isWorkday } from 'chinese-days';
import { describe, expect, test } from 'vitest';
import data from '../../src/domain/calendar/holidays.json' with { type: 'json' };
import { workingCalendar } from '../../src/domain/calendar/working-calendar.ts';

/** Copied by hand from the notices of the State Council's General Office: what is off, from–to, and what is worked. */
const NOTICES = {
  2024: {
    number: '国办发明电〔2023〕7号',
    off: ['01-01 01-01', '02-10 02-17', '04-04 04-06', '05-01 05-05', '06-10 06-10', '09-15 09-17', '10-01 10-07'],
    daysOff: [1, 8, 3, 5, 1, 3, 7],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    number: '国办发明电〔2024〕12号',
    off: ['01-01 01-01', '01-28 02-04', '04-04 04-06', '05-01 05-05', '05-31 06-02', '10-01 10-08'],
    daysOff: [1, 8, 3, 5, 3, 8],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    number: '国办发明电〔2025〕7号',
    off: ['01-01 01-03', '02-15 02-23', '04-04 04-06', '05-01 05-05', '06-19 06-21', '09-25 09-27', '10-01 10-07'],
    daysOff: [3, 9, 3, 5, 3, 3, 7],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

function daysFrom(first: string, last: string): string[] {
  const days = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

test('the data holds the years whose notices were read, and no other', () => {
  expect(Object.keys(data.years)).toEqual(Object.keys(NOTICES));
  expect(data.source.map(({ year }) => String(year))).toEqual(Object.keys(NOTICES));
});

describe.each(Object.entries(NOTICES))('%s', (year, notice) => {
  const { holidays, workdays } = data.years[year as keyof typeof data.years];
  const spans = notice.off.map((span) => {
    const [first, last] = span.split(' ');
    return daysFrom(`${year}-${first}`, `${year}-${last}`);
  });

  test('is what the notice says, and names it', () => {
    expect(spans.map((span) => span.length)).toEqual(notice.daysOff);
    expect(holidays).toEqual(spans.flat());
    expect(workdays).toEqual(notice.worked.map((day) => `${year}-${day}`));
    expect(data.source.find((source) => source.year === Number(year))).toMatchObject({
      number: notice.number,
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    });
  });

  test('make-up days are on weekends and are no holidays', () => {
    for (const day of workdays) {
      expect([0, 6], day).toContain(new Date(day).getUTCDay());
      expect(holidays).not.toContain(day);
    }
  });

  test('the calendar agrees with chinese-days on every day', () => {
    const calendar = workingCalendar();
    for (const day of daysFrom(`${year}-01-01`, `${year}-12-31`)) {
      expect(calendar.isWorkingDay(day), day).toBe(isWorkday(day));
    }
  });
});
