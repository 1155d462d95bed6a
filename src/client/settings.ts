import path from 'node:path';
import * as z from 'zod';
import { languages } from '../contract/language.ts';
import { seatPreferenceShapes } from './seat-preferences.ts';

/** A hub's address: scheme, host and port. Nothing of it may hold a secret, and routes begin at its root. */
export const HubUrl = z
  .string()
  .max(2048)
  .refine((value) => {
    const url = URL.parse(value.trim());
    return (
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      url.pathname === '/' &&
      !url.search &&
      !url.hash &&
      !url.username &&
      !url.password
    );
  }, 'an address such as http://127.0.0.1:7345, without path or password')
  .transform((value) => new URL(value.trim()).origin);

/** How long one request may take in all, in milliseconds. */
export const Timeout = z.coerce.number().int().min(100).max(3_600_000);

/** What a person sets for their own seat on this machine. */
export const clientSettings = {
  /** The hub that commands and the seat talk to. */
  hub: HubUrl,
  lang: z.enum(languages),
  timeout: Timeout,
  /** Data folder of the hub on this machine. */
  data: z
    .string()
    .min(1)
    .transform((value) => path.resolve(value)),
  color: z.union([z.boolean(), z.stringbool()]),
  ...seatPreferenceShapes,
} as const;

export type ClientSettingKey = keyof typeof clientSettings;
export type ClientSettings = { [K in ClientSettingKey]?: z.output<(typeof clientSettings)[K]> };
export const clientSettingKeys = Object.keys(clientSettings) as ClientSettingKey[];
