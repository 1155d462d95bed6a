import path from 'node:path';
import type * as z from 'zod';
import { JsonFile } from './json-file.ts';

/** Who sat here last; what is kept before the hub has said who sits here now is theirs. */
const lastKey = 'last';

/**
 * Something about each person (a user's id) at this seat, in one file of mode 0600. It is a convenience: a file that cannot be read is as
 * good as none, and one that cannot be written keeps nothing and is no error.
 */
export class PersonFile<T> {
  private readonly shape: z.ZodType<T>;
  private readonly none: T;
  private readonly file: JsonFile;

  constructor(dir: string, name: string, shape: z.ZodType<T>, none: T) {
    this.shape = shape;
    this.none = none;
    this.file = new JsonFile(path.join(dir, `${name}.json`));
  }

  /** `person` absent: not known yet, so the one who sat here last. */
  read(person: string | undefined): T {
    return this.of(person, this.content());
  }

  /** Changes what is kept, from what stands in the file: another seat of the same person may have written meanwhile. */
  change(person: string | undefined, change: (known: T) => T): void {
    const content = this.content();
    const who = person ?? last(content);
    if (who === undefined) return;
    try {
      this.file.write({ ...content, [lastKey]: who, [who]: change(this.of(who, content)) });
    } catch {
      // A full or read-only disk: what is known lasts as long as the seat is open.
    }
  }

  private of(person: string | undefined, content: Record<string, unknown>): T {
    const who = person ?? last(content);
    const kept = who === undefined ? undefined : this.shape.safeParse(content[who]);
    return kept?.success ? kept.data : this.none;
  }

  private content(): Record<string, unknown> {
    try {
      return this.file.read() ?? {};
    } catch {
      return {};
    }
  }
}

const last = (content: Record<string, unknown>): string | undefined => {
  const who = content[lastKey];
  return typeof who === 'string' ? who : undefined;
};
