import type { spoken as chinese } from '../zh-CN/spoken.ts';

/** What only a screen reader is told. */
export const spoken: Record<keyof typeof chinese, string> = {
  'spoken.chosen': 'chosen: {text}',
  'spoken.here': '{text}, here',
  'spoken.more': 'and {count} {count|line|lines} more; Tab goes there',
  'spoken.running': 's characters character',
  'spoken.pause': ', ',
  'spoken.writing': 'write:',
  'spoken.empty': 'empty',
  'spoken.mind': 'attention',
  'spoken.refused': 'refused',
  'spoken.again': 'pending',
  'spoken.back': 'back',
};
