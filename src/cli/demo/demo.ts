import path from 'node:path';
import { preferencesOf } from '../../client/preferences-of.ts';
import { exitCode } from '../../contract/exit-code.ts';
import type { Context } from '../context.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';
import { jsonLine } from '../output/json.ts';
import { writeOut } from '../output/stdout.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { personalSnippets } from '../seat/personal-snippets.ts';
import { terminalOf } from '../seat/terminal-of.ts';
import { wrongUsage } from '../usage-failure.ts';
import type { Citizen } from './callers.ts';
import { type DemoLine, openDemoLine } from './demo-line.ts';
import { ringPhones } from './phone-rings.ts';
import { runShortShift } from './short-shift.ts';

interface DemoOptions {
  seed?: string;
  calls?: string;
}

/** Calls in a shift without a terminal: each caller of the script twice. */
const defaultCalls = 24;

const wholeNumber = (
  { say }: Context,
  option: string,
  text: string | undefined,
  fallback: number,
  max: number,
): number => {
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 1 && value <= max)) throw wrongUsage(say('demo.bad-number', { option, max }));
  return value;
};

/** Without a terminal: the shift runs by itself and says what happened. Exit 8 when the chain does not verify. */
const shiftByItself = async (context: Context, line: DemoLine, seed: number, calls: number): Promise<number> => {
  const { say, json } = context;
  if (!json) await writeOut(`${say('demo.begin')}\n`);
  const report = await runShortShift(line, seed, calls, async (what, expert, call) => {
    if (json) return;
    const who = expert || say('demo.citizen');
    await writeOut(`  ${call.ticket}  ${say(`demo.${what}`)}  ${who}  ${call.name} ${call.phone}\n`);
  });
  await writeOut(
    json
      ? jsonLine(report)
      : facts([
          [say('demo.report.calls'), report.calls],
          [say('demo.report.direct'), `${report.direct} (${report.directRate} %)`],
          [say('demo.report.dispatched'), report.dispatched],
          [say('demo.report.returned'), report.returned],
          [say('demo.report.abandoned'), report.abandoned],
          [say('demo.report.lookups'), report.lookups],
          [
            say('demo.report.chain'),
            `${say(report.verified ? 'demo.verified' : 'demo.broken', { events: report.events })}`,
          ],
        ]),
  );
  return report.verified ? exitCode.done : exitCode.checkFailed;
};

/** Who a caller would say they are. */
const citizenWords = ({ say }: Context, citizen: Citizen | undefined): string | undefined => {
  if (!citizen) return undefined;
  const { name, idNumber, account, employerAccount } = citizen;
  return employerAccount === undefined
    ? say('demo.says.person', { name, idNumber, account })
    : say('demo.says.clerk', { name, employerAccount });
};

/** With a terminal: the real seat, and callers who arrive while you watch. */
const atTheSeat = async (context: Context, line: DemoLine, seed: number): Promise<number> => {
  const asked = terminalOf(context);
  const { openSeat } = await import('../../tui/open-seat.ts');
  const frontline = await line.person('受理员101', 'frontline');
  const client = await line.person('李敏', 'expert');
  const stop = new AbortController();
  const citizens = new Map<string, Citizen>();
  const phones = ringPhones(line, frontline, seed, citizens, stop.signal).catch(() => undefined);
  try {
    handleSignalsMyself();
    return await openSeat({
      client,
      language: context.language,
      mode: 'demo',
      color: context.color,
      terminal: await asked,
      preferences: preferencesOf(await context.profile()),
      savePreference: async (key, value) => (await context.profile()).set({ [key]: value }),
      // Nothing of the person's own: a demo keeps nothing of theirs, and shows nothing of it to others.
      personalSnippets: () => personalSnippets(path.join(line.dataDir, 'snippets.yaml')),
      knowledge: { dir: path.join(line.dataDir, 'knowledge'), shipped: shippedKnowledge },
      citizenSays: (call) => citizenWords(context, citizens.get(call)),
    });
  } finally {
    stop.abort();
    await phones;
  }
};

/** `demo`: the real hub over a store in memory, the real seat, seeded callers. */
export const demo: Work<[], DemoOptions> = async (context, _args, options) => {
  const seed = wholeNumber(context, '--seed', options.seed, 12_345, 999_999_999);
  const calls = wholeNumber(context, '--calls', options.calls, defaultCalls, 500);
  const line = await openDemoLine(context);
  try {
    const interactive = process.stdin.isTTY && process.stdout.isTTY && !context.json && options.calls === undefined;
    return interactive ? await atTheSeat(context, line, seed) : await shiftByItself(context, line, seed, calls);
  } finally {
    await line.close();
  }
};
