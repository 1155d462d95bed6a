import { articleNow, copySms, readArticle } from '../state/article-commands.ts';
import { withOverlay } from '../state/desk.ts';
import { lookupKeyNow, lookupOf } from '../state/knowledge/lookup.ts';
import { relatedNow } from '../state/knowledge/related.ts';
import type { SeatModel } from '../state/model.ts';
import type { Overlay } from '../state/overlay.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { menuEntries } from './article-actions.ts';
import { hidden } from './hidden.ts';

const dismiss = ({ store }: SeatSession): void => store.update((model) => withOverlay(model, undefined));

const walk =
  (kind: 'article-menu' | 'related', count: (model: SeatModel) => number) => (session: SeatSession, by: number) =>
    session.store.update((model) => {
      const { overlay } = model;
      if (overlay?.kind !== kind) return model;
      const size = Math.max(1, count(model));
      return withOverlay(model, { kind, at: (overlay.at + by + size) % size } satisfies Overlay);
    });

const walkMenu = walk('article-menu', () => menuEntries.length);
const walkRelated = walk('related', (model) => relatedNow(model).length);

/** Does the chosen entry, or says why it does not apply. */
const runEntry = (session: SeatSession): void => {
  const { overlay } = session.store.get();
  if (overlay?.kind !== 'article-menu') return;
  const entry = menuEntries[overlay.at];
  dismiss(session);
  if (entry) session.hooks.perform(entry.id);
};

const openRelated = (session: SeatSession): void => {
  const model = session.store.get();
  const chosen = model.overlay?.kind === 'related' ? relatedNow(model)[model.overlay.at] : undefined;
  if (!chosen) return;
  dismiss(session);
  // The article whose relations these are is where "back" leads, also when it was only looked at beside the list.
  const from = articleNow(model)?.article.id;
  if (from !== undefined && !lookupOf(model, lookupKeyNow(model)).reading) readArticle(session, from);
  readArticle(session, chosen.id);
};

/** The windows over an article. */
export const articleWindowActions: readonly Action[] = [
  hidden('article-menu', 'choose', 'action.choose', 'help.choose', ['enter'], runEntry, 1),
  hidden('article-menu', 'up', 'action.up', 'help.choose', ['up', 'k'], (session) => walkMenu(session, -1)),
  hidden('article-menu', 'down', 'action.down', 'help.choose', ['down', 'j', 'ctrl+o'], (session) =>
    walkMenu(session, 1),
  ),
  hidden('article-menu', 'cancel', 'action.cancel', 'help.back', ['escape'], dismiss, 2),

  hidden('related', 'open', 'action.read', 'help.read', ['enter'], openRelated, 1),
  hidden('related', 'up', 'action.up', 'help.lookup-move', ['up', 'k'], (session) => walkRelated(session, -1)),
  hidden('related', 'down', 'action.down', 'help.lookup-move', ['down', 'j'], (session) => walkRelated(session, 1)),
  hidden('related', 'cancel', 'action.cancel', 'help.back', ['escape'], dismiss, 2),

  hidden('sms', 'copy', 'action.copy-sms', 'help.copy-sms', ['enter', 'y'], copySms, 1),
  hidden('sms', 'close', 'action.cancel', 'help.back', ['escape', 's'], dismiss, 2),
];
