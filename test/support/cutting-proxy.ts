import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * A proxy on loopback that loses every `each`-th reply: the hub has done the work, the caller hears nothing.
 * Returns its address and how many replies it has cut.
 */
export const cuttingProxy = async (target: string, each: number): Promise<{ url: string; cut: () => number }> => {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let replies = 0;
  let cut = 0;
  const server = createServer((caller) => {
    const hub = connect(Number(port), hostname);
    for (const socket of [caller, hub]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        caller.destroy();
        hub.destroy();
      });
    }
    caller.on('data', (chunk) => hub.write(chunk));
    hub.on('data', (chunk) => {
      replies += 1;
      if (replies % each === 0) {
        cut += 1;
        caller.resetAndDestroy();
      } else caller.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, cut: () => cut };
};
