import { createHash, randomBytes } from 'node:crypto';

/** A new token: 256 random bits, with letters in front by which a secret scanner knows it. */
export const newToken = (): string => `es_${randomBytes(32).toString('base64url')}`;

/** What is kept of a token. A plain hash is enough: there is nothing to guess in 256 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
