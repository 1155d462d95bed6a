import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFileSync } from 'atomically';

type Content = Record<string, unknown>;

/** A small file of JSON of mode 0600, written whole or not at all, so that whoever reads it meanwhile finds the old or the new. */
export class JsonFile {
  readonly path: string;

  constructor(file: string) {
    this.path = file;
  }

  /** What is in it; undefined without a file. @throws {SyntaxError} when it is no JSON object, and what the file system throws */
  read(): Content | undefined {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    // Some editors put a mark before the text that is not part of it.
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      throw new SyntaxError('not a JSON object');
    return content as Content;
  }

  /** Its folder is made if need be, for nobody else to look into. @throws what the file system throws */
  write(content: Content): void {
    mkdirSync(path.dirname(this.path), { recursive: true, mode: 0o700 });
    writeFileSync(this.path, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  }
}
