// Somebody who types, to be killed: node desk-kill-child.ts DIR. Prints a line for each character: when it was typed, and how many
// there are. The part of the seat that keeps what is typed, as the seat runs it, over the real store.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeskStore } from '../../src/client/desk/desk-store.ts';
import { draftOf, withDraft } from '../../src/tui/state/desk.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { PaperKeeper } from '../../src/tui/state/papers/keeper.ts';
import { createStore } from '../../src/tui/state/store.ts';
import { edit } from '../../src/tui/text/edit-buffer.ts';

const [dir] = process.argv.slice(2);
const store = createStore(emptyModel('zh-CN', 'hub'));
const silent = { saved: () => undefined, replaced: () => undefined, failed: () => undefined };
const keeper = new PaperKeeper(new DeskStore(dir), store, Date.now, silent);
keeper.begin('li');
for (;;) {
  store.update((model) => {
    const text = String.fromCodePoint(0x4e00 + (draftOf(model, 'call').text.length % 2000));
    return withDraft(model, 'call', edit(draftOf(model, 'call'), { do: 'insert', text }).buffer);
  });
  writeSync(1, `${Date.now()} ${draftOf(store.get(), 'call').text.length}\n`);
  await sleep(5 + Math.random() * 60);
}
