import { exitCode } from '../../contract/exit-code.ts';
import { type FaultRule, faultNames, parseFault } from '../../fund-sandbox/server/fault.ts';
import { startSandboxServer } from '../../fund-sandbox/server/start-server.ts';
import { operationNames } from '../../fund-wire/operations.ts';
import { fundMapping, fundSigningKey } from '../../hub/adapters/fund/fund-files.ts';
import { askedToEnd } from '../asked-to-end.ts';
import type { Context } from '../context.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { Failure } from '../failure.ts';
import { portOf } from '../input/port.ts';
import { jsonLine } from '../output/json.ts';
import { writeOut } from '../output/stdout.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { hubStartFailure } from '../serve/hub-start-failure.ts';
import { wrongUsage } from '../usage-failure.ts';
import { type SandboxGiven, sandboxOf } from './sandbox-of.ts';

interface ServeOptions extends SandboxGiven {
  port?: string;
  host?: string;
  mapping?: string;
  keyId?: string;
  secretFile?: string;
  fault?: string[];
}

const usualPort = 7346;

const faultsOf = ({ say }: Context, texts: readonly string[]): FaultRule[] =>
  texts.map((text) => {
    const rule = parseFault(text);
    if (!rule)
      throw wrongUsage(
        say('fund-sandbox.bad-fault', {
          fault: text,
          known: faultNames.join(' '),
          operations: operationNames.join(' '),
        }),
      );
    return rule;
  });

/** In whose names and codes it speaks, and how it knows who asks: as a hub that asks it reads the same files. */
const wireOf = async (context: Context, { mapping: mappingFile, keyId, secretFile }: ServeOptions) => {
  if ((keyId === undefined) !== (secretFile === undefined)) throw wrongUsage(context.say('fund-sandbox.key-pair'));
  const signing = keyId !== undefined && secretFile !== undefined ? { keyId, secretFile } : undefined;
  try {
    const [mapping, key] = await Promise.all([fundMapping({ mappingFile }), fundSigningKey({ signing })]);
    return { mapping, key };
  } catch (error) {
    throw hubStartFailure(context, error);
  }
};

/** The port is taken, or the address is none of this machine; anything else as it came. */
const startFailure = ({ say }: Context, host: string, port: number, error: unknown): unknown => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const details = { host, port };
  if (code === 'EADDRINUSE')
    return new Failure('port_in_use', exitCode.conflict, say('hub.port_in_use', details), {
      hint: say('hub.port_in_use.hint'),
      details,
    });
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EACCES'].includes(code))
    return new Failure('bad_address', exitCode.usage, say('hub.bad_address', { ...details, reason: code }), {
      details,
    });
  return error;
};

/** `fund-sandbox`: a fund of nobody's on a port, until it is asked to end. */
export const serveSandbox: Work<[], ServeOptions> = async (context, _args, options) => {
  const { say } = context;
  const { host = '127.0.0.1' } = options;
  const port = portOf(context, options.port, usualPort);
  const faults = faultsOf(context, options.fault ?? []);
  const sandbox = sandboxOf(context, options);
  const { mapping, key } = await wireOf(context, options);
  handleSignalsMyself();
  const end = askedToEnd();
  const server = await startSandboxServer({ sandbox, mapping, key, faults, host, port }).catch((error: unknown) => {
    throw startFailure(context, host, port, error);
  });
  const { today, people, seed } = sandbox;
  await writeOut(
    context.json
      ? jsonLine({ url: server.url, pid: process.pid, seed, people, today })
      : `${say('fund-sandbox.up')}\n${facts([
          [say('serve.up.url'), server.url],
          [say('fund-sandbox.up.seed'), String(seed)],
          [say('fund-sandbox.up.people'), String(people)],
          [say('fund-sandbox.up.today'), today],
          [say('fund-sandbox.up.whom'), `expert-seat fund-sandbox people --seed ${seed} --today ${today}`],
          [say('serve.up.end'), say('serve.up.end.how')],
        ])}`,
  );
  await end;
  await server.close();
  return undefined;
};
