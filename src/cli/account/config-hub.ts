import { exitCode } from '../../contract/exit-code.ts';
import { SettingsChange } from '../../contract/shapes/settings.ts';
import { Settings } from '../../domain/settings.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { nearest } from '../nearest.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';

type SettingKey = keyof Settings;
const keys = Object.keys(Settings.shape) as SettingKey[];

const settingOf = ({ say }: Context, word: string): SettingKey => {
  const key = keys.find((known) => known === word);
  if (key) return key;
  const meant = nearest(word, keys);
  throw new Failure(
    'not_found',
    exitCode.notFound,
    say('config.unknown', { key: word }) + (meant ? say('usage.meant', { word: meant }) : ''),
    { hint: say('config.unknown.hint', { known: keys.join(' ') }) },
  );
};

/** A number or JSON as such, anything else as the text it is. */
const settingValue = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** `config hub [KEY [VALUE]]`: the hotline's settings, which are the same for every seat. */
export const hubSettings: Work<[string | undefined, string | undefined], KeyOption> = async (
  context,
  [word, value],
  options,
) => {
  const idempotency = keyOf(context, options);
  const key = word === undefined ? undefined : settingOf(context, word);
  const body =
    key && value !== undefined ? checked(context, SettingsChange, { [key]: settingValue(value) }) : undefined;
  const { settings } = await withHub(context, (client) =>
    body ? client.call('settings.change', { body, ...idempotency }) : client.call('settings.show', {}),
  );
  if (key && value === undefined) {
    await show(context, { key, value: settings[key] }, () => `${shown(settings[key])}\n`);
  } else {
    await show(context, { settings }, () =>
      facts(Object.entries(settings).map(([name, set]) => [name, shown(set)] as const)),
    );
  }
  return undefined;
};
