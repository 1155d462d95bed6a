import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { expectNoNumberBelow } from '../../support/personal-numbers.ts';
import { type Ended, freshFolder, type Running, run, start, until } from './program.ts';

/** A hub as `serve` runs it, and the program talking to it. */
export interface TestHub {
  url: string;
  dataDir: string;
  running: Running;
  adminToken: string;
  /** Runs a command at this hub, as its admin unless `env` says otherwise. */
  run(args: readonly string[], options?: { env?: Record<string, string>; input?: string | Buffer }): Promise<Ended>;
  /** Runs a command with --json and reads its document. */
  json<S extends z.ZodType>(shape: S, args: readonly string[], env?: Record<string, string>): Promise<z.output<S>>;
  /** Asks it to end as an operator does. @returns the exit code */
  end(): Promise<number | null>;
}

const FirstLine = z.object({ url: z.string(), pid: z.number(), dataDir: z.string() });

/** `serve --json` on a free port, ready when its first line is there. */
export const startServe = async (
  options: { dataDir?: string; port?: string; args?: string[]; env?: Record<string, string> } = {},
): Promise<TestHub> => {
  const dataDir = options.dataDir ?? path.join(freshFolder(), 'data');
  const args = [
    'serve',
    '--data',
    dataDir,
    '--port',
    options.port ?? '0',
    '--json',
    '--log',
    'debug',
    ...(options.args ?? []),
  ];
  const started = start(args, options.env);
  // However it ends: what it leaves behind holds no citizen's number.
  const ended = started.ended.then((how) => {
    expectNoNumberBelow(dataDir);
    return how;
  });
  const running: Running = { ...started, ended };
  let failed: Ended | undefined;
  void running.ended.then((ended) => {
    failed = ended;
  });
  await until(() => {
    if (failed) throw new Error(`serve ended: ${JSON.stringify(failed)}`);
    return running.stdout().includes('\n');
  }, 'the hub is up');
  const { url } = FirstLine.parse(JSON.parse(running.stdout().split('\n')[0] ?? ''));
  const adminToken = readFileSync(path.join(dataDir, 'admin.token'), 'utf8').trim();
  const at = (env: Record<string, string> = {}) => ({ EXPERT_SEAT_HUB: url, EXPERT_SEAT_TOKEN: adminToken, ...env });
  return {
    url,
    dataDir,
    running,
    adminToken,
    run: (command, { env, input } = {}) => run(command, { env: at(env), ...(input !== undefined && { input }) }),
    json: async (shape, command, env) => {
      const ended = await run([...command, '--json'], { env: at(env) });
      if (ended.code !== 0) throw new Error(`${command.join(' ')} → ${ended.code}: ${ended.stderr}`);
      return shape.parse(JSON.parse(ended.stdout));
    },
    end: async () => {
      running.child.kill('SIGTERM');
      return (await running.ended).code;
    },
  };
};

export const WithToken = z.object({ user: z.object({ id: z.string(), name: z.string() }), token: z.string() });
export const CallAndTicket = z.object({
  call: z.object({ id: z.string(), state: z.string(), phone: z.string() }),
  ticket: z.object({ number: z.string(), state: z.string() }),
});

/** A new user's token as the environment of their commands. */
export const signedInAs = async (hub: TestHub, name: string, role: string): Promise<Record<string, string>> => {
  const { token } = await hub.json(WithToken, ['users', 'add', name, '--role', role]);
  return { EXPERT_SEAT_TOKEN: token };
};

export const oneCall = [
  '--phone',
  '13800001000',
  '--name',
  '刘女士',
  '--domain',
  'gongjijin',
  '--question',
  '怎么提取',
];

/** Hands a call over. */
export const handOver = (hub: TestHub, extra: readonly string[] = []): Promise<z.output<typeof CallAndTicket>> =>
  hub.json(CallAndTicket, ['calls', 'transfer', ...oneCall, ...extra]);

/** The error document of a command that failed with --json. */
export const errorOf = ({ stderr }: Ended): { code: string; message: string; hint?: string; details?: unknown } =>
  z
    .object({
      error: z.object({
        code: z.string(),
        message: z.string(),
        hint: z.string().optional(),
        details: z.unknown().optional(),
      }),
    })
    .parse(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).error;
