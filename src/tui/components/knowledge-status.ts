import type { SeatModel } from '../state/model.ts';
import { dateTime, dayOf, timeOfDay } from '../text/time.ts';
import { cellWidth } from '../text/width.ts';
import type { Say } from '../words/words.ts';

/** `17:20` of today, else `11-23 09:12`. */
const moment = (at: number, today: string): string => (dayOf(at) === today ? timeOfDay(at).slice(0, 5) : dateTime(at));

const freshness = ({ knowledge: { status }, connection, today }: SeatModel, say: Say): string => {
  const { origin, syncedAt, state } = status;
  if (state === 'catching-up') return say('kb.status.catching-up');
  const at = syncedAt === undefined ? '' : moment(syncedAt, today);
  if (state === 'current') return say('kb.status.current', { at });
  const shipped = origin === 'shipped' || at === '';
  if (state === 'failed') return shipped ? say('kb.status.failed.shipped') : say('kb.status.failed', { at });
  if (shipped) return connection.state === 'away' ? say('kb.status.offline.shipped') : say('kb.status.shipped');
  return say('kb.status.offline', { at });
};

/** How much knowledge there is, and how fresh; only how fresh where both do not fit into `room` cells. */
export const knowledgeStatus = (model: SeatModel, room: number, say: Say): string => {
  const { base } = model.knowledge;
  if (!base) return say('kb.loading');
  const fresh = freshness(model, say);
  const both = `${say('kb.count', { count: base.size })} · ${fresh}`;
  return cellWidth(both) <= room ? both : fresh;
};
