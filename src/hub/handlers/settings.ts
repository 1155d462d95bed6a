import { Settings } from '../../domain/settings.ts';
import type { MutationHandlers, ReadHandlers } from '../services.ts';
import { currentSettings } from '../store/records.ts';
import { saveSettings } from '../store/save.ts';

export const settingsReads: ReadHandlers<'settings.show'> = {
  'settings.show': async ({ db }) => ({ settings: await currentSettings(db) }),
};

export const settingsWork: MutationHandlers<'settings.change'> = {
  'settings.change': async ({ work, user, body, settings }) => {
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const changed = Settings.parse({ ...settings, ...given });
    await saveSettings(work, changed, {
      type: 'settings.changed',
      actor: user.id,
      data: { changed: Object.keys(given) },
    });
    return { settings: changed };
  },
};
