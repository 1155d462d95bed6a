/**
 * Rewrites src/domain/calendar/holidays.json from the `chinese-days` package.
 *
 *   npm install --save-dev chinese-days@latest
 *   node scripts/update-holidays.ts
 *
 * The General Office of the State Council announces a year's days in October or November of the year before. The package
 * gets its data from that text by machine, so a person reads the notice first, compares, and adds it to NOTICES here and
 * to the table in test/domain/holidays.test.ts. The script stops at a year whose notice is not listed.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

const FIRST_YEAR = 2024;

/** The notices checked by hand, with the address of the text. */
const NOTICES = [
  {
    year: 2024,
    number: '国办发明电〔2023〕7号',
    date: '2023-10-25',
    url: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
  },
  {
    year: 2025,
    number: '国办发明电〔2024〕12号',
    date: '2024-11-12',
    url: 'https://www.gov.cn/zhengce/content/202411/content_6986382.htm',
  },
  {
    year: 2026,
    number: '国办发明电〔2025〕7号',
    date: '2025-11-04',
    url: 'https://www.gov.cn/zhengce/content/202511/content_7047090.htm',
  },
];

const inYear = (dates: object, year: number) =>
  Object.keys(dates)
    .filter((date) => date.startsWith(`${year}-`))
    .sort();

const years = [...new Set(Object.keys(days.holidays).map((date) => Number(date.slice(0, 4))))]
  .filter((year) => year >= FIRST_YEAR)
  .sort();

const unchecked = years.filter((year) => !NOTICES.some((notice) => notice.year === year));
if (unchecked.length > 0) throw new Error(`read the notice for ${unchecked.join(', ')} and add it to NOTICES first`);

const data = {
  source: NOTICES.map((notice) => ({ title: `国务院办公厅关于${notice.year}年部分节假日安排的通知`, ...notice })),
  years: Object.fromEntries(
    years.map((year) => [year, { holidays: inYear(days.holidays, year), workdays: inYear(days.workdays, year) }]),
  ),
};

const file = fileURLToPath(new URL('../src/domain/calendar/holidays.json', import.meta.url));
writeFileSync(file, JSON.stringify(data, null, 2));
execFileSync('npx', ['biome', 'format', '--write', file], { stdio: 'inherit' });
