import type { FundSettings } from '../../hub/adapters/fund/fund-settings.ts';
import type { OpenFund } from '../../hub/ports/fund.ts';
import type { Context } from '../context.ts';
import { wrongUsage } from '../usage-failure.ts';

/** What the command line says of the fund, before it is judged. */
export interface FundOptions {
  fund?: string;
  fundMapping?: string;
  fundKeyId?: string;
  fundSecretFile?: string;
  fundCert?: string;
  fundCertKey?: string;
  fundCa?: string;
  fundTimeout?: string;
  fundConcurrency?: string;
  fundInClear?: boolean;
  fundSeed?: string;
  fundPeople?: string;
}

type TextOption = Exclude<keyof FundOptions, 'fundInClear'>;

const textOptions = [
  'fund',
  'fundMapping',
  'fundKeyId',
  'fundSecretFile',
  'fundCert',
  'fundCertKey',
  'fundCa',
  'fundTimeout',
  'fundConcurrency',
  'fundSeed',
  'fundPeople',
] as const satisfies readonly TextOption[];

const words = (option: TextOption): string[] => option.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
const flagOf = (option: TextOption): string => `--${words(option).join('-')}`;
const variableOf = (option: TextOption): string => `EXPERT_SEAT_${words(option).join('_').toUpperCase()}`;

/** Each option as given, else by its variable; an empty variable is as good as none. */
const chosen = (options: FundOptions): Partial<Record<TextOption, string>> =>
  Object.fromEntries(
    textOptions.flatMap((option) => {
      const value = options[option] ?? (process.env[variableOf(option)] || undefined);
      return value === undefined ? [] : [[option, value]];
    }),
  );

const isAddress = (text: string): boolean => {
  if (text === 'sandbox') return true;
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
};

/**
 * The fund that a hub is to ask; undefined when nobody named one.
 * @throws {Failure} exit 2 for options that do not fit
 */
const fundSettings = ({ say }: Pick<Context, 'say'>, options: FundOptions): FundSettings | undefined => {
  const given = chosen(options);
  const { fund, fundMapping, fundKeyId, fundSecretFile, fundCert, fundCertKey, fundCa } = given;
  const inClear = options.fundInClear ?? /^(1|true|yes|on)$/i.test(process.env.EXPERT_SEAT_FUND_IN_CLEAR ?? '');
  if (fund === undefined) {
    if (Object.keys(given).length > 0 || options.fundInClear) throw wrongUsage(say('serve.fund-needed'));
    return undefined;
  }
  if (!isAddress(fund)) throw wrongUsage(say('serve.bad-fund'));
  if ((fundKeyId === undefined) !== (fundSecretFile === undefined)) throw wrongUsage(say('serve.fund-key-pair'));
  if ((fundCert === undefined) !== (fundCertKey === undefined)) throw wrongUsage(say('serve.fund-cert-pair'));
  const number = (option: TextOption, least: number, most: number): number | undefined => {
    const text = given[option];
    if (text === undefined) return undefined;
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw wrongUsage(say('serve.bad-fund-number', { option: flagOf(option), least, most }));
  };
  return {
    fund,
    mappingFile: fundMapping,
    signing: fundKeyId && fundSecretFile ? { keyId: fundKeyId, secretFile: fundSecretFile } : undefined,
    certificate: fundCert && fundCertKey ? { certFile: fundCert, keyFile: fundCertKey } : undefined,
    caFile: fundCa,
    timeoutMs: number('fundTimeout', 100, 60_000),
    concurrency: number('fundConcurrency', 1, 100),
    inClear,
    sandbox: { seed: number('fundSeed', 0, 0xffff_ffff), people: number('fundPeople', 1, 1_000_000) },
  };
};

/** Opens that fund when the hub starts; nothing when nobody named one. @throws {Failure} exit 2 for options that do not fit */
export const fundToAsk = async (context: Pick<Context, 'say'>, options: FundOptions): Promise<OpenFund | undefined> => {
  const settings = fundSettings(context, options);
  return settings && (await import('../../hub/adapters/fund/open-fund.ts')).openFund(settings);
};
