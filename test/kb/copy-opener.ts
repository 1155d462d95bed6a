// A process that opens a copy: node copy-opener.ts DIR [grow]. Seeds it, takes in a big document with `grow`, and prints what it has.
import { wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { shippedOrigin } from '../../src/kb/copy/copy-state.ts';
import { openCopy } from '../../src/kb/copy/knowledge-copy.ts';

const [dir, grow] = process.argv.slice(2);
const copy = openCopy(dir!);
copy.seed([
  { id: 'gjj-0001', kind: 'article', text: '随程序一' },
  { id: 'gjj-0002', kind: 'article', text: '随程序二' },
]);
if (grow && copy.state().origin === shippedOrigin) {
  const change = { id: 'gjj-0003', kind: 'article', version: 1, revision: 9, text: '字'.repeat(200_000) } as const;
  const whole = { count: 1, hash: wholeHash([change]) };
  copy.take(copy.position(), { origin: 'hub-a', revision: 9, ...whole, changes: [change] }, 1);
}
const { origin, count } = copy.state();
const { trouble, setAside } = copy;
console.log(JSON.stringify({ ...(grow && { origin }), count, trouble, setAside }));
copy.close();
