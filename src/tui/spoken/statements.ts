import { stripVTControlCharacters } from 'node:util';
import type { PlainKey, Say } from '../words/words.ts';

/** One thing to say: a line of the screen as words. */
export interface Statement {
  readonly text: string;
  /** What the keys act on: the row that is chosen, the pane with the heavy frame. */
  readonly at: 'chosen' | 'here' | undefined;
  /** What it says apart from clocks, which run on by themselves, and from how long a text has become: that is no news. */
  readonly topic: string;
  /** In a pane that the keys do not act on: its first line, or one below it. */
  readonly beside: 'title' | 'text' | undefined;
  /** Whether it was passed over when it came. */
  readonly passed?: boolean;
}

/** Signs that mean something, in words; every other sign of the screen stands beside its word. */
const words: Readonly<Record<string, PlainKey>> = {
  '!': 'spoken.mind',
  '✗': 'spoken.refused',
  '↻': 'spoken.again',
  '↩': 'spoken.back',
};
const sign = /^([!✗↻↩])\s+/;
const silent = /[\u2500-\u257f●○◉◐◆◇‖▸✓·](?=\s|$)|[\u2500-\u257f]/g;
const gap = /\s{2,}/;
/** Clocks, and numbers of what runs on while nothing happens. */
const running = (say: Say): RegExp =>
  new RegExp(String.raw`\d+:\d\d(?::\d\d)?|\d+\s?(?:${say('spoken.running').replaceAll(' ', '|')})(?!\p{Ll})`, 'gu');
/** Nothing but punctuation. */
const empty = /^[\s\p{P}\p{S}]*$/u;

const piece = (text: string, say: Say): string => {
  const found = sign.exec(text);
  return found ? `${say(words[found[1]!]!)} ${text.slice(found[0].length)}` : text;
};

const statement = (line: string, beside: Statement['beside'], say: Say): Statement | undefined => {
  const heavy = line.startsWith('┏');
  const chosen = /^\s*▸/.test(line);
  const text = line
    .replaceAll(silent, '  ')
    .split(gap)
    .filter((part) => !empty.test(part) || part.trim() === '!')
    .map((part) => piece(part.trim(), say))
    .join(say('spoken.pause'));
  if (text === '') return undefined;
  return {
    text,
    at: heavy ? 'here' : chosen ? 'chosen' : undefined,
    topic: text.replaceAll(running(say), '0'),
    beside,
  };
};

/** Panes side by side are said one after the other. */
const seam = /(?<=[┘┛]) /g;

/** What a frame says, from its first line to its last. The parts of the line above everything are news each by itself. */
export const statementsOf = (frame: string, say: Say): Statement[] => {
  const [head = '', ...body] = stripVTControlCharacters(frame).replaceAll(seam, '\n').split('\n');
  const statements = head.split(gap).flatMap((part) => statement(part, undefined, say) ?? []);
  let inside = false;
  for (const line of body) {
    const begins = line.startsWith('┌');
    inside ||= begins;
    statements.push(...[statement(line, begins ? 'title' : inside ? 'text' : undefined, say) ?? []].flat());
    if (/^[└┗]/.test(line)) inside = false;
  }
  return statements;
};

/** How much is said of a pane that the keys do not act on, such as the text of what is chosen in another. */
const few = 8;

export interface News {
  readonly fresh: readonly Statement[];
  /** What was passed over in the pane of the statement. */
  readonly more: ReadonlyMap<Statement, number>;
  /** What is known from now on. */
  readonly said: readonly Statement[];
}

/**
 * What of it was not said before, in its order. What only lost its being chosen is known already. Of a long pane beside, the beginning is
 * said; the rest is for when the keys get there.
 */
export const newsOf = (before: readonly Statement[], now: readonly Statement[]): News => {
  const known = new Map<string, { times: number; at: Set<Statement['at']> }>();
  for (const { topic, at } of before) {
    const entry = known.get(topic) ?? { times: 0, at: new Set() };
    known.set(topic, { times: entry.times + 1, at: entry.at.add(at) });
  }
  const passed = new Set(before.filter((statement) => statement.passed).map(({ topic }) => topic));
  const fresh: Statement[] = [];
  const said: Statement[] = [];
  const more = new Map<Statement, number>();
  let row = 0;
  for (const statement of now) {
    if (statement.beside !== 'text') row = 0;
    const entry = known.get(statement.topic);
    const isKnown =
      entry !== undefined && entry.times > 0 && (statement.at === undefined || entry.at.has(statement.at));
    if (entry) entry.times--;
    const wasPassed = isKnown && passed.has(statement.topic);
    if (statement.beside && (wasPassed || (!isKnown && ++row > few))) {
      said.push({ ...statement, passed: true });
      const last = fresh.at(-1);
      if (!wasPassed && last) more.set(last, (more.get(last) ?? 0) + 1);
      continue;
    }
    said.push(statement);
    if (!isKnown || wasPassed) fresh.push(statement);
  }
  return { fresh, more, said };
};

/** The words for it. */
export const spokenText = ({ text, at }: Statement, say: Say): string =>
  at === undefined ? text : say(`spoken.${at}`, { text });
