import { styleText } from 'node:util';
import { exitCode } from '../../contract/exit-code.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { pad } from '../../tui/text/width.ts';
import type { Context } from '../context.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import type { Finding, Verdict } from './finding.ts';
import { hubFindings } from './hub.ts';
import { diskSpace, nodeVersion } from './machine.ts';
import { cjkWidth, colours, inputMethod, locale, terminalSize } from './terminal.ts';

const styles = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

const line = (context: Context, { status, message, advice }: Finding): string => {
  const words: Record<Verdict, string> = {
    ok: context.say('doctor.ok'),
    warn: context.say('doctor.warn'),
    fail: context.say('doctor.fail'),
  };
  const label = pad(words[status], 6);
  const shown = plainText(message, { multiline: false });
  const what = `${context.color ? styleText(styles[status], label, { validateStream: false }) : label}${shown}\n`;
  return advice ? `${what}${' '.repeat(6)}→ ${plainText(advice, { multiline: false })}\n` : what;
};

/** `doctor`: what a seat needs, one line each, and what to do about what is not well. */
export const doctor: Work<[], object> = async (context) => {
  const findings: Finding[] = [];
  for (const check of [nodeVersion, terminalSize, colours, locale, cjkWidth, inputMethod, diskSpace]) {
    findings.push(await check(context));
  }
  findings.push(...(await hubFindings(context)));
  const failed = findings.some(({ status }) => status === 'fail');
  await show(context, { ok: !failed, checks: findings }, () => findings.map((finding) => line(context, finding)).join(''));
  return failed ? exitCode.checkFailed : exitCode.done;
};
