import { accountActions } from './account-actions.ts';
import type { Action, Context } from './action.ts';
import { answerActions } from './answer-actions.ts';
import { articleActions } from './article-actions.ts';
import { articleWindowActions } from './article-window-actions.ts';
import { attentionActions } from './attention-actions.ts';
import { callActions } from './call-actions.ts';
import { knowledgeActions } from './knowledge-actions.ts';
import { overlayActions } from './overlay-actions.ts';
import { practiceActions } from './practice-actions.ts';
import { queueActions } from './queue-actions.ts';
import { readerActions } from './reader-actions.ts';
import { safeActions } from './safe-actions.ts';
import { screenActions } from './screen-actions.ts';
import { seatActions } from './seat-actions.ts';
import { sumActions } from './sum-actions.ts';
import { ticketActions } from './ticket-actions.ts';
import { ticketDetailActions } from './ticket-detail-actions.ts';
import { ticketMarkActions } from './ticket-mark-actions.ts';

/** Everything a person can do at the seat screen, once. */
export const actions: readonly Action[] = [
  ...screenActions,
  ...safeActions,
  ...queueActions,
  ...callActions,
  ...answerActions,
  ...knowledgeActions,
  ...readerActions,
  ...articleActions,
  ...accountActions,
  ...ticketActions,
  ...ticketMarkActions,
  ...ticketDetailActions,
  ...seatActions,
  ...sumActions,
  ...articleWindowActions,
  ...attentionActions,
  ...overlayActions,
  ...practiceActions,
];

/** The actions of a place. */
export const actionsIn = (context: Context): readonly Action[] => actions.filter(({ where }) => where === context);
