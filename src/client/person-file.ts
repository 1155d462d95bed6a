import { mkdirSync } from 'node:fs';
import Conf from 'conf';
import type { z } from 'zod';

/** Who sat here last; what is kept before the hub has said who sits here now is theirs. */
const lastKey = 'last';

/**
 * Something about each person (a user's id) at this seat, in one file of mode 0600. It is a convenience: a file that cannot be read is as
 * good as none, and one that cannot be written keeps nothing and is no error.
 */
export class PersonFile<T> {
  private readonly shape: z.ZodType<T>;
  private readonly none: T;
  private readonly conf: Conf<Record<string, unknown>> | undefined;

  constructor(dir: string, name: string, shape: z.ZodType<T>, none: T) {
    this.shape = shape;
    this.none = none;
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      this.conf = new Conf({
        cwd: dir,
        configName: name,
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
        clearInvalidConfig: true,
      });
    } catch {
      // A read-only folder: what is known lasts as long as the seat is open.
    }
  }

  /** `person` absent: not known yet, so the one who sat here last. */
  read(person: string | undefined): T {
    try {
      const who = person ?? this.last();
      const kept = who === undefined ? undefined : this.shape.safeParse(this.conf?.get(who));
      return kept?.success ? kept.data : this.none;
    } catch {
      return this.none;
    }
  }

  /** Changes what is kept, from what stands in the file: another seat of the same person may have written meanwhile. */
  change(person: string | undefined, change: (known: T) => T): void {
    try {
      const who = person ?? this.last();
      if (who !== undefined) this.conf?.set({ [lastKey]: who, [who]: change(this.read(who)) });
    } catch {
      // A full or read-only disk.
    }
  }

  private last(): string | undefined {
    const last = this.conf?.get(lastKey);
    return typeof last === 'string' ? last : undefined;
  }
}
