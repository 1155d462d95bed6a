import { toInstant } from '../../../contract/shapes/text.ts';
import { HubStartError } from '../../hub-start-error.ts';
import type { OpenFund } from '../../ports/fund.ts';
import { fundMapping, fundSigningKey, fundTls } from './fund-files.ts';
import type { FundSettings } from './fund-settings.ts';
import { HttpFund } from './http/http-fund.ts';

const loopback = /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/;

/**
 * Opens the fund that the operator named. Its files are read now; it is first asked when somebody asks.
 * @throws {HubStartError} bad_fund: a file does not hold what it should; fund_in_clear: personal data would go unprotected
 */
export const openFund =
  (settings: FundSettings): OpenFund =>
  async (observer) => {
    const { fund, timeoutMs, concurrency, sandbox, inClear } = settings;
    if (fund === 'sandbox') {
      const { SandboxFund } = await import('./sandbox-fund.ts');
      return new SandboxFund({ ...sandbox, today: toInstant(Date.now()).slice(0, 10) });
    }
    const { protocol, hostname, origin } = new URL(fund);
    if (protocol !== 'https:' && !loopback.test(hostname) && !inClear) {
      throw new HubStartError('fund_in_clear', { url: origin });
    }
    const [mapping, key, tls] = await Promise.all([fundMapping(settings), fundSigningKey(settings), fundTls(settings)]);
    return new HttpFund({ url: fund, mapping, key, tls, timeoutMs, concurrency, observer });
  };
