import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { genesis } from '../../domain/audit/chain.ts';
import type { Policy } from '../../kb/policy.ts';
import { alone } from '../journal/folder-lock.ts';
import { JournalFile } from '../journal/journal-file.ts';
import type { Blueprint } from './blueprint/blueprint.ts';
import { draw, type Shortfall, type Stock } from './draw/draw.ts';
import type { ExamFolder } from './exam-folder.ts';
import { type ExamState, stateOf } from './exam-state.ts';
import { type Entry, type Happening, lineOf, linked, type Sealed } from './journal/entry.ts';
import { type ExamClock, momentAfter } from './journal/exam-clock.ts';
import { registerSeal } from './journal/seal-register.ts';
import { readTyped, type TypedAnswer } from './marking/answer.ts';
import { scoreOf } from './marking/mark.ts';
import { makePaper } from './paper/make-paper.ts';
import type { PaperItem } from './paper/paper.ts';
import type { Bank } from './question/bank.ts';
import { ExamRefusal } from './refusal.ts';

export interface StartRequest {
  readonly blueprint: Blueprint;
  readonly stock: Stock;
  readonly policy: Policy;
  /** `YYYY-MM-DD` at the hotline. */
  readonly day: string;
  readonly seed: number;
  readonly trainee: string;
}

/** An exam, and how long it still goes on. */
export interface OpenExam {
  readonly exam: string;
  readonly state: ExamState;
  /** Milliseconds; 0 when it is over. */
  readonly left: number;
}

/** None that is mistaken for another when it is read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

const liveOnly = ({ kind }: PaperItem): void => {
  if (kind !== 'scenario') throw new ExamRefusal({ code: 'answer', problem: { code: 'other_kind', wants: 'value' } });
};

const entryAfter = (last: Entry | undefined, what: Happening, moment: ReturnType<typeof momentAfter>): Entry =>
  linked({ seq: (last?.seq ?? 0) + 1, ...moment, what, prev: last?.hash ?? genesis });

/**
 * Where exams are sat: begins them, takes answers, and seals them. An exam is its journal and nothing else, so that one which was
 * broken off goes on where it was, with the end that was fixed at its start.
 */
export class ExamDesk {
  private readonly folder: ExamFolder;
  private readonly clock: ExamClock;
  private readonly bank: () => Bank;

  constructor(folder: ExamFolder, clock: ExamClock, bank: () => Bank) {
    this.folder = folder;
    this.clock = clock;
    this.bank = bank;
  }

  /**
   * Draws a paper and begins; the time runs from now. A share that the bank cannot meet is told.
   * @throws {ExamRefusal} bank_short when the paper would have fewer questions than the blueprint says
   */
  start(request: StartRequest): OpenExam & { readonly shortfalls: readonly Shortfall[] } {
    const { blueprint, stock, policy, day, seed, trainee } = request;
    const { items, shortfalls } = draw(blueprint, stock, seed);
    if (shortfalls.some(({ of }) => of === 'kind')) throw new ExamRefusal({ code: 'bank_short', shortfalls });
    const paper = makePaper(items, { policy, day, seed });
    this.folder.make();
    return alone(this.folder.dir, () => {
      const exam = this.freshId(day);
      const moment = momentAfter(undefined, this.clock);
      const ends = moment.at + blueprint.minutes * 60_000;
      const what = { type: 'started' as const, exam, trainee, blueprint, seed, day, ends, items: paper };
      const entry = entryAfter(undefined, what, moment);
      JournalFile.begin(this.folder.fileOf(exam), lineOf(entry));
      return { exam, state: stateOf([entry]), left: ends - moment.at, shortfalls };
    });
  }

  /** The exam as it stands; one whose time is over is sealed by that. @throws {ExamRefusal} no_exam, broken */
  open(exam: string): OpenExam {
    return this.within(exam, (open) => open);
  }

  /**
   * Takes an answer, or another one in its place. It is on the disk when this returns.
   * @throws {ExamRefusal} no_exam, broken, handed_in, time_over, no_question, answer
   */
  answer(exam: string, number: number, typed: TypedAnswer): OpenExam {
    return this.put(exam, number, (item) => {
      const read = readTyped(item, typed);
      if (!read.ok) throw new ExamRefusal({ code: 'answer', problem: read.problem });
      return { type: 'answered', number, answer: read.answer };
    });
  }

  /**
   * A live call is taken up. One that was broken off may be taken up again, and the journal keeps how often; one that was marked may not.
   * @throws {ExamRefusal} as `answer`, and call_done
   */
  called(exam: string, number: number): OpenExam {
    return this.put(exam, number, (item, { answers }) => {
      liveOnly(item);
      if (answers.has(number)) throw new ExamRefusal({ code: 'call_done', number });
      return { type: 'called', number };
    });
  }

  /**
   * Takes the marks of a live call that was taken up, from whoever marked its recording. `score`: 0 to 100.
   * @throws {ExamRefusal} as `called`
   */
  scored(exam: string, number: number, score: number, recording: string): OpenExam {
    return this.put(exam, number, (item, { answers }) => {
      liveOnly(item);
      if (answers.has(number)) throw new ExamRefusal({ code: 'call_done', number });
      return { type: 'answered', number, answer: { score, recording } };
    });
  }

  /** Ends the exam and seals it. @throws {ExamRefusal} no_exam, broken, handed_in */
  handIn(exam: string): OpenExam {
    return this.within(exam, (open, seal) => {
      if (open.state.seal?.reason === 'handed-in') throw new ExamRefusal({ code: 'handed_in' });
      return open.state.seal ? open : seal('handed-in');
    });
  }

  /** A sealed exam. @throws {ExamRefusal} no_exam, broken, not_handed_in */
  result(exam: string): OpenExam & { readonly seal: NonNullable<ExamState['seal']> } {
    const open = this.open(exam);
    const { seal } = open.state;
    if (!seal) throw new ExamRefusal({ code: 'not_handed_in' });
    return { ...open, seal };
  }

  private put(exam: string, number: number, whatOf: (item: PaperItem, state: ExamState) => Happening): OpenExam {
    return this.within(exam, ({ state, left }, _, add) => {
      if (state.seal) throw new ExamRefusal({ code: state.seal.reason === 'handed-in' ? 'handed_in' : 'time_over' });
      const { items } = state.start;
      const item = items.find((one) => one.number === number);
      if (!item) throw new ExamRefusal({ code: 'no_question', number, last: items.length });
      const next = add(whatOf(item, state));
      return { exam, state: next, left };
    });
  }

  /** Works on an exam while nobody else does, after it was read, healed and, when its time is over, sealed. */
  private within<T>(
    exam: string,
    work: (open: OpenExam, seal: (reason: Sealed['reason']) => OpenExam, add: (what: Happening) => ExamState) => T,
  ): T {
    // Looked for first, so that asking for what is not there leaves nothing behind.
    if (!this.folder.ids().includes(exam)) throw new ExamRefusal({ code: 'no_exam', exam });
    return alone(this.folder.dir, () => {
      const { entries, faults } = this.folder.read(exam)!;
      const broken = faults.filter(({ code }) => code !== 'unregistered');
      if (broken.length > 0) throw new ExamRefusal({ code: 'broken', faults: broken });
      const state = stateOf(entries);
      // A program that ended between the two is made good.
      if (state.seal && faults.length > 0) this.enter(exam, state);
      const moment = momentAfter(state.last, this.clock);
      const add = (what: Happening): ExamState => {
        const entry = entryAfter(state.last, what, moment);
        new JournalFile(this.folder.fileOf(exam)).append(lineOf(entry));
        return stateOf([...entries, entry]);
      };
      const seal = (reason: Sealed['reason']): OpenExam => {
        const { items, blueprint } = state.start;
        const score = scoreOf(items, state.answers, this.bank(), blueprint.pass);
        const sealed = add({ type: 'sealed', reason, ...score, marks: [...score.marks] });
        this.enter(exam, sealed);
        return { exam, state: sealed, left: 0 };
      };
      const left = state.seal ? 0 : Math.max(0, state.start.ends - moment.at);
      const over = !state.seal && moment.at > state.start.ends;
      return work(over ? seal('time-over') : { exam, state, left }, seal, add);
    });
  }

  private enter(exam: string, { last }: ExamState): void {
    registerSeal(this.folder.dir, { at: last.at, exam, entries: last.seq, head: last.hash });
  }

  private freshId(day: string): string {
    for (;;) {
      const tail = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
      const id = `${day.replaceAll('-', '')}-${tail}`;
      if (!existsSync(this.folder.fileOf(id))) return id;
    }
  }
}
