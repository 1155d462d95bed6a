import type { ClientSettingKey } from './settings.ts';

/** The profile's file cannot be read, or holds a value that does not fit. */
export class ProfileError extends Error {
  readonly file: string;
  /** The setting that does not fit; absent when the file is no JSON at all or cannot be written. */
  readonly key: ClientSettingKey | undefined;

  constructor(file: string, key: ClientSettingKey | undefined, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'ProfileError';
    this.file = file;
    this.key = key;
  }
}
