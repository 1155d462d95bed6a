import type { Role } from '../domain/user/role.ts';
import { JsonFile } from './json-file.ts';
import { ProfileError } from './profile-error.ts';
import { profilePath } from './profile-path.ts';
import { type ClientSettingKey, type ClientSettings, clientSettingKeys, clientSettings } from './settings.ts';

/** Who signed in, and at which hub. The token goes to that hub and to no other. */
export interface SignIn {
  hub: string;
  token: string;
  user: { id: string; name: string; role: Role };
}

interface Content extends ClientSettings {
  signIn?: SignIn;
}

/** One person's settings and sign-in, in one file of mode 0600. Profiles let one person serve several hubs. */
export class Profile {
  readonly name: string;
  readonly path: string;
  private readonly file: JsonFile;

  constructor(name: string, env?: Record<string, string | undefined>) {
    this.name = name;
    this.path = profilePath(name, env);
    this.file = new JsonFile(this.path);
  }

  /** @throws {ProfileError} when someone wrote a value into the file that does not fit, or it cannot be read */
  get<K extends ClientSettingKey>(key: K): ClientSettings[K] {
    const value: unknown = this.read(key);
    if (value === undefined) return undefined;
    const parsed = clientSettings[key].safeParse(value);
    if (!parsed.success) throw new ProfileError(this.path, key, parsed.error);
    return parsed.data as ClientSettings[K];
  }

  /** All settings that are set. */
  get settings(): ClientSettings {
    return Object.fromEntries(
      clientSettingKeys.map((key) => [key, this.get(key)]).filter(([, value]) => value !== undefined),
    );
  }

  set(settings: ClientSettings): void {
    this.change((content) => ({ ...content, ...settings }));
  }

  unset(key: ClientSettingKey): void {
    this.change(({ [key]: _, ...others }) => others);
  }

  get signIn(): SignIn | undefined {
    const found = this.read('signIn') as Partial<SignIn> | undefined;
    return typeof found?.token === 'string' && typeof found.hub === 'string' && found.user
      ? (found as SignIn)
      : undefined;
  }

  /** Keeps a sign-in, and makes its hub the one this profile uses. */
  keep(signIn: SignIn): void {
    this.change((content) => ({ ...content, hub: signIn.hub, signIn }));
  }

  forget(): void {
    this.change(({ signIn: _, ...others }) => others);
  }

  /** Reading never makes a file or a folder, so that commands also run where nothing can be written. */
  private read(key: keyof Content): unknown {
    return this.attempt(() => this.file.read()?.[key]);
  }

  /** From what stands in the file: another command may have written meanwhile. */
  private change(change: (content: Content) => Content): void {
    this.attempt(() => this.file.write({ ...change({ ...this.file.read() }) }));
  }

  private attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new ProfileError(this.path, undefined, error);
    }
  }
}
