import type { Language } from '../../contract/language.ts';
import type { RunResult } from './run-result.ts';

const escaped = (text: string | number): string =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What a page of results tells. */
export interface ResultPage {
  readonly trainee: string;
  readonly runs: readonly RunResult[];
  readonly streak: number;
  readonly weak: readonly { topic: string; name: string; articles: readonly string[] }[];
  readonly head: string;
}

/** The words of the page, in the reader's language. */
export interface PageWords {
  readonly language: Language;
  readonly word: string;
  readonly runs: string;
  readonly passed: string;
  readonly streak: string;
  readonly weak: string;
  readonly seal: string;
  readonly sealState: string;
  readonly when: string;
  readonly scenario: string;
  readonly title: string;
  readonly score: string;
  /** A moment as it is shown. */
  readonly timeOf: (instant: string) => string;
}

/** The report as one page that needs nothing else: for printing, and for whoever has no terminal. */
export const resultPage = (page: ResultPage, words: PageWords): string => {
  const { trainee, runs, streak, weak, head } = page;
  const row = (cells: readonly (string | number)[]): string =>
    `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  const headings = [words.when, words.scenario, words.title, words.score, ''];
  return `<!doctype html>
<html lang="${words.language}"><meta charset="utf-8"><title>${escaped(`${words.word} · ${trainee}`)}</title>
<style>body{font:16px/1.6 sans-serif;max-width:60em;margin:2em auto;border-top:.6em solid #7a3e9d;padding:0 1em}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3em .6em;text-align:left}
.word{background:#7a3e9d;color:#fff;padding:.1em .5em}footer{color:#666;font-size:.8em;overflow-wrap:anywhere}</style>
<h1><span class="word">${escaped(words.word)}</span> ${escaped(trainee)}</h1>
<p>${escaped(words.runs)}: ${runs.length}（${escaped(words.passed)}） · ${escaped(words.streak)}: ${streak}</p>
<h2>${escaped(words.weak)}</h2>
<table>${weak.map(({ topic, name, articles }) => row([topic, name, articles.join(' ')])).join('\n')}</table>
<h2>${escaped(words.runs)}</h2>
<table><tr>${headings.map((heading) => `<th>${escaped(heading)}</th>`).join('')}</tr>
${runs.map((run) => row([words.timeOf(run.startedAt), run.scenario, run.title, run.score, run.passed ? '✓' : '✗'])).join('\n')}
</table>
<footer>${escaped(words.seal)}: ${escaped(words.sealState)} ${head}</footer>
</html>
`;
};
