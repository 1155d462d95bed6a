import { gzipSync } from 'node:zlib';
import type { FundFault } from '../../../src/domain/fund/fund-fault.ts';
import { secrets, zhao } from '../../support/fund.ts';
import { type Arrival, sendFaithfully } from './wire-server.ts';

export const json = { 'content-type': 'application/json' };

type Reply = (arrival: Arrival) => unknown;
export type Data = Record<string, unknown>;

/** A faithful answer but for some of its data. */
export const changed =
  (change: (data: Data & { MX: Data[] }) => void): Reply =>
  (arrival) => {
    const body = structuredClone(arrival.answer.body) as { data: Data & { MX: Data[] } };
    change(body.data);
    sendFaithfully({ response: arrival.response, answer: { status: 200, body } });
  };

const text =
  (content: string | Buffer, headers: Record<string, string | number> = json, status = 200): Reply =>
  ({ response }) =>
    response.writeHead(status, headers).end(content);

const repeat = async (work: () => boolean): Promise<void> => {
  while (work()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const million = Buffer.alloc(1_000_000, `{"${secrets[0]}":`);

/** What a fund can do to us, and in what state the question ends. `dropped`: we let go of the connection ourselves. */
export const faultReplies: Record<string, { reply: Reply; fault: FundFault; code?: string; dropped?: true }> = {
  'no answer at all': { reply: () => {}, fault: 'late', code: 'deadline', dropped: true },
  'headers, and then nothing': {
    reply: ({ response }) => response.writeHead(200, json).flushHeaders(),
    fault: 'late',
    code: 'deadline',
    dropped: true,
  },
  'a byte now and then': {
    reply: ({ response }) => {
      response.writeHead(200, json).write('{"code":"0","data":');
      return repeat(() => !response.destroyed && response.write(' '));
    },
    fault: 'late',
    code: 'deadline',
    dropped: true,
  },
  'half an answer, and then nothing': {
    reply: ({ response, answer }) => response.writeHead(200, json).write(JSON.stringify(answer.body).slice(0, 200)),
    fault: 'late',
    code: 'deadline',
    dropped: true,
  },
  'half an answer, and the end of the connection': {
    reply: ({ response, answer }) => {
      response.writeHead(200, { ...json, 'content-length': 5_000 }).write(JSON.stringify(answer.body).slice(0, 200));
      setImmediate(() => response.socket!.destroy());
    },
    fault: 'unreachable',
  },
  'half an answer in chunks, and the end of the connection': {
    reply: ({ response, answer }) => {
      response.writeHead(200, json).write(JSON.stringify(answer.body).slice(0, 200));
      setImmediate(() => response.socket!.destroy());
    },
    fault: 'unreachable',
  },
  'a reset': { reply: ({ request }) => request.socket.resetAndDestroy(), fault: 'unreachable' },
  'a hang-up': { reply: ({ request }) => request.socket.end(), fault: 'unreachable' },
  'status 500': { reply: text(secrets.join(), json, 500), fault: 'failing', code: 'status 500' },
  'status 500 without an end': {
    reply: ({ response }) => {
      response.writeHead(500, json).write('{');
      return repeat(() => !response.destroyed && response.write(' '));
    },
    fault: 'failing',
    code: 'status 500',
  },
  'status 502': { reply: text('<html>', { 'content-type': 'text/html' }, 502), fault: 'failing', code: 'status 502' },
  'status 503': { reply: text('{}', json, 503), fault: 'failing', code: 'status 503' },
  'status 429': { reply: text('{}', json, 429), fault: 'busy', code: 'status 429' },
  'status 401': { reply: text('{}', json, 401), fault: 'denied', code: 'status 401' },
  'status 403': { reply: text('{}', json, 403), fault: 'denied', code: 'status 403' },
  'a bare 404, as of a wrong address': {
    reply: text('Not Found', { 'content-type': 'text/plain' }, 404),
    fault: 'garbled',
    code: 'content-type',
  },
  'denied by its code': { reply: text('{"code":"2"}'), fault: 'denied', code: 'outcome' },
  'busy by its code': { reply: text('{"code":"3"}'), fault: 'busy', code: 'outcome' },
  'failing by its code': { reply: text('{"code":"9"}'), fault: 'failing', code: 'outcome' },
  'a code that was not agreed': { reply: text('{"code":"17"}'), fault: 'garbled', code: 'employee (code): code' },
  'a redirect': {
    reply: text('', { location: `http://127.0.0.1:9/${zhao.idNumber}` }, 302),
    fault: 'garbled',
    code: 'status 302',
  },
  'status 204': { reply: ({ response }) => response.writeHead(204).end(), fault: 'garbled', code: 'content-type' },
  'no text': { reply: text(''), fault: 'garbled', code: 'not JSON in UTF-8' },
  'no JSON': { reply: text(secrets.join('{')), fault: 'garbled', code: 'not JSON in UTF-8' },
  'JSON cut short': { reply: text('{"code":"0","data":{'), fault: 'garbled', code: 'not JSON in UTF-8' },
  'JSON that is no object': { reply: text('[[],null]'), fault: 'garbled' },
  'JSON nested beyond reason': { reply: text('['.repeat(500_000)), fault: 'garbled', code: 'not JSON in UTF-8' },
  HTML: {
    reply: text('<html></html>', { 'content-type': 'text/html' }),
    fault: 'garbled',
    code: 'content-type',
  },
  'no content type': { reply: text('{}', {}), fault: 'garbled', code: 'content-type' },
  'another encoding': {
    reply: text('{}', { 'content-type': 'application/json; charset=GBK' }),
    fault: 'garbled',
    code: 'content-type',
  },
  'bytes that are no UTF-8': {
    reply: text(Buffer.from([0x22, 0xc1, 0xf5, 0x22])),
    fault: 'garbled',
    code: 'not JSON in UTF-8',
  },
  'no HTTP': {
    reply: ({ response }) => response.socket!.end(`${secrets.join('\r\n')}\r\n\r\n`),
    fault: 'garbled',
    code: 'HTTPParserError',
  },
  'headers without end': {
    reply: ({ response }) => response.socket!.write(`HTTP/1.1 200 OK\r\nx-much: ${'y'.repeat(100_000)}\r\n`),
    fault: 'garbled',
    dropped: true,
  },
  'ten million bytes, announced': {
    reply: text('', { ...json, 'content-length': 10_000_000 }),
    fault: 'garbled',
    code: 'content-length',
    dropped: true,
  },
  'ten million bytes, in chunks': {
    reply: ({ response }) => {
      response.writeHead(200, json);
      for (let count = 0; count < 10; count++) response.write(million);
    },
    fault: 'garbled',
    code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE',
    dropped: true,
  },
  'a million values': {
    reply: text(`{"code":"0","data":[${'1,'.repeat(900_000)}1]}`),
    fault: 'garbled',
    code: 'too many values',
  },
  'a gzip bomb': {
    reply: text(gzipSync(Buffer.alloc(20_000_000)), { ...json, 'content-encoding': 'gzip' }),
    fault: 'garbled',
    code: 'content-encoding',
  },
  'a wrong code': {
    reply: changed((data) => {
      data.GRZHZT = secrets[0];
    }),
    fault: 'garbled',
    code: 'employee.state (GRZHZT): form',
  },
  'a missing field': {
    reply: changed((data) => {
      delete data.GRZHYE;
    }),
    fault: 'garbled',
    code: 'employee.balance (GRZHYE): missing',
  },
  'a number for text': {
    reply: changed((data) => {
      data.GRZHYE = 12;
    }),
    fault: 'garbled',
    code: 'employee.balance (GRZHYE): form',
  },
  'a part of a fen': {
    reply: changed((data) => {
      data.GRZHYE = '12.345';
    }),
    fault: 'garbled',
    code: 'employee.balance (GRZHYE): form',
  },
  'a day that is none': {
    reply: changed((data) => {
      data.KHRQ = '20260231';
    }),
    fault: 'garbled',
    code: 'employee.openedOn (KHRQ): form',
  },
  'another account': {
    reply: changed((data) => {
      data.GRZH = secrets[2]!.replace(/1$/, '7');
    }),
    fault: 'garbled',
    code: 'employee.account: other',
  },
};
