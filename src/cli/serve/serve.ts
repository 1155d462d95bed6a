import path from 'node:path';
import * as z from 'zod';
import { SettingsChange } from '../../contract/shapes/settings.ts';
import type { Settings } from '../../domain/settings.ts';
import { askedToEnd } from '../asked-to-end.ts';
import type { Context } from '../context.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { tokenFiles } from '../hub/local-token.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';
import { refused } from '../input/checked.ts';
import { portOf } from '../input/port.ts';
import { check } from '../input/problems.ts';
import { jsonLine } from '../output/json.ts';
import { writeOut } from '../output/stdout.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { version } from '../version.ts';
import { type FundOptions, fundToAsk } from './fund-options.ts';
import { hubStartFailure } from './hub-start-failure.ts';

interface ServeOptions extends FundOptions {
  port?: string;
  host?: string;
  store?: string;
  tlsCert?: string;
  tlsKey?: string;
  behindProxy?: boolean;
  log?: string;
  distribution?: string;
  offer?: string;
  wrapUp?: string;
  callLease?: string;
  liveLease?: string;
}

const defaultPort = 7345;
const LogLevel = z.enum(['silent', 'error', 'warn', 'info', 'debug']);

/** Which option names which of the hotline's settings. */
const settingOptions = {
  distribution: 'distribution',
  offerSeconds: 'offer',
  wrapUpSeconds: 'wrap-up',
  callLeaseSeconds: 'call-lease',
  liveLeaseSeconds: 'live-lease',
} as const;

const numeric = (text: string | undefined): unknown => (text !== undefined && /^\d+$/.test(text) ? Number(text) : text);

const settingsOf = (context: Context, options: ServeOptions): Partial<Settings> => {
  const result = check(
    SettingsChange,
    {
      distribution: options.distribution,
      offerSeconds: numeric(options.offer),
      wrapUpSeconds: numeric(options.wrapUp),
      callLeaseSeconds: numeric(options.callLease),
      liveLeaseSeconds: numeric(options.liveLease),
    },
    context,
  );
  if (result.ok) return result.value;
  const named: Record<string, string> = settingOptions;
  throw refused(
    context,
    result.problems.map(({ field, problem }) => ({ field: named[field] ?? field, problem })),
  );
};

const startOptions = (context: Context, options: ServeOptions) => {
  const { say, dataDir } = context;
  const env = process.env;
  if ((options.tlsCert === undefined) !== (options.tlsKey === undefined)) throw wrongUsage(say('serve.tls-pair'));
  const tls = options.tlsCert && options.tlsKey ? { cert: options.tlsCert, key: options.tlsKey } : undefined;
  const store = options.store ?? (env.EXPERT_SEAT_STORE || undefined);
  if (store !== undefined && !/^postgres(ql)?:\/\//.test(store)) throw wrongUsage(say('serve.bad-store'));
  const log = LogLevel.safeParse(options.log ?? (env.EXPERT_SEAT_LOG || 'info'));
  if (!log.success) throw wrongUsage(say('serve.bad-log'));
  return {
    dataDir,
    port: portOf(context, options.port ?? (env.EXPERT_SEAT_PORT || undefined), defaultPort),
    host: options.host ?? (env.EXPERT_SEAT_HOST || undefined),
    store,
    tls,
    behindProxy: options.behindProxy,
    settings: settingsOf(context, options),
    logLevel: log.data,
    version,
  };
};

/** `serve`: a hub, until it is asked to end. What is under way is finished first. */
export const serve: Work<[], ServeOptions> = async (context, _args, options) => {
  const { say } = context;
  const wanted = startOptions(context, options);
  const fund = await fundToAsk(context, options);
  handleSignalsMyself();
  const end = askedToEnd();
  const { startHub } = await import('../../hub/start-hub.ts');
  const hub = await startHub({ ...wanted, fund, knowledge: await shippedKnowledge() }).catch((error: unknown) => {
    throw hubStartFailure(context, error);
  });
  await writeOut(
    context.json
      ? jsonLine({ url: hub.url, pid: process.pid, dataDir: hub.dataDir })
      : `${say('serve.up')}\n${facts([
          [say('serve.up.url'), hub.url],
          [say('serve.up.data'), hub.dataDir],
          [say('serve.up.token'), path.join(hub.dataDir, tokenFiles.admin)],
          [say('serve.up.end'), say('serve.up.end.how')],
        ])}`,
  );
  await end;
  await hub.close();
  return undefined;
};
