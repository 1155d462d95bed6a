import type { LineEvent } from '../../contract/live-event.ts';
import type { Operation } from '../../domain/account/query-rules.ts';
import { finalStates } from '../../domain/call/call.ts';
import type { Citizen, CitizenAct } from '../citizen/citizen.ts';
import type { Recording, Step } from '../recording/recording.ts';

/** What a run does outside: the line and the screen carry it out. */
export interface RunWorld {
  /** The citizen says something that the trainee is to hear. */
  heard(act: Extract<CitizenAct, { does: 'says' }>): void;
  /** The citizen is gone: the line ends the conversation. */
  left(how: Extract<CitizenAct, { does: 'ends' }>['how']): void;
  /** Somebody else is handed over, and hangs up when they were not answered in that time. */
  rings(act: Extract<CitizenAct, { does: 'second-caller' }>): void;
  /** The topic of an article; undefined for one that is not known. */
  topicOf(article: string): string | undefined;
}

/**
 * One simulated call at a seat, from its ringing to the end of its ticket: lets the citizen live, and writes down what happens. Times are
 * milliseconds since the call rang, and told by whoever runs it.
 */
export class PracticeRun {
  readonly steps: Step[] = [];
  private readonly citizen: Citizen;
  private readonly world: RunWorld;
  private readonly call: string;
  private takenAt: number | undefined;
  private here = false;
  private held = false;
  private ended = false;
  private settled = false;

  /** @param call the call's id at the hub */
  constructor(citizen: Citizen, call: string, world: RunWorld) {
    this.citizen = citizen;
    this.call = call;
    this.world = world;
  }

  /** Whether nothing more can happen: the conversation and the ticket are both done. */
  get over(): boolean {
    return this.settled && (this.ended || this.takenAt === undefined);
  }

  /** Whether the citizen hears what is said. */
  get listening(): boolean {
    return this.here && !this.held;
  }

  /** The trainee says something. Without anybody to hear it, it was not said. */
  say(text: string, at: number): boolean {
    if (!this.listening || text.trim() === '') return false;
    this.tick(at);
    if (!this.listening) return false;
    this.steps.push({ do: 'say', at, text: text.trim() });
    this.act(this.citizen.hears(text.trim(), at - this.takenAt!));
    return true;
  }

  /** Time goes by. */
  tick(at: number): void {
    if (this.here) this.act(this.citizen.advance(at - this.takenAt!));
  }

  /** Something happened on the line. Other calls' events are passed over. */
  happened(event: LineEvent, at: number): void {
    if (event.call !== this.call) return;
    this.tick(at);
    const { type, data, callView, ticketView } = event;
    switch (type) {
      case 'call.taken':
        this.takenAt ??= at;
        this.here = true;
        this.steps.push({ do: 'take', at });
        this.citizen.taken(at - this.takenAt);
        break;
      case 'call.held':
        this.held = true;
        this.steps.push({ do: 'hold', at });
        this.citizen.hold(at - this.takenAt!);
        break;
      case 'call.resumed':
        this.held = false;
        this.steps.push({ do: 'resume', at });
        this.act(this.citizen.resume(at - this.takenAt!));
        break;
      case 'call.wrap-up':
      case 'call.ended':
        this.end('expert', at);
        break;
      case 'call.returned':
        this.steps.push({ do: 'return', at, note: callView?.notes.at(-1)?.text ?? '' });
        this.settle(at);
        break;
      case 'call.moved':
        this.steps.push({
          do: 'move',
          at,
          domain: String(data.to ?? callView?.domain ?? ''),
          note: callView?.notes.at(-1)?.text ?? null,
        });
        this.settle(at);
        break;
      case 'call.phone-revealed':
        this.steps.push({ do: 'reveal', at, what: 'phone' });
        break;
      case 'identity.verified':
      case 'identity.failed':
        this.steps.push({ do: 'verify', at, agreed: type === 'identity.verified', behalf: data.authorisation != null });
        break;
      case 'query.answered':
      case 'query.refused':
      case 'query.unanswered':
        this.lookedUp(data, type === 'query.answered', at);
        break;
      case 'query.revealed':
        this.steps.push({ do: 'reveal', at, what: String(data.field ?? '') });
        break;
      case 'ticket.closed':
        if (ticketView?.category) {
          const { category, topic, answer, articles, sms } = ticketView;
          const cited = articles.map((id) => ({ id, topic: this.world.topicOf(id) ?? '' }));
          this.steps.push({ do: 'close', at, category, topic, answer: answer ?? '', articles: cited, sms });
        }
        this.settled = true;
        break;
      case 'ticket.dispatched':
        if (ticketView) {
          const { unit, reason, urgency, category, topic, answer } = ticketView;
          this.steps.push({
            do: 'dispatch',
            at,
            unit: unit ?? '',
            reason: reason ?? '',
            urgency: urgency ?? 'normal',
            category,
            topic,
            answer,
          });
        }
        this.settled = true;
        break;
      default:
        break;
    }
    if (callView && callView.id === this.call && finalStates.includes(callView.state)) this.end('expert', at);
  }

  /** A second caller, who is not marked, came or gave up. */
  second(what: 'rings' | 'left', name: string, at: number): void {
    this.steps.push(what === 'rings' ? { do: 'second-caller', at, name } : { do: 'second-left', at });
  }

  /** What was recorded, as it is kept. */
  recording(about: Omit<Recording, 'format' | 'steps'>): Recording {
    return { format: 1, ...about, steps: this.steps };
  }

  private lookedUp(data: Record<string, unknown>, given: boolean, at: number): void {
    const { operation } = data;
    // Checks of identity are told by their own events.
    if (typeof operation !== 'string' || operation === 'verify' || operation === 'identity') return;
    this.steps.push({ do: 'look-up', at, operation: operation as Operation, given });
  }

  private settle(at: number): void {
    this.settled = true;
    this.end('expert', at);
  }

  private end(by: 'expert' | 'hangs-up' | 'line-drops' | 'goodbye', at: number): void {
    this.here = false;
    if (this.ended || this.takenAt === undefined) return;
    this.ended = true;
    this.steps.push({ do: 'ended', at, by });
  }

  private act(acts: readonly CitizenAct[]): void {
    for (const act of acts) {
      const at = this.takenAt! + act.at;
      if (act.does === 'says') {
        this.steps.push({ do: 'citizen', at, text: act.text, mood: act.mood });
        this.world.heard({ ...act, at });
      } else if (act.does === 'ends') {
        this.end(act.how, at);
        this.world.left(act.how);
      } else {
        this.second('rings', act.name, at);
        this.world.rings({ ...act, at });
      }
    }
  }
}
