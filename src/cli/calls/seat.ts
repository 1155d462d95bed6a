import { SeatChange } from '../../contract/shapes/seat.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { localTime } from '../output/local-time.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';

/** What a person says of their seat in one word: a reason alone means not ready for that reason. */
const changeOf = (word: string): Record<string, unknown> =>
  word === 'ready' || word === 'offline' ? { state: word } : { state: 'not-ready', reason: word };

/** `calls seat`: shows the own seat, or declares its state. */
export const seatState: Work<[string | undefined], KeyOption> = async (context, [word], options) => {
  const key = keyOf(context, options);
  const body = word === undefined ? undefined : checked(context, SeatChange, changeOf(word));
  const reply = await withHub(context, (client) =>
    body ? client.call('seat.change', { body, ...key }) : client.call('seat.show', {}),
  );
  await show(context, reply, () => {
    const { say, language } = context;
    const { seat } = reply;
    const reason = seat.state === 'not-ready' && seat.reason ? `  ${term(language, 'reason', seat.reason)}` : '';
    return facts([
      [say('seat.name'), seat.name],
      [say('seat.state'), term(language, 'seatState', seat.state) + reason],
      // On a call the time is still that of the declaration.
      [say('seat.declared'), seat.declared === seat.state ? '' : term(language, 'seatState', seat.declared)],
      [say('seat.since'), localTime(seat.since)],
    ]);
  });
  return undefined;
};
