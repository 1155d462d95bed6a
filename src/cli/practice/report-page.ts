import type { RunResult } from '../../practice/records/run-result.ts';
import type { Context } from '../context.ts';
import { localTime } from '../output/local-time.ts';

const escaped = (text: string | number): string =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface ReportDocument {
  readonly trainee: string;
  readonly runs: readonly RunResult[];
  readonly passed: number;
  readonly streak: number;
  readonly weak: readonly { topic: string; name: string; articles: readonly string[]; recall: number }[];
  readonly head: string;
  readonly sealed: boolean;
}

/** The report as one page that needs nothing else: for printing, and for whoever has no terminal. */
export const reportPage = (document: ReportDocument, { say, language }: Context): string => {
  const { trainee, runs, passed, streak, weak, head, sealed } = document;
  const row = (cells: readonly (string | number)[]): string =>
    `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  const title = `${say('practice.word')} · ${trainee}`;
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:16px/1.6 sans-serif;max-width:60em;margin:2em auto;border-top:.6em solid #7a3e9d;padding:0 1em}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3em .6em;text-align:left}
.word{background:#7a3e9d;color:#fff;padding:.1em .5em}footer{color:#666;font-size:.8em;overflow-wrap:anywhere}</style>
<h1><span class="word">${escaped(say('practice.word'))}</span> ${escaped(trainee)}</h1>
<p>${escaped(say('practice.report.runs'))}: ${runs.length}（${escaped(say('practice.report.passed', { count: passed }))}） ·
${escaped(say('practice.report.streak'))}: ${streak}</p>
<h2>${escaped(say('practice.report.weak'))}</h2>
<table>${weak.map(({ topic, name, articles }) => row([topic, name, articles.join(' ')])).join('\n')}</table>
<h2>${escaped(say('practice.report.runs'))}</h2>
<table><tr>${[
    say('practice.col.when'),
    say('practice.col.id'),
    say('practice.col.title'),
    say('practice.col.score'),
    '',
  ]
    .map((heading) => `<th>${escaped(heading)}</th>`)
    .join('')}</tr>
${runs.map((run) => row([localTime(run.startedAt), run.scenario, run.title, run.score, run.passed ? '✓' : '✗'])).join('\n')}
</table>
<footer>${escaped(say('practice.report.seal'))}: ${escaped(say(sealed ? 'practice.seal.holds' : 'practice.seal.broken'))} ${head}</footer>
</html>
`;
};
