import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LineEvent } from '../../src/contract/live-event.ts';
import { handOver, startServe, type TestHub } from './support/hub.ts';
import { endAfterTest, type Running, run, start, until } from './support/program.ts';

let hub: TestHub = await startServe();
afterAll(() => hub.end());

const watch = (...args: string[]): Running => {
  const running = start(['calls', 'watch', ...args], { EXPERT_SEAT_HUB: hub.url, EXPERT_SEAT_TOKEN: hub.adminToken });
  endAfterTest(running);
  return running;
};
const connected = (running: Running, times = 1) =>
  until(() => running.stderr().split('已连接').length > times, `connected ${times} times`);
const eventsOf = (running: Running) =>
  running
    .stdout()
    .split('\n')
    .slice(0, -1)
    .map((line) => LineEvent.parse(JSON.parse(line)));

describe('calls watch', () => {
  it('misses nothing over a restart of the hub, and ends on Ctrl-C with 130', async () => {
    const running = watch();
    await connected(running);
    const { call } = await handOver(hub);
    await until(() => eventsOf(running).some(({ subject }) => subject === call.id), 'the first call');

    const { dataDir } = hub;
    const { port } = new URL(hub.url);
    expect(await hub.end()).toBe(0);
    await until(() => running.stderr().includes('连接中断'), 'the loss is told');
    hub = await startServe({ dataDir, port });
    const { call: second } = await handOver(hub);
    await until(() => eventsOf(running).some(({ subject }) => subject === second.id), 'the call after the restart');
    const seqs = eventsOf(running).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, at) => seqs[0]! + at));

    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
  });

  it('ends by itself after so many events or seconds, and resumes where it is told', async () => {
    await handOver(hub);
    const [counted, timed] = await Promise.all([
      watch('--count', '2', '--after', '0').ended,
      watch('--for', '0.2').ended,
    ]);
    expect(counted.code).toBe(0);
    expect(
      counted.stdout
        .trim()
        .split('\n')
        .map((line) => z.object({ seq: z.number() }).parse(JSON.parse(line)).seq),
    ).toEqual([1, 2]);
    expect(timed).toMatchObject({ code: 0, stdout: '' });
  });

  it('ends quietly when its reader goes away', async () => {
    const running = watch();
    await connected(running);
    running.child.stdout?.destroy();
    await handOver(hub);
    await handOver(hub);
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|Error| at /);
  });

  it('says at once when there is no hub or no sign-in, or an option is wrong', async () => {
    const [gone, stranger, wrong] = await Promise.all([
      run(['calls', 'watch'], { env: { EXPERT_SEAT_HUB: 'http://127.0.0.1:9', EXPERT_SEAT_TIMEOUT: '200' } }),
      run(['calls', 'watch'], { env: { EXPERT_SEAT_HUB: hub.url, EXPERT_SEAT_TOKEN: 'es_nobody' } }),
      run(['calls', 'watch', '--count', '-1']),
    ]);
    expect([gone.code, stranger.code, wrong.code]).toEqual([6, 5, 7]);
  });
});
