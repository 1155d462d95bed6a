import type { HubClient } from '../../../client/hub-client.ts';
import { KnowledgeSync, type SyncReport } from '../../../client/knowledge-sync.ts';
import type { LiveMessage } from '../../../client/live-stream.ts';
import { shippedOrigin } from '../../../kb/copy/copy-state.ts';
import type { KnowledgeCopy } from '../../../kb/copy/knowledge-copy.ts';
import type { Knowledge, KnowledgeStatus } from './model.ts';
import { type KnowledgeSource, type OpenedKnowledge, openKnowledge } from './open.ts';

const statusOf = ({
  origin,
  state,
  checkedAt,
}: Pick<SyncReport, 'origin' | 'state' | 'checkedAt'>): KnowledgeStatus => ({
  origin: origin === shippedOrigin ? 'shipped' : 'hub',
  state,
  syncedAt: checkedAt ?? undefined,
});

/** What of the live stream the copy has to hear. */
const concerns = (message: LiveMessage): boolean => message.kind !== 'line' || message.event.knowledge !== undefined;

/** Owns the seat's knowledge: reads it once, then keeps it at what the hub publishes, fed by the seat's one live stream. */
export class SeatKnowledge {
  private readonly source: KnowledgeSource;
  private readonly tell: (change: (knowledge: Knowledge) => Knowledge) => void;
  private opened: OpenedKnowledge | undefined;
  private hub: { client: HubClient; signal: AbortSignal } | undefined;
  private sync: KnowledgeSync | undefined;
  /** What the stream told before the copy was open. */
  private missed: LiveMessage[] = [];
  private closed = false;

  constructor(source: KnowledgeSource, tell: (change: (knowledge: Knowledge) => Knowledge) => void) {
    this.source = source;
    this.tell = tell;
  }

  /** Reads the knowledge. Returns the copy, which knows its troubles. */
  async open(): Promise<KnowledgeCopy | undefined> {
    const opened = await openKnowledge(this.source);
    const { base, copy } = opened;
    if (this.closed) {
      copy?.close();
      return undefined;
    }
    this.opened = opened;
    const status = copy && statusOf({ ...copy.state(), state: 'offline' });
    this.tell((knowledge) => ({ ...knowledge, base, ...(status && { status }) }));
    this.begin();
    return copy;
  }

  /** From now on this hub is followed, until the signal aborts. */
  follow(client: HubClient, signal: AbortSignal): void {
    this.hub = { client, signal };
    this.missed = [];
    this.sync = undefined;
    this.begin();
  }

  /** Takes a message of the hub's live stream. */
  feed(message: LiveMessage): void {
    if (!concerns(message)) return;
    if (this.sync) this.sync.feed(message);
    else this.missed.push(message);
  }

  /** To be called when the hub is followed no longer. */
  close(): void {
    this.closed = true;
    this.sync = undefined;
    this.opened?.copy?.close();
  }

  private begin(): void {
    const { opened, hub } = this;
    if (!opened?.copy || !hub || hub.signal.aborted || this.closed) return;
    const { base, copy } = opened;
    this.sync = new KnowledgeSync({
      ...hub,
      copy,
      loaded: opened.documents,
      report: (report) => {
        if (this.closed) return;
        // What the hub has as it shipped is another version, but the same text.
        const changes = report.changed
          .map((id) => ({ id, text: copy.text(id) ?? null }))
          .filter(({ id, text }) => (base.text(id) ?? null) !== text);
        if (changes.length > 0) base.apply(changes);
        const status = statusOf(report);
        this.tell((knowledge) => ({
          ...knowledge,
          status,
          edition: knowledge.edition + Number(changes.length > 0),
        }));
      },
    });
    for (const message of this.missed.splice(0)) this.sync.feed(message);
  }
}
