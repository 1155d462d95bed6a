import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * A reply is kept sealed (AES-256-GCM) under its idempotency key, of which only a hash is kept: who asked can have it again,
 * who reads the store learns no token or telephone number from it.
 */
const sealingKey = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'expert-seat reply', 32));

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

export const seal = (key: string, text: string): string => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
};

/** Throws when the text was not sealed under this key. */
export const unseal = (key: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
};
