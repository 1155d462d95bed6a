import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const mark = 'sealed:1:';

/**
 * Keeps citizens' numbers unreadable in the store: who has a copy of the database, but not the hub's key, learns none. The same text
 * gives the same sealed text (AES-256-GCM whose nonce is an HMAC of the text), so that rows can be hashed and compared.
 */
export class Sealer {
  private readonly sealing: Buffer;
  private readonly nonces: Buffer;
  private readonly names: Buffer;
  /** Tells two keys apart and says nothing of either. */
  readonly proof: string;

  /** `key`: at least 32 bytes of chance. */
  constructor(key: Buffer) {
    const derived = (what: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `expert-seat ${what}`, 32));
    this.sealing = derived('sealing');
    this.nonces = derived('nonces');
    this.names = derived('names');
    this.proof = derived('proof').toString('hex');
  }

  seal(text: string): string {
    const nonce = createHmac('sha256', this.nonces).update(text).digest().subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** What is not sealed comes back as it is. Throws when it was sealed under another key, or changed. */
  unseal(text: string): string {
    if (!text.startsWith(mark)) return text;
    const bytes = Buffer.from(text.slice(mark.length), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** A name for something that must not be named: the same for the same thing, and no way back. 12 hexadecimal digits. */
  pseudonym(of: string): string {
    return createHmac('sha256', this.names).update(of).digest('hex').slice(0, 12);
  }
}
