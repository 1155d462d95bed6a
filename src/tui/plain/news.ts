import type { CallView } from '../../contract/shapes/call.ts';
import { newCall } from '../state/bell.ts';
import type { SeatModel } from '../state/model.ts';
import { ringingCall, seatNow, waitingCalls } from '../state/selectors.ts';
import { shown } from '../text/styled-line.ts';
import { duration } from '../text/time.ts';
import { truncate } from '../text/width.ts';
import { domainName, type Say, term } from '../words/words.ts';
import { saidSince } from './talk.ts';

/** As much of a question as is said in one breath. */
const questionCells = 60;

/** A call in a line: who, what about, how long. */
export const callLine = (call: CallView, model: SeatModel, now: number, say: Say): string =>
  [
    shown(call.name),
    domainName(model.language, model.settings.domains, call.domain),
    ...(call.priority === 'urgent' ? [say('notify.urgent')] : []),
    say('plain.waits', { time: duration(now + model.clockOffset - Date.parse(call.queuedAt)) }),
    truncate(shown(call.question), questionCells),
  ].join(say('plain.comma'));

/** What changed, one line each: what a person at a screen would have seen. `now`: this machine's clock. */
export const news = (before: SeatModel, after: SeatModel, now: number, say: Say): readonly string[] => {
  const lines: string[] = [];
  if (before.connection.state !== after.connection.state && before.loaded) {
    if (after.connection.state === 'connected') lines.push(say('conn.connected'));
    else if (after.connection.state === 'away') lines.push(say('banner.away'));
  }
  const call = newCall(before, after);
  const ringing = ringingCall(after);
  if (call && ringing?.id === call.id) {
    const seconds = after.settings.offerSeconds;
    lines.push(say('plain.rings', { call: callLine(call, after, now, say), seconds }));
  } else if (call) {
    const place = waitingCalls(after).indexOf(call) + 1;
    lines.push(say('plain.new-call', { place, call: callLine(call, after, now, say) }));
  }
  if (ringingCall(before) && !ringing && after.busy === undefined) lines.push(say('plain.rings-no-more'));
  const [was, is] = [seatNow(before)?.state, seatNow(after)?.state];
  // What a command of one's own has changed is told by its answer.
  if (is !== undefined && was !== is && after.busy === undefined)
    lines.push(say('plain.state', { state: term(after.language, 'state', is) }));
  lines.push(...saidSince(before, after, say));
  if (after.notice && after.notice !== before.notice) lines.push(shown(after.notice.text));
  return lines;
};
