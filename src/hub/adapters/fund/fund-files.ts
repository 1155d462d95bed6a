import { createSecretKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { type FundMapping, readMapping } from '../../../fund-wire/mapping.ts';
import { shippedMappingFile } from '../../../fund-wire/shipped-mapping.ts';
import type { SigningKey } from '../../../fund-wire/signature.ts';
import { HubStartError } from '../../hub-start-error.ts';
import type { FundSettings } from './fund-settings.ts';
import type { FundTls } from './http/http-fund.ts';

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new HubStartError('bad_fund', { place: file, reason: code }, cause);
  }
};

/** @throws {HubStartError} bad_fund with the file, the line and what is expected there */
export const fundMapping = async ({ mappingFile }: Pick<FundSettings, 'mappingFile'>): Promise<FundMapping> => {
  const file = mappingFile ?? shippedMappingFile();
  if (file === undefined)
    throw new HubStartError('bad_fund', { place: 'fund-mapping/jgj-t-320.yaml', reason: 'ENOENT' });
  const { mapping, faults } = readMapping(await textOf(file));
  if (mapping) return mapping;
  const [first] = faults;
  const { field = '', reason = '', reasonInChinese } = first?.details ?? {};
  const said = (words: string): string => (field ? `${field}: ${words}` : words);
  throw new HubStartError('bad_fund', {
    place: `${file}:${first?.line ?? 1}`,
    reason: said(reason),
    ...(reasonInChinese !== undefined && { reasonInChinese: said(reasonInChinese) }),
  });
};

/** Shorter secrets can be guessed. Bytes. */
const shortestSecret = 16;

/** @throws {HubStartError} bad_fund */
export const fundSigningKey = async ({ signing }: Pick<FundSettings, 'signing'>): Promise<SigningKey | undefined> => {
  if (!signing) return undefined;
  const { keyId: id, secretFile } = signing;
  const secret = Buffer.from((await textOf(secretFile)).trim());
  if (secret.length >= shortestSecret) return { id, secret: createSecretKey(secret) };
  throw new HubStartError('bad_fund', {
    place: secretFile,
    reason: `a secret has at least ${shortestSecret} bytes`,
    reasonInChinese: `密钥不应少于 ${shortestSecret} 字节`,
  });
};

/** @throws {HubStartError} bad_fund */
export const fundTls = async ({
  certificate,
  caFile,
}: Pick<FundSettings, 'certificate' | 'caFile'>): Promise<FundTls> => {
  const tls: FundTls = {
    ...(certificate && { cert: await textOf(certificate.certFile), key: await textOf(certificate.keyFile) }),
    ...(caFile !== undefined && { ca: await textOf(caFile) }),
  };
  try {
    createSecureContext({ ...tls });
    // The context takes whatever it is given for authorities, and then trusts nobody.
    if (tls.ca !== undefined) new X509Certificate(tls.ca);
    return tls;
  } catch (cause) {
    const places = [certificate?.certFile, certificate?.keyFile, caFile].filter((file) => file !== undefined);
    throw new HubStartError('bad_fund', { place: places.join(', '), reason: (cause as Error).message }, cause);
  }
};
