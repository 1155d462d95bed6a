import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { en } from '../../src/cli/words/en.ts';
import { zhCN } from '../../src/cli/words/zh-CN.ts';
import { journalFaults } from '../../src/practice/exam/journal/read-journal.ts';
import { HandClock, sit } from '../practice/exam/support.ts';
import { errorOf } from './support/hub.ts';
import { type Ended, freshFolder, run, start } from './support/program.ts';

const Started = z.object({ exam: z.string(), questions: z.number(), secondsLeft: z.number(), endsAt: z.string() });
const Item = z.object({
  number: z.number(),
  kind: z.string(),
  choices: z.array(z.object({ letter: z.string(), text: z.string() })).optional(),
  answer: z.record(z.string(), z.unknown()).nullable(),
});
const Shown = z.object({ answered: z.number(), sealed: z.boolean(), endsAt: z.string(), items: z.array(Item) });
const Marks = z.object({
  percent: z.number(),
  passed: z.boolean(),
  seal: z.string(),
  marks: z.array(
    z.object({
      number: z.number(),
      points: z.number(),
      right: z
        .object({ choose: z.array(z.string()) })
        .or(z.object({ value: z.number() }))
        .or(z.object({ articles: z.array(z.string()) })),
    }),
  ),
});

/** A machine of a trainee's own. */
const machine = () => {
  const data = path.join(freshFolder(), 'data');
  const env = { EXPERT_SEAT_DATA: data };
  const exams = path.join(data, 'practice', 'exams');
  const practice = (...args: string[]): Promise<Ended> => run(['practice', ...args], { env });
  const json = async <S extends z.ZodType>(shape: S, ...args: string[]): Promise<z.output<S>> => {
    const ended = await practice(...args, '--json');
    if (![0, 8].includes(ended.code ?? -1)) throw new Error(`${args.join(' ')} → ${ended.code}: ${ended.stderr}`);
    return shape.parse(JSON.parse(ended.stdout));
  };
  const begin = async (blueprint = 'daily', seed = '7', trainee = '张三'): Promise<string> =>
    (await json(Started, 'exam', 'start', '--blueprint', blueprint, '--seed', seed, '--trainee', trainee)).exam;
  return { env, exams, practice, json, begin };
};

type Machine = ReturnType<typeof machine>;

/** The options that answer a question rightly, by what a sealed exam of the same paper told. */
const rightOptions = ({ marks }: z.output<typeof Marks>) =>
  marks.map(({ number, right }): [string, string, string] => {
    if ('choose' in right) return [String(number), '--choose', right.choose.join(',')];
    if ('value' in right) return [String(number), '--value', String(right.value)];
    return [String(number), '--article', right.articles[0] ?? ''];
  });

/** Hands an empty paper in and answers the same paper rightly. */
const passOne = async ({ json, begin, practice }: Machine, trainee = '李四'): Promise<string> => {
  const empty = await begin('daily', '7', '张三');
  await practice('exam', 'hand-in', empty);
  const known = await json(Marks, 'exam', 'result', empty);
  const exam = await begin('daily', '7', trainee);
  for (const [number, option, value] of rightOptions(known)) {
    const { code, stderr } = await practice('exam', 'answer', exam, number, option, value);
    expect(code, stderr).toBe(0);
  }
  return exam;
};

describe('practice exam', () => {
  it('is drawn, answered, handed in, marked, certified and ranked', async () => {
    const here = machine();
    const { practice, json } = here;
    const exam = await passOne(here);
    expect(await json(z.object({ next: z.null() }), 'exam', 'next', exam)).toEqual({ next: null });
    const early = await practice('exam', 'result', exam, '--json');
    expect([early.code, errorOf(early).code]).toEqual([4, 'not_handed_in']);
    const handedIn = await practice('exam', 'hand-in', exam);
    expect([handedIn.code, handedIn.stdout]).toEqual([0, expect.stringContaining('100%')]);
    const { seal, percent } = await json(Marks, 'exam', 'result', exam);
    expect(percent).toBe(100);
    const text = await practice('exam', 'certificate', exam);
    expect(text.stdout).toContain('李四');
    expect(text.stdout).toContain(seal);
    const html = path.join(freshFolder(), 'certificate.html');
    expect((await practice('exam', 'certificate', exam, '--format', 'html', '--out', html)).code).toBe(0);
    expect(readFileSync(html, 'utf8')).toContain(seal);
    const certificate = await json(z.object({ seal: z.string(), trainee: z.string() }), 'exam', 'certificate', exam);
    expect(certificate).toEqual({ seal, trainee: '李四' });
    const rows = z.object({
      ranks: z.array(z.object({ rows: z.array(z.object({ rank: z.number(), trainee: z.string() })) })),
    });
    expect((await json(rows, 'rank')).ranks[0]?.rows).toEqual([
      { rank: 1, trainee: '李四' },
      { rank: 2, trainee: '张三' },
    ]);
    const items = z.object({ exams: z.number(), items: z.array(z.object({ difficulty: z.number() })) });
    const analysed = await json(items, 'exam', 'items');
    expect(analysed.exams).toBe(2);
    expect(analysed.items.map(({ difficulty }) => difficulty)).toEqual(Array.from({ length: 10 }, () => 0.5));
    const list = z.object({ blueprints: z.array(z.unknown()), exams: z.array(z.object({ state: z.string() })) });
    expect((await json(list, 'exam', 'list')).exams.map(({ state }) => state).sort()).toEqual(['failed', 'passed']);
    expect((await practice('exam', 'verify', exam, '--head', seal)).code).toBe(0);
    expect((await practice('exam', 'verify', exam, '--head', '0'.repeat(64))).code).toBe(8);
  });

  it('tells nothing of what is right before it is handed in', async () => {
    const { practice, begin } = machine();
    const exam = await begin('beginner', '3');
    const told = [
      await practice('exam', 'show', exam),
      await practice('exam', 'show', exam, '--json'),
      await practice('exam', 'next', exam, '--json'),
      await practice('exam', 'answer', exam, '1', '--choose', 'A', '--json'),
    ];
    for (const { code, stdout } of told) {
      expect(code).toBe(0);
      // Nor by the id or the topic of a question, which may give it away.
      expect(stdout).not.toMatch(/"right"|"why"|"question"|"topic"|"digest"|解析|正确/);
    }
  });

  it('says by its exit code what went wrong', async () => {
    const { practice, begin } = machine();
    const exam = await begin();
    const cases: [args: string[], code: number, error: string][] = [
      [['exam', 'show', '20261127-zzzzz'], 3, 'not_found'],
      [['exam', 'start', '--blueprint', 'dayly', '--trainee', '甲'], 3, 'not_found'],
      [['exam', 'play', exam, '1'], 3, 'not_found'],
      [['exam', 'play', exam, 'x'], 7, 'invalid_input'],
      [['exam', 'start', '--blueprint', 'daily', '--trainee', ' '], 7, 'invalid_input'],
      [['exam', 'start', '--blueprint', 'daily', '--trainee', '甲', '--seed', '-1'], 7, 'invalid_input'],
      [['exam', 'answer', exam, '11', '--choose', 'A'], 3, 'not_found'],
      [['exam', 'answer', exam, 'one', '--choose', 'A'], 7, 'invalid_input'],
      [['exam', 'answer', exam, '1', '--choose', 'Z'], 7, 'invalid_input'],
      [['exam', 'answer', exam, '1', '--value', '5'], 7, 'invalid_input'],
      [['exam', 'answer', exam, '1'], 7, 'invalid_input'],
      [['exam', 'answer', exam, '9', '--value', '很多'], 7, 'invalid_input'],
      [['exam', 'answer', exam, '10', '--article', 'gjj-9999'], 7, 'invalid_input'],
      [['exam', 'certificate', exam], 4, 'not_handed_in'],
      [['exam', 'certificate', exam, '--format', 'pdf'], 7, 'invalid_input'],
      [['exam', 'verify', 'nothing'], 3, 'not_found'],
      [['exam', 'start', '--trainee', '甲'], 2, 'usage'],
    ];
    for (const [args, code, error] of cases) {
      const ended = await practice(...args, '--json');
      expect([ended.code, errorOf(ended).code], args.join(' ')).toEqual([code, error]);
    }
    expect((await practice('exam', 'hand-in', exam)).code).toBe(8);
    for (const args of [
      ['exam', 'hand-in', exam],
      ['exam', 'answer', exam, '1', '--choose', 'A'],
    ]) {
      const ended = await practice(...args, '--json');
      expect([ended.code, errorOf(ended).code]).toEqual([4, 'handed_in']);
    }
    const failed = await practice('exam', 'certificate', exam, '--json');
    expect([failed.code, errorOf(failed).code]).toEqual([8, 'not_passed']);
    expect((await practice('exam', 'result', exam)).code).toBe(8);
  });

  it('speaks English too', async () => {
    const { practice, begin } = machine();
    const exam = await begin();
    const shown = await practice('exam', 'show', exam, '--lang', 'en');
    expect(shown.stdout).toContain('15 min 0 s left');
    const verified = await practice('exam', 'verify', '--lang', 'en');
    expect(verified.stdout).toContain('open, 1 lines');
  });
});

describe('an exam whose time is over', () => {
  it('is sealed with what was answered, by whatever comes next', async () => {
    const { practice, json, exams } = machine();
    const clock = new HandClock();
    clock.at = Date.now() - 60 * 60_000;
    clock.up = 0;
    const sitting = sit({ dir: exams, clock });
    sitting.desk.answer(sitting.exam, 1, { choose: 'A' });
    const Listed = z.object({ exams: z.array(z.object({ state: z.string() })) });
    expect((await json(Listed, 'exam', 'list')).exams).toEqual([{ state: 'time-over' }]);
    const late = await practice('exam', 'answer', sitting.exam, '2', '--choose', 'A', '--json');
    expect([late.code, errorOf(late).code]).toEqual([4, 'time_over']);
    expect((await json(Shown, 'exam', 'show', sitting.exam)).answered).toBe(1);
    const Over = z.object({ reason: z.string() });
    expect(await json(Over, 'exam', 'hand-in', sitting.exam)).toEqual({ reason: 'time-over' });
    expect((await practice('exam', 'verify')).code).toBe(0);
  });
});

it('the catalogues know every term of the exams', () => {
  const groups: Record<string, readonly string[]> = {
    examFault: [...journalFaults, 'other-head'],
    examState: ['open', 'time-over', 'passed', 'failed', 'broken'],
    examKind: ['single', 'multiple', 'sum', 'find', 'scenario'],
    examShort: ['kind', 'group', 'level'],
  };
  for (const catalogue of [zhCN, en])
    for (const [group, terms] of Object.entries(groups))
      for (const value of terms) expect(catalogue, `${group}.${value}`).toHaveProperty([`${group}.${value}`]);
});

describe('practice exam verify', () => {
  it('names what was tampered with, by exit code 8', async () => {
    const { practice, json, begin, exams } = machine();
    const exam = await begin();
    await practice('exam', 'answer', exam, '1', '--choose', 'A');
    await practice('exam', 'answer', exam, '2', '--choose', 'B');
    await practice('exam', 'hand-in', exam);
    const file = path.join(exams, `${exam}.jsonl`);
    const whole = readFileSync(file, 'utf8');
    const lines = whole.trimEnd().split('\n');
    const Found = z.object({
      ok: z.boolean(),
      exams: z.array(z.object({ faults: z.array(z.object({ line: z.number(), code: z.string() })) })),
    });
    const tampered: [text: string, code: string][] = [
      [whole.replace('"number":2', '"number":3'), 'changed'],
      [[lines[0], ...lines.slice(2), ''].join('\n'), 'removed'],
      [[...lines.slice(0, 2), lines[1], ...lines.slice(2), ''].join('\n'), 'inserted'],
      [[...lines.slice(0, -1), ''].join('\n'), 'cut'],
      [`${whole}{}\n`, 'form'],
    ];
    for (const [text, code] of tampered) {
      writeFileSync(file, text);
      for (const named of [[], [exam], [file]]) {
        const { ok, exams: found } = await json(Found, 'exam', 'verify', ...named);
        expect([ok, found[0]?.faults.map((fault) => fault.code)]).toEqual([false, expect.arrayContaining([code])]);
      }
      expect((await practice('exam', 'verify')).code).toBe(8);
      const refused = await practice('exam', 'result', exam, '--json');
      expect([refused.code, errorOf(refused).code]).toEqual([8, 'seal_broken']);
    }
    writeFileSync(file, whole);
    expect((await practice('exam', 'verify')).code).toBe(0);
    // A copy that lies elsewhere is checked by itself.
    const copy = path.join(freshFolder(), 'copy.jsonl');
    writeFileSync(copy, whole);
    expect((await practice('exam', 'verify', copy)).code).toBe(0);
    appendFileSync(copy, 'x');
    expect((await practice('exam', 'verify', copy)).code).toBe(8);
  });
});

describe('practice exam lint', () => {
  it('finds nothing in what ships, and names file and line elsewhere', async () => {
    const { practice } = machine();
    expect((await practice('exam', 'lint')).code).toBe(0);
    const folder = freshFolder();
    for (const name of ['questions', 'blueprints']) mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, 'questions', 'own.yaml'), 'questions:\n  - id: one\n    kind: essay\n');
    const ended = await practice('exam', 'lint', folder);
    expect(ended.code).toBe(8);
    expect(ended.stdout).toContain('questions/own.yaml:3:');
  });
});

describe('an exam that is broken off', () => {
  it('goes on where it was after kill -9, with the same end and every answer that was acknowledged', async () => {
    const { env, exams, practice, json, begin } = machine();
    const exam = await begin('beginner', '5');
    const { items, endsAt } = await json(Shown, 'exam', 'show', exam);
    const choices = items.filter(({ kind }) => kind === 'single').slice(0, 16);
    const acknowledged = new Map<number, string>();
    const begun = new Map<number, Set<string>>();
    for (let round = 0; round < choices.length; round++) {
      const { number } = choices[round]!;
      for (const letter of ['A', 'B']) {
        begun.set(number, (begun.get(number) ?? new Set()).add(letter));
        const running = start(['practice', 'exam', 'answer', exam, String(number), '--choose', letter, '--json'], env);
        // From at once to after its end: somewhere in between it reads, waits, writes and says so.
        const kill = setTimeout(() => running.child.kill('SIGKILL'), round * 22 + (letter === 'A' ? 0 : 11));
        const { stdout } = await running.ended;
        clearTimeout(kill);
        if (stdout.includes('"answered"')) acknowledged.set(number, letter);
      }
    }
    const after = await json(Shown, 'exam', 'show', exam);
    expect(after.endsAt).toBe(endsAt);
    for (const { number, answer } of after.items) {
      const has = (answer as { choose: string[] } | null)?.choose[0];
      const told = acknowledged.get(number);
      // What was acknowledged is there, or what was begun after it.
      if (told === 'B') expect(has).toBe('B');
      else if (told === 'A') expect(['A', 'B']).toContain(has);
      else expect(has === undefined || begun.get(number)?.has(has)).toBe(true);
    }
    expect((await practice('exam', 'verify')).code).toBe(0);
    // Killed while it is sealed: it is sealed or it is not, and never broken.
    for (let delay = 40; delay <= 400 && !existsSync(path.join(exams, 'seals.jsonl')); delay += 24) {
      const running = start(['practice', 'exam', 'hand-in', exam], env);
      const kill = setTimeout(() => running.child.kill('SIGKILL'), delay);
      await running.ended;
      clearTimeout(kill);
      await practice('exam', 'show', exam);
      expect((await practice('exam', 'verify')).code, `after ${delay}`).toBe(0);
    }
    await practice('exam', 'hand-in', exam);
    expect((await json(Shown, 'exam', 'show', exam)).sealed).toBe(true);
    expect((await practice('exam', 'verify')).code).toBe(0);
    expect(readdirSync(exams).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 180_000);

  it('takes the answers of many programs at once, one after the other', async () => {
    const { practice, json, begin } = machine();
    const exam = await begin();
    const numbers = [1, 2, 3, 4, 5, 6];
    const ended = await Promise.all(
      numbers.map((number) => practice('exam', 'answer', exam, String(number), '--choose', 'A')),
    );
    expect(ended.map(({ code }) => code)).toEqual(numbers.map(() => 0));
    expect((await json(Shown, 'exam', 'show', exam)).answered).toBe(numbers.length);
    expect((await practice('exam', 'verify')).code).toBe(0);
  });
});

describe('an exam with live calls', () => {
  it('takes their marks from the seat, as it takes answers, and keeps their runs with the exam’s name', async () => {
    const dir = freshFolder();
    const practice = (...args: string[]) =>
      run(['practice', ...args, '--data', path.join(dir, 'data'), '--json'], { env: { EXPERT_SEAT_CONFIG_DIR: dir } });
    const started = await practice('exam', 'start', '--blueprint', 'on-seat', '--trainee', '甲', '--seed', '5');
    expect(started.code).toBe(0);
    const { exam } = JSON.parse(started.stdout);
    const shown = JSON.parse((await practice('exam', 'show', exam)).stdout);
    const calls = shown.items.filter(({ kind }: { kind: string }) => kind === 'scenario');
    expect(calls).toHaveLength(2);
    const script = path.join(dir, 'take.yaml');
    writeFileSync(script, 'steps: [take, {say: 您好，请讲。}, {say: 再见。}]');
    const [first] = calls;
    expect((await practice('exam', 'play', exam, String(first.number))).code).toBe(2);
    const played = await practice('exam', 'play', exam, String(first.number), '--answers', script);
    expect(played.code).toBe(0);
    const { score } = JSON.parse(played.stdout);
    expect(score).toBeGreaterThan(0);
    const again = await practice('exam', 'play', exam, String(first.number), '--answers', script, '--json');
    expect([again.code, errorOf(again).code]).toEqual([4, 'call_done']);
    expect((await practice('exam', 'hand-in', exam)).code).toBe(8);
    const result = JSON.parse((await practice('exam', 'result', exam)).stdout);
    const mark = result.marks.find(({ number }: { number: number }) => number === first.number);
    expect(mark.points).toBeCloseTo((mark.of * score) / 100, 1);
    expect(mark.takenUp).toBe(1);
    expect((await practice('exam', 'play', exam, String(first.number), '--answers', script)).code).toBe(4);
    const report = JSON.parse((await practice('report', '--trainee', '甲')).stdout);
    expect(report.runs[0]).toMatchObject({ exam, score });
  });
});
