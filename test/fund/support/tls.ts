import { readFileSync } from 'node:fs';
import path from 'node:path';

export const tlsFile = (name: string): string => path.join(import.meta.dirname, '../../fixtures/fund-tls', name);
const read = (name: string): string => readFileSync(tlsFile(name), 'utf8');

/** Who vouches for the fund and for the hub. */
export const authority = read('authority.pem');
export const fundCertificate = { cert: read('fund.pem'), key: read('fund.key') };
export const hubCertificate = { cert: read('hub.pem'), key: read('hub.key') };
/** Of an authority that the fund does not know. */
export const strangerCertificate = { cert: read('stranger.pem'), key: read('stranger.key') };
