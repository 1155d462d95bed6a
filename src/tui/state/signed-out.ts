import { emptyTalk } from './conversation/talk-state.ts';
import { emptyModel, type SeatModel } from './model.ts';

/**
 * The seat with nobody at it: nothing is left of who sat here, of their calls, or of what they wrote, which lies on the desk until they are
 * back. What is left is the seat's own: how it looks, what is known without a person, the hotline's settings.
 */
export const withNobody = (model: SeatModel): SeatModel => ({
  ...emptyModel(model.language, model.mode),
  signedIn: false,
  preferences: model.preferences,
  settings: model.settings,
  knowledge: model.knowledge,
  clockOffset: model.clockOffset,
  today: model.today,
  minute: model.minute,
  knowledgeFits: model.knowledgeFits,
  windowFits: model.windowFits,
  talk: model.talk && { ...emptyTalk, over: model.talk.over },
});
