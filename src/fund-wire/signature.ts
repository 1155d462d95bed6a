import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** What a signature covers: the request as it is sent. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, as they stand in the request line. */
  readonly path: string;
  /** '' for none. */
  readonly body: string | Uint8Array;
}

/** A key that the fund gave: its name, and the shared secret; as a KeyObject it is in no dump. */
export interface SigningKey {
  readonly id: string;
  readonly secret: string | Uint8Array | KeyObject;
}

export const signatureHeaders = {
  key: 'x-fund-key',
  timestamp: 'x-fund-timestamp',
  nonce: 'x-fund-nonce',
  signature: 'x-fund-signature',
} as const;

const scheme = 'FUND-HMAC-SHA256';

/** The text that is signed: one part a line, in this order, without a line break at its end. */
export const canonicalText = (
  { method, path, body }: SignedRequest,
  keyId: string,
  timestamp: string,
  nonce: string,
): string =>
  [scheme, method, path, keyId, timestamp, nonce, createHash('sha256').update(body).digest('hex')].join('\n');

const signatureOf = (text: string, secret: SigningKey['secret']): Buffer =>
  createHmac('sha256', secret).update(text).digest();

/**
 * The headers that sign a request: HMAC-SHA256 (RFC 2104) over the canonical text, in hex.
 * @param nowMs milliseconds since 1970
 * @param nonce used once, 16 to 64 letters, digits or dashes
 */
export const sign = (request: SignedRequest, key: SigningKey, nowMs: number, nonce: string): Record<string, string> => {
  const timestamp = String(Math.floor(nowMs / 1000));
  return {
    [signatureHeaders.key]: key.id,
    [signatureHeaders.timestamp]: timestamp,
    [signatureHeaders.nonce]: nonce,
    [signatureHeaders.signature]: signatureOf(canonicalText(request, key.id, timestamp, nonce), key.secret).toString(
      'hex',
    ),
  };
};

/** Why a request is not accepted. The one who asks is told only that it is not. */
export type SignatureFault = 'unsigned' | 'unknown_key' | 'clock' | 'wrong';

/** How far the two clocks may be apart. Milliseconds. */
export const usualToleranceMs = 300_000;

/**
 * Judges a request's signature, in time that does not depend on what is wrong with it; undefined when it is right. Whoever answers as a
 * fund also keeps the nonces of the tolerated time, and refuses one that comes again.
 */
export const signatureFault = (
  request: SignedRequest,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secretOf: (keyId: string) => SigningKey['secret'] | undefined,
  nowMs: number,
  toleranceMs: number = usualToleranceMs,
): SignatureFault | undefined => {
  const [keyId, timestamp, nonce, signature] = Object.values(signatureHeaders).map((name) => headers[name]);
  const signed =
    typeof keyId === 'string' &&
    typeof timestamp === 'string' &&
    typeof nonce === 'string' &&
    typeof signature === 'string' &&
    /^\d{1,12}$/.test(timestamp) &&
    /^[0-9A-Za-z-]{16,64}$/.test(nonce) &&
    /^[0-9a-f]{64}$/.test(signature);
  if (!signed) return 'unsigned';
  const secret = secretOf(keyId);
  const expected = signatureOf(canonicalText(request, keyId, timestamp, nonce), secret ?? '');
  const same = timingSafeEqual(expected, Buffer.from(signature, 'hex'));
  if (secret === undefined) return 'unknown_key';
  if (!same) return 'wrong';
  return Math.abs(nowMs - Number(timestamp) * 1000) > toleranceMs ? 'clock' : undefined;
};
