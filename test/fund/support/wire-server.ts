import { createServer as createHttp, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { FundMapping } from '../../../src/fund-wire/mapping.ts';
import type { Answer, OperationName } from '../../../src/fund-wire/operations.ts';
import { type ReceivedQuestion, readQuestion } from '../../../src/fund-wire/question.ts';
import { type WireAnswer, writeAnswer } from '../../../src/fund-wire/write-answer.ts';
import type { FundPort } from '../../../src/hub/ports/fund.ts';

/** A question that arrived, and what a faithful fund would answer. */
export interface Arrival {
  readonly request: IncomingMessage;
  readonly received: ReceivedQuestion;
  readonly response: ServerResponse;
  readonly name: OperationName;
  readonly answer: WireAnswer;
}

/** Sends an answer as it is. */
export const sendFaithfully = ({ response, answer }: Pick<Arrival, 'response' | 'answer'>): void => {
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
};

const answerOf = async (fund: FundPort, asked: NonNullable<ReturnType<typeof readQuestion>>): Promise<unknown> => {
  const request = { id: 'wire-server' };
  switch (asked.name) {
    case 'identity':
      return fund.identity(asked.question.idNumber, request);
    case 'employer-identity':
      return fund.employerIdentity(asked.question.account, request);
    case 'employee':
      return fund.employee(asked.question.account, request);
    case 'contributions':
      return fund.contributions(asked.question.account, asked.question, request);
    case 'employer':
      return fund.employer(asked.question.account, request);
    case 'employer-contributions':
      return fund.employerContributions(asked.question.account, asked.question, request);
    case 'loan-progress':
      return fund.loanProgress(asked.question.account, request);
    case 'loans':
      return fund.loans(asked.question.account, request);
    case 'repayments':
      return fund.repayments(asked.question.account, request);
    case 'online-applications':
      return fund.onlineApplications(asked.question.account, request);
  }
};

export interface WireServer {
  readonly url: string;
  /** Every request so far, in order. */
  readonly arrivals: Arrival[];
  /** Connections that are open now. */
  readonly connections: () => number;
}

export interface WireServerOptions {
  readonly fund: FundPort;
  readonly mapping: FundMapping;
  readonly basePath?: string;
  readonly tls?: ServerOptions;
  /** Answers in its own way; faithfully unless given. */
  readonly reply?: (arrival: Arrival, count: number) => unknown;
}

/** A fund on loopback that speaks a mapping's wire. Gone after the test. */
export const wireServer = async (options: WireServerOptions): Promise<WireServer> => {
  const { fund, mapping, basePath = '', tls, reply = sendFaithfully } = options;
  const arrivals: Arrival[] = [];
  const listener: RequestListener = async (request, response) => {
    response.on('error', () => {});
    const body = (await buffer(request)).toString();
    const received = {
      method: request.method!,
      path: request.url!.slice(basePath.length),
      headers: request.headers,
      body,
    };
    const asked = readQuestion(mapping, received);
    if (!asked) {
      response.writeHead(404).end();
      return;
    }
    const answer = (await answerOf(fund, asked)) as Answer;
    const arrival = {
      request,
      received: { ...received, path: request.url! },
      response,
      name: asked.name,
      answer: writeAnswer(mapping, asked.name, asked.question as never, answer as never),
    };
    arrivals.push(arrival);
    await reply(arrival, arrivals.length);
  };
  const server = tls ? createHttps(tls, listener) : createHttp(listener);
  let open = 0;
  server.on('connection', (socket) => {
    open += 1;
    socket.on('error', () => {});
    socket.on('close', () => {
      open -= 1;
    });
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}${basePath}`, arrivals, connections: () => open };
};
