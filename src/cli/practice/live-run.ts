import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { CitizenAct } from '../../practice/citizen/citizen.ts';
import type { ScenarioFile } from '../../practice/library.ts';
import type { Rules } from '../../practice/marking/rules.ts';
import type { Recording } from '../../practice/recording/recording.ts';
import type { Context } from '../context.ts';
import { term } from '../words/words.ts';
import { type BegunRun, beginRun } from './begin-run.ts';
import { InTurn } from './in-turn.ts';
import { LiveConversation } from './live-conversation.ts';
import type { PracticeLine } from './practice-line.ts';

/** How often the citizen is told the time. Milliseconds. */
const tickMs = 250;

/** A simulated call in real time, at a seat that somebody sits at. */
export class LiveRun {
  readonly conversation = new LiveConversation();
  private readonly line: PracticeLine;
  private readonly context: Pick<Context, 'say' | 'language'>;
  private readonly waits: NodeJS.Timeout[] = [];
  /** What the citizen is about to say, in its order. */
  private readonly answers = new InTurn();
  private begun!: BegunRun;
  private rangAt = 0;

  constructor(line: PracticeLine, context: Pick<Context, 'say' | 'language'>) {
    this.line = line;
    this.context = context;
  }

  /** Lets the call ring. Gives back what ends it, whatever state it is in. */
  async begin(file: ScenarioFile, seed: number, rules: Rules, base: KnowledgeBase): Promise<() => Promise<void>> {
    this.begun = await beginRun(this.line, file, seed, rules, base, {
      heard: (act) => this.heard(act),
      left: (how) => this.left(how),
      rings: (act) => void this.secondRings(act),
    });
    this.rangAt = Date.now();
    const { run, call } = this.begun;
    this.conversation.hears = (at, text) => at === call && run.say(text, this.now);
    const stop = this.line.follow((event) => {
      run.happened(event, this.now);
      if (run.over) this.conversation.end(this.context.say('practice.over'));
    });
    const ticking = setInterval(() => run.tick(this.now), tickMs);
    return async () => {
      clearInterval(ticking);
      for (const wait of this.waits) clearTimeout(wait);
      this.answers.stop();
      await this.line.caughtUp();
      stop();
    };
  }

  /** Whether nothing more could have happened. */
  get over(): boolean {
    return this.begun.run.over;
  }

  /** What was recorded so far. */
  recording(about: Omit<Recording, 'format' | 'steps' | 'id' | 'startedAt'>): Recording {
    const startedAt = new Date(this.rangAt).toISOString();
    return this.begun.run.recording({ id: this.begun.id, startedAt, ...about });
  }

  /** Milliseconds since the call rang. */
  private get now(): number {
    return Date.now() - this.rangAt;
  }

  private later(at: number, work: () => void): void {
    this.waits.push(setTimeout(work, Math.max(0, at - this.now)));
  }

  private heard({ at, text, mood }: Extract<CitizenAct, { does: 'says' }>): void {
    const { call } = this.begun;
    // People begin to answer when one has ended.
    this.answers.after(at - this.now, () =>
      this.conversation.tell(call, { at: Date.now(), who: 'citizen', text, mood }),
    );
  }

  private left(how: 'hangs-up' | 'line-drops' | 'goodbye'): void {
    const { call } = this.begun;
    this.later(this.now + tickMs * 4, () => {
      const text = term(this.context.language, 'practiceLeft', how);
      this.conversation.tell(call, { at: Date.now(), who: 'line', text });
      this.conversation.leave(call);
      void this.hangUp(call).catch(() => undefined);
    });
  }

  private async hangUp(id: string): Promise<void> {
    const { call } = await this.line.admin.call('calls.show', { params: { id } });
    if (call.state === 'active' || call.state === 'held') {
      await this.line.admin.call('calls.end', { params: { id }, body: {} });
    }
  }

  private async secondRings({
    name,
    question,
    waitsMs,
  }: Extract<CitizenAct, { does: 'second-caller' }>): Promise<void> {
    const body = { phone: '13800009999', name, domain: this.begun.scenario.domain, question };
    const { call } = await this.line.frontline.call('calls.transfer', { body });
    this.later(this.now + waitsMs, () => void this.secondLeaves(call.id, name).catch(() => undefined));
  }

  private async secondLeaves(id: string, name: string): Promise<void> {
    const { call } = await this.line.admin.call('calls.show', { params: { id } });
    if (call.state !== 'waiting' && call.state !== 'offered') return;
    await this.line.frontline.call('calls.abandon', { params: { id }, body: {} });
    this.begun.run.second('left', name, this.now);
  }
}
