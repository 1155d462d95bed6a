import { readCorrections } from '../state/article-commands.ts';
import { besideCallOrScreen } from '../state/desk.ts';
import { canStop } from '../terminal/suspend.ts';
import type { Action } from './action.ts';
import { signedIn, unless } from './reasons.ts';

/** What called the person, and what takes them away from the screen. */
export const attentionActions: readonly Action[] = [
  {
    id: 'read-answer',
    name: 'action.read-answer',
    help: 'help.read-answer',
    keys: ['ctrl+x ctrl+a'],
    where: 'anywhere',
    whyNot: unless(signedIn, ({ use, knowledge }, say) => {
      if ((use.unreadAnswers ?? []).length === 0) return say('why.no-unread-answer');
      return knowledge.base ? undefined : say('kb.loading');
    }),
    run: (session) => {
      const [oldest] = session.store.get().use.unreadAnswers ?? [];
      if (oldest === undefined) return;
      session.store.update(besideCallOrScreen);
      readCorrections(session, oldest);
    },
  },
  {
    id: 'suspend',
    name: 'action.suspend',
    help: 'help.suspend',
    keys: ['ctrl+x ctrl+z'],
    where: 'always',
    whyNot: (_model, say) => (canStop ? undefined : say('why.no-suspend')),
    run: (session) => session.hooks.suspend(),
  },
];
