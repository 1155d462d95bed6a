import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * A file of mode 0600 that is opened before the secret exists, so that a secret which is shown only once is never lost to a
 * folder that cannot be written. It appears under its name when it is whole.
 */
export class SecretFile {
  private readonly file: string;
  private readonly partial: string;
  private readonly handle: FileHandle;

  private constructor(file: string, partial: string, handle: FileHandle) {
    this.file = file;
    this.partial = partial;
    this.handle = handle;
  }

  static async open(file: string): Promise<SecretFile> {
    const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
    const handle = await open(partial, 'wx', 0o600);
    return new SecretFile(file, partial, handle);
  }

  async keep(secret: string): Promise<void> {
    await this.handle.chmod(0o600);
    await this.handle.writeFile(`${secret}\n`);
    await this.handle.sync();
    await this.handle.close();
    await rename(this.partial, this.file);
  }

  async discard(): Promise<void> {
    await this.handle.close();
    await rm(this.partial, { force: true });
  }
}
