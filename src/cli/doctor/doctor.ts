import { styleText } from 'node:util';
import { exitCode } from '../../contract/exit-code.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { pad, wrap } from '../../tui/text/width.ts';
import type { Context } from '../context.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import type { Finding, Verdict } from './finding.ts';
import { hubFindings } from './hub.ts';
import { diskSpace, nodeVersion } from './machine.ts';
import { cjkWidth, colours, inputMethod, locale, terminalSize } from './terminal.ts';

const styles = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

/** Cells before what is said of a check. */
const indent = 6;

/** Text behind the label, its further lines under its first where the terminal is narrow. */
const hanging = (text: string): string => {
  const room = process.stdout.isTTY ? process.stdout.columns - indent - 2 : Number.POSITIVE_INFINITY;
  return wrap(plainText(text, { multiline: false }), room)
    .map((row) => row.text.trimEnd())
    .join(`\n${' '.repeat(indent + 2)}`);
};

const line = (context: Context, { status, message, advice }: Finding): string => {
  const words: Record<Verdict, string> = {
    ok: context.say('doctor.ok'),
    warn: context.say('doctor.warn'),
    fail: context.say('doctor.fail'),
  };
  const label = pad(words[status], indent);
  const what = `${context.color ? styleText(styles[status], label, { validateStream: false }) : label}${hanging(message)}\n`;
  return advice ? `${what}${' '.repeat(indent)}→ ${hanging(advice)}\n` : what;
};

/** `doctor`: what a seat needs, one line each, and what to do about what is not well. */
export const doctor: Work<[], object> = async (context) => {
  const findings: Finding[] = [];
  for (const check of [nodeVersion, terminalSize, colours, locale, cjkWidth, inputMethod, diskSpace]) {
    findings.push(await check(context));
  }
  findings.push(...(await hubFindings(context)));
  const failed = findings.some(({ status }) => status === 'fail');
  await show(context, { ok: !failed, checks: findings }, () =>
    findings.map((finding) => line(context, finding)).join(''),
  );
  return failed ? exitCode.checkFailed : exitCode.done;
};
