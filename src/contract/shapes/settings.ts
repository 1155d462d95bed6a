import * as z from 'zod';
import { Settings } from '../../domain/settings.ts';

/** Settings to change; what is not named stays. Unwrapped from the defaults, or a partial change would reset the rest. */
export const SettingsChange = z.strictObject(
  Object.fromEntries(Object.entries(Settings.shape).map(([key, shape]) => [key, shape.unwrap().optional()])) as {
    [K in keyof typeof Settings.shape]: z.ZodOptional<ReturnType<(typeof Settings.shape)[K]['unwrap']>>;
  },
);
