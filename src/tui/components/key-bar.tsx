import type { ReactNode } from 'react';
import type { Action } from '../actions/action.ts';
import { contextsNow, isWriting } from '../actions/contexts.ts';
import { nameOf } from '../actions/dispatch.ts';
import { keyLabel, passesThrough } from '../actions/keys.ts';
import { actionsIn } from '../actions/table.ts';
import type { SeatModel } from '../state/model.ts';
import type { Say } from '../words/words.ts';
import { useModel, useSay, useTheme, wholeModel } from './session-context.tsx';
import { type Span, Spans, spansWidth } from './spans.tsx';

/** The actions for the key bar now: those that apply, the most wanted first. */
export const barActions = (model: SeatModel, say: Say): readonly Action[] =>
  contextsNow(model)
    .flatMap(actionsIn)
    .filter((action) => action.bar !== undefined && !action.idle?.(model) && action.whyNot?.(model, say) === undefined)
    .sort((a, b) => a.bar! - b.bar!);

/** The key that works now: one that the input method lets through, while text is written. */
const barKey = (action: Action, model: SeatModel): string =>
  (isWriting(model) ? action.keys.find(passesThrough) : undefined) ?? action.keys[0] ?? '';

/** The lowest line: which keys work now. Help and commands always keep their places; what does not fit is in them. */
export function KeyBar({ width }: { width: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const item = (action: Action): Span[] => [
    { text: ` ${keyLabel(barKey(action, model))}`, style: theme.key },
    { text: ` ${say(nameOf(action, model))} ` },
  ];
  const all = barActions(model, say);
  const pinned = all.filter(({ bar }) => bar! >= 98).flatMap(item);
  const left: Span[] = [];
  for (const action of all.filter(({ bar }) => bar! < 98)) {
    const next = item(action);
    if (spansWidth([...left, ...next]) <= width - spansWidth(pinned)) left.push(...next);
  }
  return <Spans left={left} right={pinned} width={width} />;
}
