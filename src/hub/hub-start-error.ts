export type HubStartFault =
  | 'data_dir_in_use'
  | 'bad_data_dir'
  | 'not_loopback'
  | 'port_in_use'
  | 'bad_address'
  | 'bad_tls'
  | 'store_unreachable'
  | 'store_newer'
  | 'bad_fund'
  | 'fund_in_clear'
  | 'bad_store_key'
  | 'other_store_key';

/** The hub could not start. `details` hold what the operator needs: pid, address, path, reason. */
export class HubStartError extends Error {
  readonly code: HubStartFault;
  readonly details: Record<string, string | number>;

  constructor(code: HubStartFault, details: Record<string, string | number>, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, { cause });
    this.name = 'HubStartError';
    this.code = code;
    this.details = details;
  }
}
