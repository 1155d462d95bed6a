import type { SumResult } from '../../kb/sums/result.ts';
import { type SumId, sumForms } from '../../kb/sums/sum-forms.ts';
import { beginForm, formInUse, submitForm } from '../forms/fill-in.ts';
import { workedOut } from '../forms/sums/sum-outcome.ts';
import { withOverlay } from '../state/desk.ts';
import { likelyTopic } from '../state/filing.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import { fittingSums } from '../state/sums/fitting-sums.ts';
import { readResult, readsResult, scrollResult } from '../state/sums/result-window.ts';
import { sumKind } from '../state/sums/sum-kind.ts';
import { copyResult, copyTable, insertResult } from '../state/sums/use-result.ts';
import type { Action } from './action.ts';
import { canWrite } from './contexts.ts';
import { hidden } from './hidden.ts';
import { loaded, signedIn, unless } from './reasons.ts';

const ready = unless(signedIn, loaded);
const sumsKeys = ['alt+c', 'f11'];

/** The call that a sum is for: the one whose answer is being written. Empty: none. */
export const sumCall = (model: SeatModel): string => (canWrite(model) ? (model.callAt ?? '') : '');

/** The sums that fit what the call is likely about, the likeliest first. */
export const fittingNow = (model: SeatModel): readonly SumId[] => fittingSums(likelyTopic(model, sumCall(model)));

const placeOf = (id: SumId): number => sumForms.findIndex((form) => form.id === id);

/** The list, on the sum that was just open, else on the one that fits best. */
const openList = ({ store }: SeatSession): void =>
  store.update((model) => {
    const id = workedOut(model, formInUse(model))?.id ?? fittingNow(model)[0];
    return withOverlay(model, { kind: 'sums', at: id === undefined ? 0 : placeOf(id) });
  });

const openSum = (session: SeatSession, id: SumId): void =>
  beginForm(session, sumKind(id), sumCall(session.store.get()));

const openChosen = (session: SeatSession): void => {
  const model = session.store.get();
  const id = model.overlay?.kind === 'sums' ? sumForms[model.overlay.at]?.id : undefined;
  if (id !== undefined) openSum(session, id);
};

const step = (session: SeatSession, by: number): void =>
  session.store.update((model) =>
    model.overlay?.kind === 'sums'
      ? withOverlay(model, { kind: 'sums', at: (model.overlay.at + by + sumForms.length) % sumForms.length })
      : model,
  );

/** What the open form gives. */
const resultNow = (model: SeatModel): { id: SumId; result: SumResult } | undefined => {
  const worked = workedOut(model, formInUse(model));
  return worked?.outcome.ok ? { id: worked.id, result: worked.outcome.result } : undefined;
};

/** The call whose answer takes the result; none when the form is about no call, or its answer cannot be written any more. */
const callNow = (model: SeatModel): string | undefined => {
  const call = formInUse(model)?.call;
  return call !== undefined && call !== '' && call === sumCall(model) ? call : undefined;
};

/** Without a result the form says what it still wants. */
const withResult =
  (use: (session: SeatSession, id: SumId, result: SumResult) => void) =>
  (session: SeatSession): unknown => {
    const now = resultNow(session.store.get());
    return now ? use(session, now.id, now.result) : submitForm(session);
  };

const insertOrCopy = withResult((session, id, result) => {
  const call = callNow(session.store.get());
  if (call === undefined) copyResult(session, id, result);
  else insertResult(session, id, result, call);
});

const noResult = (model: SeatModel): boolean => resultNow(model) === undefined;
const nameOfInsert: Action['nameNow'] = (model) => (callNow(model) === undefined ? 'action.sum-copy' : undefined);

const scroll = (session: SeatSession, by: number): void =>
  session.store.update((model) => scrollResult(model, by, session.sums.most));

const scrolls = (
  id: string,
  name: Action['name'],
  keys: readonly string[],
  by: (session: SeatSession) => number,
): Action => hidden('sum-result', id, name, 'help.sum-scroll', keys, (session) => scroll(session, by(session)));

export const sumDigit = (id: SumId): string => `${(placeOf(id) + 1) % 10}`;

/** What citizens want worked out: the list, a sum's form, and what it gave. */
export const sumActions: readonly Action[] = [
  {
    id: 'sums',
    name: 'action.sums',
    help: 'help.sums',
    keys: sumsKeys,
    where: 'anywhere',
    bar: 12.6,
    idle: ({ screen }) => screen === 'queue' || screen === 'tickets',
    whyNot: ready,
    run: openList,
  },
  ...sumForms.map(
    ({ id }): Action => ({
      id: `sum-${id}`,
      name: `sum.${id}`,
      help: `sum.${id}.about`,
      keys: [sumDigit(id), `alt+${sumDigit(id)}`],
      where: 'sums',
      whyNot: ready,
      run: (session) => openSum(session, id),
    }),
  ),
  hidden('sums', 'choose', 'action.choose', 'help.choose', ['enter'], openChosen, 1),
  hidden('sums', 'up', 'action.up', 'help.sums-move', ['up', 'k'], (session) => step(session, -1)),
  hidden('sums', 'down', 'action.down', 'help.sums-move', ['down', 'j', ...sumsKeys], (session) => step(session, 1)),
  hidden(
    'sums',
    'cancel',
    'action.cancel',
    'help.back',
    ['escape'],
    ({ store }) => store.update((model) => withOverlay(model, undefined)),
    2,
  ),

  {
    ...hidden('sum', 'insert', 'action.sum-insert', 'help.sum-insert', ['ctrl+y'], insertOrCopy, 3),
    // While the result has the keys, Enter does the same.
    idle: (model) => noResult(model) || readsResult(model),
    nameNow: nameOfInsert,
  },
  {
    ...hidden('sum', 'copy-table', 'action.sum-copy-table', 'help.sum-copy-table', ['ctrl+t'], withResult(copyTable)),
    bar: 10,
    idle: noResult,
  },
  hidden('sum', 'another', 'action.another-sum', 'help.another-sum', sumsKeys, openList, 11),
  hidden('sum', 'page-up', 'action.page-up', 'help.sum-scroll', ['pageup'], (session) =>
    scroll(session, -session.sums.page),
  ),
  hidden('sum', 'page-down', 'action.page-down', 'help.sum-scroll', ['pagedown'], (session) =>
    scroll(session, session.sums.page),
  ),

  {
    ...hidden('sum-result', 'insert', 'action.sum-insert', 'help.sum-insert', ['enter'], insertOrCopy, 1),
    nameNow: nameOfInsert,
  },
  hidden(
    'sum-result',
    'back',
    'action.sum-back',
    'help.sum-back',
    ['escape', 'tab', 'shift+tab'],
    ({ store }) => store.update((model) => readResult(model, false)),
    2,
  ),
  scrolls('up', 'action.up', ['up', 'k'], () => -1),
  scrolls('down', 'action.down', ['down', 'j'], () => 1),
  scrolls('first', 'action.first', ['home', 'g'], ({ sums }) => -sums.most),
  scrolls('last', 'action.last', ['end', 'G'], ({ sums }) => sums.most),
];
