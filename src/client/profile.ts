import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import type { Role } from '../domain/user/role.ts';
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
  private opened: Conf<Content> | undefined;

  constructor(name: string, env?: Record<string, string | undefined>) {
    this.name = name;
    this.path = profilePath(name, env);
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
    this.write((conf) => conf.set(settings));
  }

  unset(key: ClientSettingKey): void {
    this.write((conf) => conf.delete(key));
  }

  get signIn(): SignIn | undefined {
    const found = this.read('signIn') as Partial<SignIn> | undefined;
    return typeof found?.token === 'string' && typeof found.hub === 'string' && found.user
      ? (found as SignIn)
      : undefined;
  }

  /** Keeps a sign-in, and makes its hub the one this profile uses. */
  keep(signIn: SignIn): void {
    this.write((conf) => conf.set({ hub: signIn.hub, signIn }));
  }

  forget(): void {
    this.write((conf) => conf.delete('signIn'));
  }

  /** Reading never makes a file or a folder, so that commands also run where nothing can be written. */
  private read(key: keyof Content): unknown {
    if (!existsSync(this.path)) return undefined;
    return this.attempt((conf) => conf.get(key));
  }

  private write(change: (conf: Conf<Content>) => void): void {
    this.attempt(change);
  }

  private attempt<T>(work: (conf: Conf<Content>) => T): T {
    try {
      if (!this.opened) {
        const cwd = path.dirname(this.path);
        mkdirSync(cwd, { recursive: true, mode: 0o700 });
        this.opened = new Conf<Content>({
          cwd,
          configName: this.name,
          configFileMode: 0o600,
          accessPropertiesByDotNotation: false,
        });
      }
      return work(this.opened);
    } catch (error) {
      throw new ProfileError(this.path, undefined, error);
    }
  }
}
