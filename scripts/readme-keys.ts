import type { Language } from '../src/contract/language.ts';
import { keyTable, writingTable } from '../src/tui/actions/key-table.ts';

const heads: Record<Language, string> = {
  en: '| where | keys | does |\n| --- | --- | --- |\n',
  'zh-CN': '| 在哪里 | 按键 | 做什么 |\n| --- | --- | --- |\n',
};

const between = /<!-- keys -->[\s\S]*<!-- \/keys -->/;

/** A README with its key table made from the table of actions. */
export const withKeys = (readme: string, language: Language): string => {
  const rows = [...keyTable(language), ...writingTable(language)].map(({ where, keys, name, help }) => {
    const shown = keys.map((key) => `\`${key}\``).join(' ');
    return `| ${where} | ${shown} | ${help === name ? name : `${name}: ${help}`} |\n`;
  });
  return readme.replace(between, () => `<!-- keys -->\n${heads[language]}${rows.join('')}<!-- /keys -->`);
};
