// A hub in a process of its own, to be killed: node hub-process.ts DATA_DIR [STORE]. Prints {"url"} when it takes work.
import { startHub } from '../../src/hub/start-hub.ts';

const [dataDir, store] = process.argv.slice(2);
const hub = await startHub({
  dataDir: dataDir!,
  store,
  logLevel: (process.env.HUB_LOG as 'debug') ?? 'silent',
  version: 'test',
});
process.on('SIGTERM', () => void hub.close().then(() => process.exit(0)));
console.log(JSON.stringify({ url: hub.url }));
