import { type ArticleUse, ArticleUseFile } from '../../client/article-use.ts';
import { type ListUse, ListUseFile } from '../../client/list-use.ts';
import { withTopicOf } from './knowledge/lookup.ts';
import type { SeatModel } from './model.ts';
import type { Store } from './store.ts';

/** What a person pinned, read and used, and how they left the lists: in the model, and kept on this machine by person. */
export class Habits {
  private readonly store: Store<SeatModel>;
  private readonly useFile: ArticleUseFile | undefined;
  private readonly listsFile: ListUseFile | undefined;

  /** `dir` undefined: they last as long as the seat is open. */
  constructor(store: Store<SeatModel>, dir: string | undefined) {
    this.store = store;
    this.useFile = dir === undefined ? undefined : new ArticleUseFile(dir);
    this.listsFile = dir === undefined ? undefined : new ListUseFile(dir);
  }

  /** `person` undefined: the hub has not said yet who this is. */
  read(person: string | undefined): void {
    const use = this.useFile?.read(person);
    const lists = this.listsFile?.read(person);
    if (use && lists) this.store.update((model) => withTopicOf(lists, { ...model, use, lists }));
  }

  changeUse(change: (use: ArticleUse) => ArticleUse): void {
    this.store.update((model) => ({ ...model, use: change(model.use) }));
    this.useFile?.change(this.store.get().me?.id, change);
  }

  changeLists(change: (lists: ListUse) => ListUse): void {
    this.store.update((model) => ({ ...model, lists: change(model.lists) }));
    this.listsFile?.change(this.store.get().me?.id, () => this.store.get().lists);
  }
}
