/** What is a date, a number of a document, article or telephone line, or a reference, and so no figure to be traced. */
const innocent = [
  /\{\{policy:[^{}]*\}\}/g,
  /\d{4}\s*年(?:度|\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g,
  /(?<!\d)\d{1,2}\s*月(?:份|底|初|\s*\d{1,2}\s*日)?(?!\s*内)/g,
  /[〔（(]\d{4}[〕）)]\s*\d+\s*号/g,
  /第\s*\d+\s*号/g,
];

const digits = String.raw`(?<!\d)(?<!\d[.,，])\d+(?:[.,，]\d+)*\s*(?:个?工作日|个自然日|个月|周岁|平方米|万元|小时|分钟|[%％‰元万亿日天年倍岁次周期成折])`;
const spelled = `(?<!第)(?<![二两三四五六七八九十百])[二两三四五六七八九十百]+(?:个工作日|个月|年内|日内|天内|周岁|岁|万元|倍)`;
const aFigure = new RegExp(`${digits}|${spelled}`, 'g');

const example = /^\s*(?:[-*]\s*|\d+\.\s*)?例[：:]/;

/** The figures with a unit that a line types in place instead of referring to policy.yaml. Lines that give an example may. */
export const plainFigures = (line: string): string[] => {
  if (example.test(line)) return [];
  const rest = innocent.reduce((text, pattern) => text.replace(pattern, '\u0001'), line);
  return rest.match(aFigure) ?? [];
};
