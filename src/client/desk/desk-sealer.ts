import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';

const bytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Keeps what lies on a desk unreadable to who has its file and not its key: answers may hold citizens' matters. Each text is bound to
 * its place, so that one cannot be put in place of another.
 */
export class DeskSealer {
  private readonly sealing: Buffer;
  private readonly names: Buffer;

  constructor(key: Buffer) {
    const derived = (what: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `expert-seat desk ${what}`, 32));
    this.sealing = derived('sealing');
    this.names = derived('names');
  }

  seal(place: string, text: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce);
    cipher.setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Undefined when it was sealed under another key or for another place, or was changed. */
  unseal(place: string, sealed: Uint8Array): string | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.sealing, sealed.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = sealed.subarray(nonceBytes + tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }

  sealJson(place: string, content: unknown): Buffer {
    return this.seal(place, JSON.stringify(content));
  }

  /** Undefined when it does not open, or is not of that shape. */
  unsealJson<T extends z.ZodType>(place: string, sealed: Uint8Array, shape: T): z.output<T> | undefined {
    const text = this.unseal(place, sealed);
    if (text === undefined) return undefined;
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  }

  /** The same name for the same thing, and no way back to it. */
  nameOf(secret: string): string {
    return createHmac('sha256', this.names).update(secret).digest('hex').slice(0, 32);
  }

  static withChance(): DeskSealer {
    return new DeskSealer(randomBytes(bytes));
  }
}

/** Makes the key, on the disk before anything is sealed with it; when another process was quicker, its key is the one. */
const makeKey = (file: string): void => {
  const fresh = `${file}.${process.pid}`;
  try {
    const handle = openSync(fresh, 'w', 0o600);
    try {
      writeSync(handle, `${randomBytes(bytes).toString('base64')}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    try {
      linkSync(fresh, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  } finally {
    rmSync(fresh, { force: true });
  }
};

/** The key of the desk in a folder: DIR/desk.key, made when there is none. */
export const openDeskKey = (dir: string): DeskSealer => {
  const file = path.join(dir, 'desk.key');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeKey(file);
    text = readFileSync(file, 'utf8');
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length < bytes) throw new Error(`${file}: too short`);
  return new DeskSealer(key);
};
