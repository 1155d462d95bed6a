import { exitCode } from '../../contract/exit-code.ts';
import { HubStartError, type HubStartFault } from '../../hub/hub-start-error.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { WordKey } from '../words/words.ts';

const exits: Record<HubStartFault, number> = {
  data_dir_in_use: exitCode.conflict,
  port_in_use: exitCode.conflict,
  not_loopback: exitCode.usage,
  bad_address: exitCode.usage,
  bad_data_dir: exitCode.refusedInput,
  bad_tls: exitCode.refusedInput,
  bad_fund: exitCode.refusedInput,
  fund_in_clear: exitCode.usage,
  store_unreachable: exitCode.unreachable,
  store_newer: exitCode.unreachable,
  bad_store_key: exitCode.refusedInput,
  other_store_key: exitCode.refusedInput,
};

const hints = {
  data_dir_in_use: 'hub.data_dir_in_use.hint',
  port_in_use: 'hub.port_in_use.hint',
  not_loopback: 'hub.not_loopback.hint',
  bad_fund: 'hub.bad_fund.hint',
  fund_in_clear: 'hub.fund_in_clear.hint',
  store_newer: 'hub.store_newer.hint',
  other_store_key: 'hub.other_store_key.hint',
} as const satisfies Partial<Record<HubStartFault, WordKey>>;

const hasHint = (code: HubStartFault): code is keyof typeof hints => code in hints;

const nothing = {
  dataDir: '',
  pid: '',
  host: '',
  port: '',
  reason: '',
  store: '',
  found: '',
  known: '',
  file: '',
  place: '',
  url: '',
};

/** Why a hub did not start, in words; anything else as it came. */
export const hubStartFailure = ({ say, language }: Pick<Context, 'say' | 'language'>, error: unknown): unknown => {
  if (!(error instanceof HubStartError)) return error;
  const { code } = error;
  // Why a file does not fit comes in both languages, from whoever judged it.
  const { reasonInChinese, ...details } = error.details;
  const inChinese = language === 'zh-CN' && reasonInChinese !== undefined ? { reason: reasonInChinese } : {};
  return new Failure(code, exits[code], say(`hub.${code}`, { ...nothing, ...details, ...inChinese }), {
    hint: hasHint(code) ? say(hints[code]) : undefined,
    details,
    cause: error,
  });
};
