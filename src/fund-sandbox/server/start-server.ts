import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FundMapping } from '../../fund-wire/mapping.ts';
import { readQuestion } from '../../fund-wire/question.ts';
import { type SigningKey, signatureFault, signatureHeaders, usualToleranceMs } from '../../fund-wire/signature.ts';
import { WireFault } from '../../fund-wire/wire-fault.ts';
import type { Sandbox } from '../sandbox.ts';
import { controlPath, isLoopback, steerFaults } from './control.ts';
import type { FaultRule } from './fault.ts';
import { FaultPlan } from './fault-plan.ts';
import { type Outgoing, send, sendFaulty } from './faulty-send.ts';
import { fundAnswer } from './fund-answer.ts';
import { Nonces } from './nonces.ts';
import { readBody } from './read-body.ts';

export interface SandboxServerOptions {
  readonly sandbox: Sandbox;
  /** The names and codes in which it speaks. */
  readonly mapping: FundMapping;
  /** Every question must be signed with it; without it, none need be. */
  readonly key?: SigningKey | undefined;
  readonly faults?: readonly FaultRule[] | undefined;
  /** 127.0.0.1 unless given. */
  readonly host?: string | undefined;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface SandboxServer {
  readonly url: string;
  /** Answers what was asked, for a second at most, and ends. */
  close(): Promise<void>;
}

const refusal = (status: number): Outgoing => ({ status, text: '{}' });
const graceMs = 1000;

/** Answers questions as a centre would, over HTTP. */
class Desk {
  readonly #options: SandboxServerOptions;
  readonly #plan: FaultPlan;
  readonly #nonces = new Nonces(2 * usualToleranceMs);

  constructor(options: SandboxServerOptions) {
    this.#options = options;
    this.#plan = new FaultPlan(options.sandbox.world.seed, options.faults ?? []);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { answer, rule } = await this.#reply(request);
    sendFaulty(response, answer, rule);
  }

  async #reply(request: IncomingMessage): Promise<{ answer: Outgoing; rule?: FaultRule | undefined }> {
    const body = await readBody(request);
    const { method = '', url: path = '/' } = request;
    if (!body) return { answer: { ...refusal(413), headers: { connection: 'close' } } };
    if (path === controlPath) {
      return { answer: isLoopback(request) ? steerFaults(this.#plan, request, body) : refusal(404) };
    }
    if (!this.#isSigned(request, method, path, body)) return { answer: refusal(401) };
    const { sandbox, mapping } = this.#options;
    const question = readQuestion(mapping, { method, path, headers: request.headers, body: body.toString() });
    if (!question) return { answer: refusal(404) };
    const rule = this.#plan.next(question.name);
    return { answer: fundAnswer(sandbox, mapping, question, rule?.fault), rule };
  }

  #isSigned({ headers }: IncomingMessage, method: string, path: string, body: Buffer): boolean {
    const { key } = this.#options;
    if (!key) return true;
    const now = Date.now();
    const secretOf = (id: string) => (id === key.id ? key.secret : undefined);
    if (signatureFault({ method, path, body }, headers, secretOf, now) !== undefined) return false;
    return this.#nonces.isNew(String(headers[signatureHeaders.nonce]), now);
  }
}

/** Starts a fund that is nobody's, for whoever asks over HTTP. @throws the error of listening, such as EADDRINUSE */
export const startSandboxServer = async (options: SandboxServerOptions): Promise<SandboxServer> => {
  const desk = new Desk(options);
  const server = createServer((request, response) => {
    desk.answer(request, response).catch((error: unknown) => {
      // A question that cannot be read is the asker's fault, and a connection that broke is nobody's.
      const status = error instanceof WireFault ? 400 : 500;
      if (!response.headersSent && !response.destroyed) send(response, refusal(status));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  const { address, port, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // What hangs on purpose would keep it for ever.
        setTimeout(() => server.closeAllConnections(), graceMs).unref();
      }),
  };
};
