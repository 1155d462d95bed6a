import type { SeatModel } from '../state/model.ts';

/** How the rows of the call screen are shared out where citizens are talked with; 0: there is no room for it now. */
export interface TalkRows {
  readonly caller: number;
  /** What the knowledge suggests. */
  readonly strip: number;
  readonly talk: number;
  readonly answer: number;
}

const leastCaller = 5;
/** With who calls, where the call stands, and a line of the question. */
const lowCaller = 6;
const leastTalk = 6;
const leastAnswer = 4;
/** Below this height only one of conversation and answer is seen. */
const lowest = 17;
/** From this height on the suggestions have a strip of their own. */
const withStrip = 30;
const stripRows = 8;

/** Below each other, in `height` rows: what has the keys has the room. `wants`: the rows of caller and question. */
export const stackedTalkRows = (height: number, wants: number, pane: SeatModel['pane']): TalkRows => {
  const asks = pane === 'detail';
  if (height < lowest) {
    const caller = asks ? Math.max(leastCaller, Math.min(wants, height - leastAnswer)) : leastCaller;
    const rest = height - caller;
    return { caller, strip: 0, talk: pane === 'main' ? 0 : rest, answer: pane === 'main' ? rest : 0 };
  }
  const strip = height >= withStrip ? stripRows : 0;
  const least = leastTalk + leastAnswer;
  const most = asks ? height - strip - least : Math.max(lowCaller, Math.floor((height - strip) * 0.35));
  const caller = Math.max(leastCaller, Math.min(wants, most));
  const rest = height - strip - caller;
  if (pane === 'main') {
    const talk = Math.max(leastTalk, Math.floor(rest * 0.4));
    return { caller, strip, talk, answer: rest - talk };
  }
  return { caller, strip, talk: rest - leastAnswer, answer: leastAnswer };
};

/** In a column of its own beside the knowledge: nothing moves with the focus. */
export const besideTalkRows = (height: number, wants: number): TalkRows => {
  const caller = Math.max(leastCaller, Math.min(wants, Math.ceil(height * 0.3)));
  const answer = Math.floor((height - caller) * 0.45);
  return { caller, strip: 0, talk: height - caller - answer, answer };
};
