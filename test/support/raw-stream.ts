import http from 'node:http';
import { onTestFinished } from 'vitest';
import { until } from './line.ts';

/** One SSE message as it came: its fields, without any client's reading of them. */
export interface Frame {
  id?: string;
  event?: string;
  data?: string;
  comment?: string;
}

export interface RawStream {
  /** Everything that came so far. */
  text(): string;
  frames(): Frame[];
  /** Places of the `line` events that came so far. */
  places(): number[];
  /** Stops and goes on taking what the hub sends. */
  pause(): void;
  resume(): void;
  /** Whether the other side ended or cut the connection. */
  ended(): boolean;
  /** The `count`-th frame that holds for `which`. */
  frame(which: (frame: Frame) => boolean, count?: number): Promise<Frame>;
  close(): void;
}

const frameOf = (block: string): Frame =>
  Object.fromEntries(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return colon === 0 ? ['comment', line.slice(1)] : [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );

/** The hub's live stream as bytes, read or left unread as the test wants. Closed after the test. */
export const rawStream = async (
  url: string,
  token: string,
  options: { lastEventId?: string; seat?: boolean; paused?: boolean } = {},
): Promise<RawStream> => {
  let text = '';
  let ended = false;
  const headers = {
    authorization: `Bearer ${token}`,
    ...(options.lastEventId !== undefined && { 'last-event-id': options.lastEventId }),
  };
  const request = http.get(`${url}/events${options.seat ? '?seat=true' : ''}`, { headers, agent: false });
  onTestFinished(() => void request.destroy());
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  response.setEncoding('utf8');
  if (options.paused) response.pause();
  response.on('data', (chunk) => {
    text += chunk;
  });
  if (options.paused) response.pause();
  for (const over of ['end', 'close', 'aborted', 'error']) {
    response.on(over, () => {
      ended = true;
    });
  }
  request.on('error', () => {
    ended = true;
  });
  const frames = (): Frame[] => text.split('\n\n').slice(0, -1).map(frameOf);
  return {
    text: () => text,
    frames,
    places: () => frames().flatMap(({ event, id }) => (event === 'line' ? [Number(id)] : [])),
    pause: () => void response.pause(),
    resume: () => void response.resume(),
    ended: () => ended,
    frame: async (which, count = 1) =>
      (await until(frames, (all) => all.filter(which).length >= count)).filter(which)[count - 1]!,
    close: () => void request.destroy(),
  };
};
