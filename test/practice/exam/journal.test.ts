import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExamDesk } from '../../../src/practice/exam/exam-desk.ts';
import { type Entry, lineOf, linked } from '../../../src/practice/exam/journal/entry.ts';
import { ExamRefusal, type Refused } from '../../../src/practice/exam/refusal.ts';
import { holds, sealedExams, verifyFile, verifyFolder } from '../../../src/practice/exam/verify.ts';
import { bank, freshDir, type Sitting, sit } from './support.ts';

/** The codes of what verify finds, with their lines. */
const found = ({ folder }: Sitting): string[] => {
  const { exams, register, gone } = verifyFolder(folder);
  return [
    ...exams.flatMap(({ faults }) => faults.map(({ line, code }) => `${line} ${code}`)),
    ...register.map((line) => `register ${line}`),
    ...gone.map(() => 'gone'),
  ];
};

const fileOf = ({ folder, exam }: Sitting): string => folder.fileOf(exam);
const linesOf = (sitting: Sitting): string[] => readFileSync(fileOf(sitting), 'utf8').trimEnd().split('\n');
const write = (sitting: Sitting, lines: readonly string[]): void =>
  writeFileSync(fileOf(sitting), lines.map((line) => `${line}\n`).join(''));

const letters = ['A', 'B', 'A', 'B', 'C'];

/** An exam with some answers. */
const answered = (): Sitting => {
  const sitting = sit();
  letters.forEach((choose, at) => {
    sitting.clock.pass(1);
    sitting.desk.answer(sitting.exam, at + 1, { choose });
  });
  return sitting;
};

const sealed = (): Sitting => {
  const sitting = answered();
  sitting.desk.handIn(sitting.exam);
  return sitting;
};

const refusalOf = (work: () => unknown): Refused['code'] | 'none' => {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof ExamRefusal) return error.refused.code;
    throw error;
  }
};

/** All lines from one on with their numbers and hashes made anew, as a forger would who knows how. */
const relinked = (entries: readonly Entry[]): string[] => {
  let prev = '0'.repeat(64);
  return entries.map(({ hash: _, ...entry }, at) => {
    const next = linked({ ...entry, seq: at + 1, prev });
    prev = next.hash;
    return lineOf(next);
  });
};

describe('a journal', () => {
  it('holds, open and sealed', () => {
    expect(found(answered())).toEqual([]);
    const done = sealed();
    expect(found(done)).toEqual([]);
    expect(holds(verifyFolder(done.folder))).toBe(true);
    expect(verifyFile(fileOf(done))).toMatchObject({ sealed: true, faults: [] });
  });

  it('shows every byte that is changed', () => {
    const sitting = sealed();
    const whole = readFileSync(fileOf(sitting), 'utf8');
    const places = Array.from({ length: 60 }, (_, at) => Math.floor((at * (whole.length - 1)) / 60));
    for (const at of places) {
      if (whole[at] === '\n') continue;
      const other = whole[at] === '7' ? '8' : '7';
      writeFileSync(fileOf(sitting), whole.slice(0, at) + other + whole.slice(at + 1));
      expect(found(sitting).length, `character ${at}`).toBeGreaterThan(0);
    }
    writeFileSync(fileOf(sitting), whole);
    expect(found(sitting)).toEqual([]);
  });

  it('names the line that was edited', () => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    const entry = JSON.parse(lines[2]!) as Entry & { what: { number: number } };
    write(sitting, lines.with(2, lineOf({ ...entry, what: { ...entry.what, number: 9 } })));
    expect(found(sitting)).toEqual(['3 changed']);
    expect(refusalOf(() => sitting.desk.open(sitting.exam))).toBe('broken');
    expect(refusalOf(() => sitting.desk.result(sitting.exam))).toBe('broken');
  });

  it('is written in one way only: the same said with another space is a change', () => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    write(sitting, lines.with(2, lines[2]!.replace(',', ', ')));
    expect(found(sitting)).toContain('3 form');
  });

  it('names the line before which one was removed', () => {
    const sitting = sealed();
    write(sitting, linesOf(sitting).toSpliced(2, 1));
    expect(found(sitting)).toContain('3 removed');
  });

  it('names the line that was inserted', () => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    write(sitting, lines.toSpliced(3, 0, lines[1]!));
    expect(found(sitting)).toContain('4 inserted');
    // With a hash of its own, but the next line does not follow from it.
    const entry = JSON.parse(lines[2]!) as Entry;
    const { hash: _, ...rest } = entry;
    const forged = linked({ ...rest, seq: 4, prev: (JSON.parse(lines[2]!) as Entry).hash });
    write(sitting, lines.toSpliced(3, 0, lineOf(forged)));
    expect(found(sitting)).toContain('5 inserted');
    write(sitting, lines.toSpliced(3, 0, 'nothing that anybody wrote'));
    expect(found(sitting)).toContain('4 form');
  });

  it('names what was exchanged with its own hash made anew', () => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    const { hash: _, ...rest } = JSON.parse(lines[2]!) as Entry;
    write(sitting, lines.with(2, lineOf(linked({ ...rest, at: rest.at + 1 }))));
    expect(found(sitting)).toContain('4 unlinked');
  });

  it('is found out when lines change places', () => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    write(sitting, lines.with(1, lines[2]!).with(2, lines[1]!));
    expect(found(sitting).length).toBeGreaterThan(0);
  });

  it.each([1, 2, 4])('is found out when its last %i lines are cut off after sealing', (count) => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    write(sitting, lines.slice(0, -count));
    expect(found(sitting)).toEqual([`${lines.length - count + 1} cut`]);
    expect(refusalOf(() => sitting.desk.answer(sitting.exam, 1, { choose: 'A' }))).toBe('broken');
  });

  it('is found out when half of the seal is cut off', () => {
    const sitting = sealed();
    const whole = readFileSync(fileOf(sitting), 'utf8');
    writeFileSync(fileOf(sitting), whole.slice(0, -40));
    expect(found(sitting)).toEqual([`${linesOf(sitting).length} cut`]);
  });

  it('is found out when something is put behind the seal', () => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    appendFileSync(fileOf(sitting), '{"half a line');
    expect(found(sitting)).toEqual([`${lines.length + 1} after-seal`]);
    const last = JSON.parse(lines.at(-1)!) as Entry;
    const more = linked({
      seq: last.seq + 1,
      at: last.at,
      up: last.up,
      what: (JSON.parse(lines[1]!) as Entry).what,
      prev: last.hash,
    });
    write(sitting, [...lines, lineOf(more)]);
    expect(found(sitting)).toContain(`${lines.length + 1} after-seal`);
  });

  it('that was written anew as a whole is not the one that was registered', () => {
    const sitting = sealed();
    const entries = linesOf(sitting).map((line) => JSON.parse(line) as Entry);
    const seal = entries.at(-1)!;
    if (seal.what.type !== 'sealed') throw new Error('no seal');
    const better = { ...seal, what: { ...seal.what, points: 13, percent: 100, passed: true } };
    write(sitting, relinked([...entries.slice(0, -1), better]));
    expect(found(sitting)).toEqual([`${entries.length} other-seal`]);
    expect(refusalOf(() => sitting.desk.result(sitting.exam))).toBe('broken');
    expect(sealedExams(sitting.folder)).toMatchObject({ exams: [], broken: [sitting.exam] });
  });

  it('with an answer after its end, or to no question, is found out however well it is linked', () => {
    const sitting = answered();
    const entries = linesOf(sitting).map((line) => JSON.parse(line) as Entry);
    const start = entries[0]!.what;
    if (start.type !== 'started') throw new Error('no start');
    const last = entries.at(-1)!;
    write(sitting, relinked([...entries.slice(0, -1), { ...last, at: start.ends + 1 }]));
    expect(found(sitting)).toEqual([`${entries.length} answer`]);
    if (last.what.type !== 'answered') throw new Error('no answer');
    write(sitting, relinked([...entries.slice(0, -1), { ...last, what: { ...last.what, number: 77 } }]));
    expect(found(sitting)).toEqual([`${entries.length} answer`]);
    write(sitting, relinked([...entries.slice(0, -1), { ...last, at: entries[0]!.at - 1 }]));
    expect(found(sitting)).toEqual([`${entries.length} time`]);
  });

  it('that is gone, and a register that was changed, are found out', () => {
    const sitting = sealed();
    rmSync(fileOf(sitting));
    expect(found(sitting)).toEqual(['gone']);
    const other = sealed();
    const register = path.join(other.folder.dir, 'seals.jsonl');
    writeFileSync(register, readFileSync(register, 'utf8').replace(/"entries":\d+/, '"entries":99'));
    expect(found(other)).toContain('register 1');
  });
});

describe('a crash', () => {
  it('leaves half a line that is no tampering; the answer in it was never acknowledged', () => {
    const sitting = answered();
    const before = readFileSync(fileOf(sitting), 'utf8');
    // Longer than what is written next, so that some of it would be left behind.
    const half = linesOf(sitting).at(0)!.slice(0, 3000);
    appendFileSync(fileOf(sitting), half);
    expect(found(sitting)).toEqual([]);
    const { state } = sitting.desk.open(sitting.exam);
    expect(state.answers.size).toBe(letters.length);
    sitting.desk.answer(sitting.exam, 6, { choose: 'A' });
    const now = readFileSync(fileOf(sitting), 'utf8');
    expect(now.startsWith(before)).toBe(true);
    expect(now.slice(before.length).trimEnd().split('\n')).toHaveLength(1);
    expect(now.endsWith('}\n')).toBe(true);
    expect(found(sitting)).toEqual([]);
  });

  it('in the middle of the seal lets the exam be handed in again', () => {
    const sitting = sealed();
    const lines = linesOf(sitting);
    rmSync(path.join(sitting.folder.dir, 'seals.jsonl'));
    writeFileSync(fileOf(sitting), `${lines.slice(0, -1).join('\n')}\n${lines.at(-1)!.slice(0, 50)}`);
    expect(found(sitting)).toEqual([]);
    expect(sitting.desk.handIn(sitting.exam).state.seal?.reason).toBe('handed-in');
    expect(found(sitting)).toEqual([]);
  });

  it('between the seal and the register is made good by whoever opens the exam next', () => {
    const sitting = sealed();
    rmSync(path.join(sitting.folder.dir, 'seals.jsonl'));
    expect(found(sitting)).toEqual([`${linesOf(sitting).length} unregistered`]);
    expect(refusalOf(() => sitting.desk.handIn(sitting.exam))).toBe('handed_in');
    expect(found(sitting)).toEqual([]);
  });
});

describe('the time of an exam', () => {
  it('has its end fixed at the start, whatever happens between', () => {
    const sitting = sit();
    const { state, left } = sitting.desk.open(sitting.exam);
    expect(left).toBe(15 * 60_000);
    sitting.clock.pass(10);
    // Another program, later, with the same end.
    const again = new ExamDesk(sitting.folder, sitting.clock, () => bank);
    expect(again.open(sitting.exam).left).toBe(5 * 60_000);
    expect(again.open(sitting.exam).state.start.ends).toBe(state.start.ends);
    sitting.clock.pass(5);
    again.answer(sitting.exam, 1, { choose: 'A' });
    sitting.clock.at += 1;
    expect(refusalOf(() => again.answer(sitting.exam, 2, { choose: 'A' }))).toBe('time_over');
    expect(again.open(sitting.exam).state.seal?.reason).toBe('time-over');
    expect(again.open(sitting.exam).state.answers.size).toBe(1);
    expect(found(sitting)).toEqual([]);
  });

  it('does not go back with the clock, and it is noticed', () => {
    const sitting = sit();
    sitting.clock.pass(10);
    sitting.desk.answer(sitting.exam, 1, { choose: 'A' });
    sitting.clock.at -= 60 * 60_000;
    expect(sitting.desk.open(sitting.exam).left).toBe(5 * 60_000);
    sitting.desk.answer(sitting.exam, 2, { choose: 'A' });
    expect(sitting.desk.open(sitting.exam).state.clockBack).toBe(1);
    // Five more minutes by the machine, whatever its clock says.
    sitting.clock.pass(5);
    sitting.clock.at += 1_000;
    sitting.clock.up += 1_000;
    expect(refusalOf(() => sitting.desk.answer(sitting.exam, 3, { choose: 'A' }))).toBe('time_over');
    expect(found(sitting)).toEqual([]);
  });

  it('goes on over a restart of the machine with the clock put back, never below the last entry', () => {
    const sitting = sit();
    sitting.clock.pass(10);
    sitting.desk.answer(sitting.exam, 1, { choose: 'A' });
    sitting.clock.up = 30_000;
    sitting.clock.at -= 24 * 60 * 60_000;
    expect(sitting.desk.open(sitting.exam).left).toBe(5 * 60_000);
    sitting.desk.answer(sitting.exam, 2, { choose: 'B' });
    sitting.clock.pass(3);
    expect(sitting.desk.open(sitting.exam).left).toBe(2 * 60_000);
  });

  it('takes no time from anybody whose clock is only kept right', () => {
    const sitting = sit();
    sitting.clock.pass(1);
    sitting.clock.at -= 400;
    sitting.desk.answer(sitting.exam, 1, { choose: 'A' });
    expect(sitting.desk.open(sitting.exam).state.clockBack).toBe(0);
  });
});

it('asking for an exam that is not there makes no folder', () => {
  const sitting = sit({ dir: path.join(freshDir(), 'exams') });
  expect(refusalOf(() => sitting.desk.open('20261127-aaaaa'))).toBe('no_exam');
  expect(refusalOf(() => sitting.desk.open('../../etc/passwd'))).toBe('no_exam');
});
