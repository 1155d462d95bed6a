import type { ReactNode } from 'react';
import type { Action } from '../actions/action.ts';
import { contextsNow, isWriting } from '../actions/contexts.ts';
import { bestKey, keyLabel } from '../actions/keys.ts';
import { nameOf } from '../actions/meant.ts';
import { actionsIn } from '../actions/table.ts';
import { keymapOf } from '../keymap/keymap.ts';
import type { SeatModel } from '../state/model.ts';
import type { Say } from '../words/words.ts';
import { useModel, useSay, useTheme, wholeModel } from './session-context.tsx';
import { type Span, Spans, spansWidth } from './spans.tsx';

const placeNow = (action: Action, model: SeatModel): number => action.barNow?.(model) ?? action.bar!;

/** The actions for the key bar now: those that apply, the most wanted first. */
export const barActions = (model: SeatModel, say: Say): readonly Action[] =>
  contextsNow(model)
    .flatMap(actionsIn)
    .filter((action) => action.bar !== undefined && !action.idle?.(model) && action.whyNot?.(model, say) === undefined)
    .sort((a, b) => placeNow(a, model) - placeNow(b, model));

/** The key that works now: one that the input method lets through, while text is written. */
const barKey = (action: Action, model: SeatModel): string => {
  const keys = keymapOf(model).keysOf(action);
  return isWriting(model) ? bestKey(keys) : (keys[0] ?? '');
};

/** The lowest line: which keys work now. Help and commands always keep their places; what does not fit is in them. */
export function KeyBar({ width }: { width: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const item = (action: Action): Span[] => [
    { text: ` ${keyLabel(barKey(action, model))}`, style: theme.key },
    { text: ` ${say(nameOf(action, model))} ` },
  ];
  // In the midst of a sequence no other key does anything.
  if (model.prefix)
    return (
      <Spans
        left={[{ text: ` ${keyLabel(model.prefix.keys)}`, style: theme.key }, { text: ` ${say('keys.waiting')}` }]}
        right={[
          { text: ' Esc', style: theme.key },
          { text: ` ${say('action.cancel')}  ` },
          { text: keyLabel(keymapOf(model).keysNamed('help')[0]!), style: theme.key },
          { text: ` ${say('keys.which')} ` },
        ]}
        width={width}
      />
    );
  const all = barActions(model, say);
  const pinned = all.filter(({ bar }) => bar! >= 98).flatMap(item);
  const left: Span[] = [];
  for (const action of all.filter(({ bar }) => bar! < 98)) {
    const next = item(action);
    if (spansWidth([...left, ...next]) <= width - spansWidth(pinned)) left.push(...next);
  }
  return <Spans left={left} right={pinned} width={width} />;
}
