/** The hub of the bench in a process of its own, with the citizens who call and give up. Talks to its parent by messages. */

import { shippedKnowledge } from '../../../src/cli/hub/shipped-knowledge.ts';
import { HubClient } from '../../../src/client/hub-client.ts';
import { startHub } from '../../../src/hub/start-hub.ts';
import type { Answers, Wish } from './messages.ts';
import { Traffic } from './traffic.ts';

const dataDir = process.argv[2]!;
const hub = await startHub({ dataDir, version: 'bench', logLevel: 'silent', knowledge: await shippedKnowledge() });
const admin = new HubClient({ url: hub.url, token: hub.adminToken, language: 'zh-CN', timeoutMs: 10_000 });
const { token } = await admin.call('users.add', { body: { name: '李敏', role: 'expert', skills: ['gongjijin'] } });
const traffic = new Traffic(admin);

const answers: { [K in Wish['do']]: (wish: Extract<Wish, { do: K }>) => Promise<Answers[K]> } = {
  where: async () => ({ url: hub.url, token }),
  call: ({ count }) => traffic.call(count),
  flow: async ({ perSecond }) => traffic.flow(perSecond),
};

process.on('message', (wish: Wish) => {
  void (answers[wish.do] as (wish: Wish) => Promise<unknown>)(wish).then((answer) => process.send!(answer));
});
process.on('disconnect', () => process.exit(0));
process.send!('ready');
