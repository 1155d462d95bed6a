import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';
import { instantOf } from '../../src/cli/input/instant.ts';
import { linesOf } from '../../src/cli/input/lines.ts';
import { speakingLanguage } from '../../src/cli/language.ts';
import { nearest } from '../../src/cli/nearest.ts';
import { jsonLine } from '../../src/cli/output/json.ts';
import { en } from '../../src/cli/words/en.ts';
import { sayIn, term } from '../../src/cli/words/words.ts';
import { zhCN } from '../../src/cli/words/zh-CN.ts';
import { languages } from '../../src/contract/language.ts';
import { eventTypes } from '../../src/domain/audit/event-type.ts';
import { callStates, priorities } from '../../src/domain/call/call.ts';
import { notReadyReasons, seatStates } from '../../src/domain/seat/seat.ts';
import { csvCell, csvRow } from '../../src/domain/text/csv.ts';
import { ticketStates } from '../../src/domain/ticket/ticket.ts';
import { roles } from '../../src/domain/user/role.ts';

describe('words', () => {
  it('have the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const english: Record<string, string> = en;
    for (const [key, text] of Object.entries(zhCN)) expect(places(english[key] ?? ''), key).toEqual(places(text));
  });

  it('know every term of the contract', () => {
    const groups: Record<string, readonly string[]> = {
      callState: callStates,
      priority: priorities,
      ticketState: ticketStates,
      seatState: seatStates,
      reason: notReadyReasons,
      role: roles,
      event: eventTypes,
    };
    for (const language of languages) {
      for (const [group, terms] of Object.entries(groups)) {
        const known: Record<string, string> = language === 'en' ? en : zhCN;
        for (const value of terms)
          expect(term(language, group, value), `${group}.${value}`).toBe(known[`${group}.${value}`]);
      }
    }
  });
});

describe('lines', () => {
  it('come out as they went in, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', '中', ' ', '"') }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('\n', '\r\n'),
        async (texts, size, end) => {
          const bytes = Buffer.from(texts.map((text) => text + end).join(''));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          );
          const found: string[] = [];
          for await (const line of linesOf(Readable.from(chunks), 1000))
            found.push('text' in line ? line.text.toString() : '');
          expect(found).toEqual(texts);
        },
      ),
    );
  });

  it('that are too long are named and passed over', async () => {
    const found = [];
    for await (const line of linesOf(
      Readable.from([Buffer.from('abcdef\nabc'), Buffer.from('\nabcd'), Buffer.from('ef')]),
      4,
    )) {
      found.push('text' in line ? line.text.toString() : line.number);
    }
    expect(found).toEqual([1, 'abc', 3]);
  });
});

describe('work in order', () => {
  it('keeps the order and never more under way than allowed', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < (item * 7) % 5; turn++) await setImmediate();
      underWay -= 1;
      return item;
    };
    const found = [];
    for await (const item of inOrder(Readable.from(Array.from({ length: 50 }, (_, at) => at + 1)), 4, work))
      found.push(item);
    expect(found).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe('output', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['\t=1', `"'\t=1"`],
    ['　＝1', "'　＝1"],
    ['@x', "'@x"],
    ['＋86', "'＋86"],
    ['a=b', 'a=b'],
    ['13800001000', '13800001000'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('%j is a harmless cell', (value, cell) => expect(csvCell(value)).toBe(cell));

  it('ends rows as spreadsheets want', () => expect(csvRow(['a', 'b'])).toBe('a,b\r\n'));

  it('writes JSON that a terminal does not act upon', () => {
    const value = { text: '\x1b[31m \x9b \u202e \u200b 中' };
    const line = jsonLine(value);
    expect(line).not.toMatch(/[\x1b\x9b\u202e\u200b]/);
    expect(JSON.parse(line)).toEqual(value);
  });
});

describe('input', () => {
  const context = { say: sayIn('zh-CN'), language: 'zh-CN' } as Parameters<typeof instantOf>[0];

  it.each([
    ['2026-11-01', '2026-11-01T00:00:00.000+08:00'],
    ['２０２６-11-01', '2026-11-01T00:00:00.000+08:00'],
    ['2026-11-01T09:30', '2026-11-01T09:30:00.000+08:00'],
    ['2026-11-01 09:30:15', '2026-11-01T09:30:15.000+08:00'],
    ['2026-11-01T00:00:00Z', '2026-11-01T08:00:00.000+08:00'],
    ['2026-11-01T00:00:00-05:00', '2026-11-01T13:00:00.000+08:00'],
  ])('%s is a moment', (text, moment) => expect(instantOf(context, 'since', text)).toBe(moment));

  it.each(['', 'now', '2026-13-01', '2026-02-30', '2026-11-01T25:00', '7y', '-7d'])('%j is none', (text) => {
    expect(() => instantOf(context, 'since', text)).toThrow('since');
  });

  it('finds what was meant', () => {
    expect(nearest('tickts', ['tickets', 'calls'])).toBe('tickets');
    expect(nearest('xyz', ['tickets', 'calls'])).toBeUndefined();
  });

  it.each([
    [[], {}, 'zh-CN'],
    [[], { LANG: 'C' }, 'zh-CN'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LC_ALL: 'C.UTF-8', LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LANG: 'de_DE.UTF-8' }, 'zh-CN'],
    [['--lang', 'zh-CN'], { LANG: 'en_US.UTF-8' }, 'zh-CN'],
    [['--lang=en'], { EXPERT_SEAT_LANG: 'zh-CN' }, 'en'],
    [['--lang', 'tlh'], { EXPERT_SEAT_LANG: 'en' }, 'en'],
  ])('%j with %j speaks %s', (args, env, language) => {
    expect(speakingLanguage(args, { EXPERT_SEAT_PROFILE: 'no-such-profile', ...env })).toBe(language);
  });
});
