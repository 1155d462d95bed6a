import type { Socket } from 'node:net';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { wireProblem } from '../../contract/problems.ts';
import { errorFields } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { RequestError } from '../request-error.ts';
import { errorAnswer } from './error-answer.ts';
import { requestLanguage } from './request-language.ts';

/** The largest request: an answer of 5,000 characters with room to spare. Bytes. */
const bodyLimit = 256 * 1024;
/** A request that has not come whole by then is given up. Milliseconds. */
const requestTimeoutMs = 30_000;

export interface ServerOptions {
  https: { cert: Buffer; key: Buffer } | null;
  behindProxy: boolean;
  log: Logger;
  metrics: Metrics;
}

/** What is no HTTP at all, or has headers beyond all measure, never becomes a request; it gets its answer all the same. */
const answerClientError = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'too_large' : 'malformed';
  const details = code === 'malformed' ? { problems: [wireProblem('request', 'http', 'zh-CN')] } : {};
  const told = errorAnswer(new RequestError(code, details), 'zh-CN', '');
  const body = JSON.stringify(told.body);
  const head = [
    `HTTP/1.1 ${told.status} Refused`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};

/** JSON bodies, which must be UTF-8: a platform that sends GBK is told so, rather than its citizens' names kept as rubbish. */
const readJsonBodies = (server: FastifyInstance): void => {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body as Buffer);
    } catch {
      done(new RequestError('malformed', { problems: [wireProblem('body', 'utf8', requestLanguage(request))] }));
      return;
    }
    void parse(request, text, done);
  });
};

/** The hub's HTTP server, yet without routes: what it takes in, what it logs, and how it says no. */
export const openServer = ({ https, behindProxy, log, metrics }: ServerOptions): FastifyInstance => {
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const { status, body, unexpected } = errorAnswer(error, requestLanguage(request), request.id);
    if (unexpected) request.log.error(errorFields(error), 'failed');
    else if (error instanceof RequestError && error.cause) request.log.warn(errorFields(error.cause), 'no answer');
    void reply.code(status).send(body);
  };
  const server = fastify({
    https,
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    trustProxy: behindProxy,
    forceCloseConnections: 'idle',
    // What still comes on an open connection while the hub ends is refused by the routes, in the contract's words.
    return503OnClosing: false,
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    exposeHeadRoutes: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => refuse(error, request, reply as FastifyReply),
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.routeName ?? 'none';
    metrics.requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
    request.log.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
  server.setNotFoundHandler(async (request) => {
    throw new RequestError('no_such_route', { route: `${request.method} ${request.url.split('?')[0]?.slice(0, 100)}` });
  });
  server.setErrorHandler(refuse);
  readJsonBodies(server);
  return server;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    routeName?: string;
  }
}
