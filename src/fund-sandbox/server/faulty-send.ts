import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultName, FaultRule } from './fault.ts';

/** An answer as it would go out. */
export interface Outgoing {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = 'application/json; charset=utf-8';
const hugeBytes = 10 * 1024 * 1024;
const usualMilliseconds = { slow: 3000, drip: 250, '429': 1000 } as const;

export const send = (response: ServerResponse, { status, text, headers }: Outgoing): void => {
  response.writeHead(status, { 'content-type': json, 'content-length': Buffer.byteLength(text), ...headers }).end(text);
};

const drip = async (response: ServerResponse, { status, text }: Outgoing, milliseconds: number): Promise<void> => {
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'content-type': json, 'content-length': bytes.length });
  for (let at = 0; at < bytes.length && !response.destroyed; at++) {
    response.write(bytes.subarray(at, at + 1));
    await wait(milliseconds, undefined, { ref: false });
  }
  response.end();
};

/** How each fault that is not of the answer's content goes out. */
type Sending = Exclude<FaultName, 'wrong-code' | 'missing-field' | 'wrong-account'>;
const sendings: Record<Sending, (response: ServerResponse, answer: Outgoing, milliseconds: number) => void> = {
  slow: (response, answer, milliseconds) => {
    setTimeout(() => send(response, answer), milliseconds).unref();
  },
  drip: (response, answer, milliseconds) => void drip(response, answer, milliseconds),
  hang: () => {},
  reset: (response) => response.socket?.resetAndDestroy(),
  '500': (response) => send(response, { status: 500, text: '{}' }),
  '503': (response) => send(response, { status: 503, text: '{}' }),
  '429': (response, _answer, milliseconds) =>
    send(response, { status: 429, text: '{}', headers: { 'retry-after': String(Math.ceil(milliseconds / 1000)) } }),
  garbage: (response) => send(response, { status: 200, text: '<html><body>系统维护中</body></html>' }),
  half: (response, { status, text }) => send(response, { status, text: text.slice(0, text.length / 2) }),
  huge: (response) => send(response, { status: 200, text: JSON.stringify({ data: 'x'.repeat(hugeBytes) }) }),
  empty: (response) => send(response, { status: 200, text: '' }),
};

const isSending = (fault: FaultName): fault is Sending => fault in sendings;

/** Sends an answer, with the fault that happens to it; a fault of its content has already happened. */
export const sendFaulty = (response: ServerResponse, answer: Outgoing, rule: FaultRule | undefined): void => {
  if (!rule || !isSending(rule.fault)) {
    send(response, answer);
    return;
  }
  const { fault, milliseconds } = rule;
  const usual: Partial<Record<Sending, number>> = usualMilliseconds;
  sendings[fault](response, answer, milliseconds ?? usual[fault] ?? 0);
};
