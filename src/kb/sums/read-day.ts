/** A day in digits alone, or with its parts between the same signs twice, or between 年, 月 and 日. */
const written = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/,
];

const exists = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** A day as people write it, full-width or not, as `YYYY-MM-DD`; undefined when it is none, or its year, month and day are not all there. */
export const readDay = (text: string): string | undefined => {
  // An input method types 。 for a point, and a dash for a hyphen.
  const plain = text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/[‐–—−]/g, '-')
    .trim();
  const match = written.map((pattern) => pattern.exec(plain)).find((found) => found !== null);
  const [year, month, date] = match?.slice(1).filter((part) => /\d/.test(part)) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return exists(day) ? day : undefined;
};
