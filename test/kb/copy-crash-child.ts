// A seat's sync, to be killed: node copy-crash-child.ts DIR URL TOKEN PAGE_SIZE. Prints a line at each step it has come to.
import { setTimeout as sleep } from 'node:timers/promises';
import { HubClient } from '../../src/client/hub-client.ts';
import { catchUp } from '../../src/client/knowledge-sync-catch-up.ts';
import { openCopy } from '../../src/kb/copy/knowledge-copy.ts';

const [dir, url, token, pageSize] = process.argv.slice(2);
console.log('starting');
const copy = openCopy(dir!);
const client = new HubClient({ url: url!, token: token!, language: 'en', timeoutMs: 10_000 });
const take = copy.take.bind(copy);
copy.take = (...page) => {
  console.log('taking');
  const taken = take(...page);
  console.log(taken);
  return taken;
};
for (;;) {
  await catchUp(client, copy, { pageSize: Number(pageSize) });
  await sleep(1);
}
