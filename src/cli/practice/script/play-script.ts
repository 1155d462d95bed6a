import type { KnowledgeBase } from '../../../kb/knowledge-base.ts';
import type { ScenarioFile } from '../../../practice/library.ts';
import type { Rules } from '../../../practice/marking/rules.ts';
import type { Recording } from '../../../practice/recording/recording.ts';
import { type BegunRun, beginRun } from '../begin-run.ts';
import type { PracticeLine } from '../practice-line.ts';
import { durationOf } from './pace.ts';
import { type Script, type ScriptStep, tabOf } from './script-form.ts';
import { type SeatHands, SeatRefused } from './seat-hands.ts';

/** A step that the seat refused, and in which words. */
export interface RefusedStep {
  readonly step: number;
  readonly why: string;
}

export interface Played {
  readonly recording: Recording;
  readonly refused: readonly RefusedStep[];
}

/** So long a call that nobody takes rings, and one that nobody ends lasts. Milliseconds. */
const longestMs = 15 * 60_000;
const tickMs = 1000;

/** One call that a script handles, in a time of its own: a step takes as long as a practised hand needs, and nobody waits for it. */
class ScriptedCall {
  private now = 0;
  private left = false;
  private readonly line: PracticeLine;
  private readonly hands: SeatHands;
  private begun!: BegunRun;
  private readonly second: { call: string; name: string; leavesAt: number }[] = [];
  private readonly pending: Promise<unknown>[] = [];

  constructor(line: PracticeLine, hands: SeatHands) {
    this.line = line;
    this.hands = hands;
  }

  async play(
    file: ScenarioFile,
    script: Script,
    seed: number,
    rules: Rules,
    base: KnowledgeBase,
  ): Promise<{ begun: BegunRun; refused: RefusedStep[] }> {
    this.begun = await beginRun(this.line, file, seed, rules, base, {
      heard: () => undefined,
      left: () => {
        this.left = true;
        this.pending.push(this.hangUp());
      },
      rings: ({ name, question, waitsMs }) => this.pending.push(this.secondRings(name, question, waitsMs)),
    });
    const stop = this.line.follow((event) => this.begun.run.happened(event, this.now));
    const refused: RefusedStep[] = [];
    try {
      for (const [at, step] of script.steps.entries()) {
        if (this.begun.run.over) break;
        try {
          // Words are heard when they have been said; what hands do is done at the end of it as well.
          await this.pass(durationOf(step, this.answer));
          await this.do(step);
          await this.settle();
        } catch (error) {
          if (!(error instanceof SeatRefused)) throw error;
          refused.push({ step: at + 1, why: error.message });
        }
      }
      // Left alone, the citizen does what people do.
      while (!this.begun.run.over && !this.left && this.now < longestMs) await this.pass(tickMs);
      await this.settle();
      await this.clear();
      return { begun: this.begun, refused };
    } finally {
      stop();
    }
  }

  /** Whatever was left is no matter of the next call. */
  private async clear(): Promise<void> {
    const { admin, frontline } = this.line;
    for (const id of [this.begun.call, ...this.second.map(({ call }) => call)]) {
      const { call } = await admin.call('calls.show', { params: { id } });
      if (call.state === 'waiting' || call.state === 'offered') {
        await frontline.call('calls.abandon', { params: { id }, body: {} });
      }
      for (let { state } = call; ['active', 'held', 'wrap-up'].includes(state); ) {
        ({ state } = (await admin.call('calls.end', { params: { id }, body: {} })).call);
      }
    }
    await this.line.caughtUp();
  }

  private get answer(): string {
    return this.hands.answer(this.begun.call);
  }

  private async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    while (this.now < end) {
      this.now = Math.min(end, this.now + tickMs);
      this.begun.run.tick(this.now);
      for (const gone of this.second.splice(0)) {
        if (gone.leavesAt > this.now) this.second.push(gone);
        else this.pending.push(this.secondLeaves(gone.call, gone.name));
      }
      if (this.pending.length > 0) await this.settle();
    }
  }

  /** Waits until all that was asked has been answered and has been told. */
  private async settle(): Promise<void> {
    while (this.pending.length > 0) await this.pending.shift();
    await this.line.caughtUp();
  }

  private async hangUp(): Promise<void> {
    const { call } = await this.line.admin.call('calls.show', { params: { id: this.begun.call } });
    if (call.state === 'active' || call.state === 'held')
      await this.line.admin.call('calls.end', { params: { id: call.id }, body: {} });
  }

  private async secondRings(name: string, question: string, waitsMs: number): Promise<void> {
    const { call } = await this.line.frontline.call('calls.transfer', {
      body: { phone: '13800009999', name, domain: this.begun.scenario.domain, question },
    });
    this.second.push({ call: call.id, name, leavesAt: this.now + waitsMs });
  }

  private async secondLeaves(id: string, name: string): Promise<void> {
    const { call } = await this.line.admin.call('calls.show', { params: { id } });
    if (call.state !== 'waiting' && call.state !== 'offered') return;
    await this.line.frontline.call('calls.abandon', { params: { id }, body: {} });
    this.begun.run.second('left', name, this.now);
  }

  private async do(step: ScriptStep): Promise<void> {
    const { hands, begun } = this;
    const { call, run } = begun;
    if (typeof step === 'string') {
      if (step === 'take') return hands.take(call);
      if (step === 'hold') return hands.hold(call, 'held');
      if (step === 'resume') return hands.hold(call, 'active');
      if (step === 'read-out') return this.say(this.answer);
      if (step === 'verify') return this.verify({});
      await this.line.trainee.call('calls.end', { params: { id: call }, body: {} });
      return;
    }
    if ('say' in step) return this.say(step.say);
    if ('wait' in step) return;
    if ('verify' in step) return this.verify(step.verify);
    if ('look_up' in step) return hands.lookUp(tabOf[step.look_up]);
    if ('cite' in step) return hands.cite(call, step.cite);
    if ('find' in step) return hands.cite(call, hands.find(call, step.find));
    if ('answer' in step) return hands.write(call, step.answer);
    if ('close' in step) {
      const { category, topic, sms } = step.close;
      if (this.answer.trim() === '') throw new SeatRefused(hands.session.say('why.no-answer'));
      return hands.form('close', call, { category, topic, ...(sms === false && { sms: '' }) });
    }
    if ('dispatch' in step) {
      const { unit, reason, urgency, category, topic } = step.dispatch;
      return hands.form('dispatch', call, { topic, unit, reason, urgency, category });
    }
    if ('return' in step) return hands.form('return', call, { note: step.return });
    if ('move' in step) return hands.form('move', call, { domain: step.move.domain, note: step.move.note });
    run satisfies unknown;
  }

  /** Says a sentence; `{balance}` in it is what the account on the screen holds. @throws {SeatRefused} */
  private say(words: string): void {
    const text = words.replace('{balance}', () => {
      const { balance, session } = this.hands;
      if (balance === undefined) throw new SeatRefused(session.say('why.no-call'));
      return balance;
    });
    if (!this.begun.run.say(text, this.now))
      throw new SeatRefused(this.hands.session.say('why.not-talking', { about: this.begun.scenario.title }));
  }

  private verify(said: Exclude<Extract<ScriptStep, { verify: unknown }>['verify'], string>): Promise<void> {
    const { facts, scenario } = this.begun;
    const who = said.who ?? (scenario.citizen.role === 'clerk' ? 'clerk' : 'self');
    const { hands, begun } = this;
    const name = said.name ?? facts.name;
    if (who === 'clerk') {
      const employerAccount = said.employerAccount ?? facts.employerAccount;
      return hands.form('verify', begun.call, { who, employerAccount, name, clerkItem: said.item, value: said.value });
    }
    const idNumber = said.idNumber ?? facts.idNumber;
    if (who === 'self')
      return hands.form('verify', begun.call, { who, name, idNumber, item: said.item, value: said.value });
    const { authorisation, reference, item, value } = said;
    if (authorisation === undefined) return hands.form('verify', begun.call, { who });
    return hands.form('verify', begun.call, { who, authorisation, reference, name, idNumber, behalfItem: item, value });
  }
}

/** What a script's run is played with. */
export interface ScriptStage {
  readonly line: PracticeLine;
  /** At the line, and open. */
  readonly hands: SeatHands;
  readonly base: KnowledgeBase;
  readonly rules: Rules;
  readonly rulesDigest: string;
}

/** Plays a scenario with a script as the trainee. The same scenario, script, seed and day give the same recording but for its id and date. */
export const playScript = async (
  stage: ScriptStage,
  file: ScenarioFile,
  script: Script,
  about: { seed: number; trainee: string; startedAt: string },
): Promise<Played> => {
  const { line, hands, base, rules, rulesDigest } = stage;
  const { begun, refused } = await new ScriptedCall(line, hands).play(file, script, about.seed, rules, base);
  const recording = begun.run.recording({
    id: begun.id,
    scenario: begun.scenario.id,
    text: file.text,
    rules: rulesDigest,
    ...about,
  });
  return { recording, refused };
};
