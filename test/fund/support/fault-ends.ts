import type { FundFault } from '../../../src/domain/fund/fund-fault.ts';
import type { FaultName } from '../../../src/fund-sandbox/server/fault.ts';

/** In what each fault of the sandbox's server ends for who asks it. */
export const faultEnds: Record<FaultName, FundFault> = {
  slow: 'late',
  drip: 'late',
  hang: 'late',
  reset: 'unreachable',
  '500': 'failing',
  '503': 'failing',
  '429': 'busy',
  garbage: 'garbled',
  half: 'garbled',
  huge: 'garbled',
  'wrong-code': 'garbled',
  'missing-field': 'garbled',
  'wrong-account': 'garbled',
  empty: 'garbled',
};
