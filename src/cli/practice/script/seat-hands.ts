import { setTimeout as sleep } from 'node:timers/promises';
import type { HubClient } from '../../../client/hub-client.ts';
import { defaultPreferences } from '../../../client/seat-preferences.ts';
import type { Language } from '../../../contract/language.ts';
import { showFen } from '../../../domain/fund/money.ts';
import type { KnowledgeDocument } from '../../../domain/knowledge/document.ts';
import { perform } from '../../../tui/actions/dispatch.ts';
import { actions } from '../../../tui/actions/table.ts';
import { beginForm, fieldsOf, formInUse, setField, submitForm } from '../../../tui/forms/fill-in.ts';
import { openAccounts, showTab } from '../../../tui/state/accounts/open.ts';
import type { Tab } from '../../../tui/state/accounts/tabs.ts';
import { accountView } from '../../../tui/state/accounts/verified.ts';
import { createClock } from '../../../tui/state/clock.ts';
import { draftOf, showCall, withDraft } from '../../../tui/state/desk.ts';
import { cite } from '../../../tui/state/knowledge/citations.ts';
import type { SeatModel } from '../../../tui/state/model.ts';
import type { FormKind } from '../../../tui/state/overlay.ts';
import { SeatSession } from '../../../tui/state/session.ts';
import { editBuffer } from '../../../tui/text/edit-buffer.ts';

/** How long the private line may take to answer. Milliseconds. */
const patienceMs = 10_000;
const lookMs = 5;

/** Something that the seat did not let its hands do; `message` is what it said. */
export class SeatRefused extends Error {}

/**
 * The seat without its picture: the screen's own session, actions and forms, worked by a script as keys work them. What the screen refuses, it
 * refuses here in the same words.
 */
export class SeatHands {
  readonly session: SeatSession;

  constructor(client: HubClient, language: Language, knowledge: readonly KnowledgeDocument[]) {
    this.session = new SeatSession({
      client,
      language,
      mode: 'practice',
      clock: createClock(),
      knowledge: { shipped: async () => knowledge },
      preferences: { ...defaultPreferences, 'undo-seconds': 0 },
    });
  }

  /** Sits down, and waits until the line and the knowledge are there. */
  async open(): Promise<void> {
    this.session.start();
    await this.until((model) => model.loaded && model.connection.state === 'connected');
    await this.session.openKnowledge();
  }

  async close(): Promise<void> {
    await this.session.close();
  }

  get model(): SeatModel {
    return this.session.store.get();
  }

  /** Takes the call that rings. */
  async take(call: string): Promise<void> {
    await this.until((model) => model.calls.has(call));
    this.session.store.update((model) => ({ ...model, queueAt: call, screen: 'queue' }));
    this.act('take');
    await this.until((model) => model.calls.get(call)?.state === 'active' && model.callAt === call);
  }

  /** Does an action of the table. @throws {SeatRefused} with the reason when it does not apply */
  act(id: string): void {
    const action = actions.find((candidate) => candidate.id === id);
    if (!action) throw new RangeError(`no action ${id}`);
    const reason = action.whyNot?.(this.model, this.session.say);
    if (reason !== undefined) throw new SeatRefused(reason);
    perform(this.session, action);
  }

  /** Puts the shown call on hold, or takes it back. */
  async hold(call: string, to: 'held' | 'active'): Promise<void> {
    this.session.store.update((model) => showCall(model, call));
    if (this.model.calls.get(call)?.state === to)
      throw new SeatRefused(this.session.say('refused.gone', { about: '' }));
    this.act('hold');
    await this.until((model) => model.calls.get(call)?.state === to);
  }

  write(call: string, text: string): void {
    this.session.store.update((model) => withDraft(model, call, editBuffer(text, { multiline: true, max: 5000 })));
  }

  answer(call: string): string {
    return draftOf(this.model, call).text;
  }

  cite(call: string, article: string): void {
    this.session.store.update((model) => cite(model, call, article));
  }

  /** The article that a search finds first, as the seat searches beside a call. */
  find(call: string, text: string): string {
    const { knowledge, today, calls } = this.model;
    const { domain, topic } = calls.get(call)!;
    const [first] = knowledge.base?.find(text, { today, call: { domain, topic } }).results ?? [];
    if (!first) throw new SeatRefused(this.session.say('refused.gone', { about: text }));
    return first.id;
  }

  /** Fills a form in and sends it. @throws {SeatRefused} with what it says of what is missing or wrong */
  async form(kind: FormKind, call: string, values: Readonly<Record<string, string | undefined>>): Promise<void> {
    const { session } = this;
    session.store.update((model) => showCall(model, call));
    if (kind === 'verify') openAccounts(session);
    beginForm(session, kind, call);
    for (const [id, value] of Object.entries(values)) if (value !== undefined) this.fill(id, value);
    await submitForm(session);
    const left = formInUse(this.model);
    if (left?.kind === kind && left.call === call && left.problem !== undefined) throw new SeatRefused(left.problem);
  }

  private fill(id: string, value: string): void {
    const form = formInUse(this.model);
    const field = form && fieldsOf(this.model, form).find((one) => one.id === id);
    if (!field) throw new SeatRefused(id);
    if (field.type === 'choice') {
      const options = field.options(this.model, this.session.say);
      const option = options.find((one) => one.value === value || one.label === value);
      if (!option && !field.other) throw new SeatRefused(`${id}: ${value}`);
      setField(this.session, id, { type: 'choice', value: option?.value ?? field.other!.value });
      if (!option && field.other) this.fill(field.other.field, value);
    } else setField(this.session, id, { type: 'text', buffer: editBuffer(value, { max: field.max }) });
  }

  /** Looks into the verified person's account. */
  async lookUp(tab: Tab): Promise<void> {
    const { session } = this;
    // On that screen already, the key would ask once more for what it shows.
    if (this.model.screen !== 'accounts') openAccounts(session);
    const view = accountView(this.model);
    if (!view) throw new SeatRefused(session.say('why.no-call'));
    showTab(session, tab);
    await this.until((model) => {
      const state = accountView(model)?.query?.state;
      return state !== undefined && state !== 'asking';
    });
  }

  /** What the account on the screen holds, in yuan; undefined while none is. */
  get balance(): string | undefined {
    const query = accountView(this.model)?.query;
    return query?.state === 'shown' && query.answer.tab === 'overview'
      ? showFen(query.answer.reply.employee.balance)
      : undefined;
  }

  async until(holds: (model: SeatModel) => boolean): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!holds(this.model)) {
      if (performance.now() > end) throw new SeatRefused(this.model.notice?.text ?? 'timeout');
      await sleep(lookMs);
    }
  }
}
