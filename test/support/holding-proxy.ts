import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { onTestFinished } from 'vitest';

/**
 * A proxy on loopback that passes every request on, but keeps those for one path and never answers them.
 * Returns its address and how many requests it keeps.
 */
export const holdingProxy = async (target: string, path: string): Promise<{ url: string; held: () => number }> => {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(target);
  let held = 0;
  const server = createServer((from, to) => {
    if (from.url?.split('?')[0] === path) {
      held += 1;
      return;
    }
    const { url, method, headers } = from;
    const onwards = request({ agent, hostname, port, path: url, method, headers }, (reply: IncomingMessage) => {
      to.writeHead(reply.statusCode ?? 502, reply.headers);
      to.flushHeaders();
      reply.pipe(to);
    });
    onwards.on('error', () => to.destroy());
    to.on('close', () => onwards.destroy());
    from.pipe(onwards);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    agent.destroy();
  });
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, held: () => held };
};
