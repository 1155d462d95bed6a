import type { CallView } from '../../../contract/shapes/call.ts';
import { type EditBuffer, editBuffer } from '../../text/edit-buffer.ts';
import type { SeatModel } from '../model.ts';
import { activeCall, myCalls, remembered, shownCall } from '../selectors.ts';
import type { SpokenLine } from './conversation.ts';
import type { Talk } from './talk-state.ts';

/** Nobody says more in one breath. Characters. */
export const longestSaying = 1000;
const emptySaying = editBuffer('', { max: longestSaying });
const nothingSaid: readonly SpokenLine[] = [];

/** Whether citizens can be talked with at this seat. */
export const hasConversation = ({ talk }: SeatModel): boolean => talk !== undefined;

export const spokenIn = ({ talk }: SeatModel, call: string): readonly SpokenLine[] =>
  talk?.spoken.get(call) ?? nothingSaid;

/** What is being typed to be said in a call; one object while nothing is. */
export const sayingOf = ({ talk }: SeatModel, call: string): EditBuffer => talk?.sayings.get(call) ?? emptySaying;

const withTalk = (model: SeatModel, change: Partial<Talk>): SeatModel =>
  model.talk ? { ...model, talk: { ...model.talk, ...change } } : model;

export const withSaying = (model: SeatModel, call: string, saying: EditBuffer): SeatModel =>
  withTalk(model, { sayings: new Map(model.talk?.sayings).set(call, saying) });

/** What stands on the screen has been heard, unless older lines are looked at. */
const heardNow = (model: SeatModel): SeatModel => {
  const { talk } = model;
  if (talk?.inSight === undefined || talk.top !== undefined) return model;
  const count = spokenIn(model, talk.inSight).length;
  return talk.heard.get(talk.inSight) === count
    ? model
    : withTalk(model, { heard: new Map(talk.heard).set(talk.inSight, count) });
};

/** The conversation of a call is on the screen from now on, or none is. */
export const withInSight = (model: SeatModel, call: string | undefined): SeatModel =>
  model.talk?.inSight === call ? model : heardNow(withTalk(model, { inSight: call, top: undefined }));

export const withTop = (model: SeatModel, top: number | undefined): SeatModel =>
  model.talk?.top === top ? model : heardNow(withTalk(model, { top }));

/** What the conversation has come to. */
export const withHeard = (model: SeatModel, news: Partial<Pick<Talk, 'spoken' | 'gone' | 'over'>>): SeatModel =>
  heardNow(withTalk(model, news));

export const withClosing = (model: SeatModel, closesAt: number | undefined): SeatModel =>
  model.talk?.closesAt === closesAt ? model : withTalk(model, { closesAt });

export const isGone = ({ talk }: SeatModel, call: string): boolean => talk?.gone.has(call) ?? false;

/** Whether something can be typed to be said: the shown call goes on at this seat. Of a citizen who hung up, `isGone` knows. */
export const canTalk = (model: SeatModel): boolean => {
  const call = shownCall(model);
  return (
    hasConversation(model) && call?.seat?.id === model.me?.id && (call?.state === 'active' || call?.state === 'held')
  );
};

/** Where the keys go on the call screen at first: a call that goes on is talked in, others are written about. */
export const homePane = (model: SeatModel): 'talk' | 'main' =>
  canTalk(model) && !isGone(model, model.callAt ?? '') ? 'talk' : 'main';

/** Whether the conversation has the keys. */
export const talkHasKeys = (model: SeatModel): boolean =>
  model.screen === 'call' && model.pane === 'talk' && model.callAt !== undefined && hasConversation(model);

/** The call that is talked in: on the call screen the shown one, elsewhere the one that goes on. */
export const talkedCall = (model: SeatModel): CallView | undefined =>
  model.screen === 'call' ? shownCall(model) : (activeCall(model) ?? shownCall(model));

/** What a citizen said last, and how much of it nobody has seen. */
export interface Unseen {
  readonly call: CallView;
  readonly line: SpokenLine;
  readonly count: number;
}

const fromCitizen = ({ who }: SpokenLine): boolean => who !== 'expert';

/** What was said last in the calls of this seat and is not on the screen: what is new comes first, then the call that goes on. */
export const lastUnseen = remembered(
  (model) => [model.talk?.spoken, model.talk?.heard, model.talk?.inSight, myCalls(model)],
  (model): Unseen | undefined => {
    const { talk } = model;
    if (!talk) return undefined;
    const unseen = myCalls(model).flatMap((call): Unseen[] => {
      const lines = spokenIn(model, call.id);
      const line = lines.findLast(fromCitizen);
      const count = lines.slice(talk.heard.get(call.id) ?? 0).filter(fromCitizen).length;
      const isSeen = talk.inSight === call.id && count === 0;
      return line === undefined || isSeen ? [] : [{ call, line, count }];
    });
    return (
      unseen.filter(({ count }) => count > 0).toSorted((a, b) => b.line.at - a.line.at)[0] ??
      unseen.find(({ call }) => call.state === 'active')
    );
  },
);

/** What of the model the conversation shows. */
export const talkMatters = remembered(
  (model) => [model.talk, shownCall(model), model.me, model.screen, model.pane, model.overlay, model.preferences],
  (model): SeatModel => model,
);
