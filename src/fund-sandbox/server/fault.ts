import * as z from 'zod';
import { operationNames } from '../../fund-wire/operations.ts';

/** What can go wrong with a fund's answer. */
export const faultNames = [
  /** Right, but late. */
  'slow',
  /** Right, but a byte now and then. */
  'drip',
  /** Never comes. */
  'hang',
  /** The connection breaks. */
  'reset',
  '500',
  '503',
  /** With Retry-After. */
  '429',
  /** Not JSON. */
  'garbage',
  /** JSON, cut off in the middle. */
  'half',
  /** Ten megabytes. */
  'huge',
  /** A code that is in no table. */
  'wrong-code',
  'missing-field',
  /** Another person's, or another employer's, record. */
  'wrong-account',
  /** No body at all. */
  'empty',
] as const;
export type FaultName = (typeof faultNames)[number];

/** A fault, and to which questions it happens: all, unless something narrows it down. */
export const FaultRule = z.strictObject({
  fault: z.enum(faultNames),
  /** Of 1: how many of the questions. */
  share: z.number().min(0).max(1).default(1),
  /** How many times, then no longer. */
  times: z.int().min(1).max(1_000_000).optional(),
  operation: z.enum(operationNames).optional(),
  /** Of `slow`, how late; of `drip`, how long from byte to byte; of `429`, after how long to ask again. Milliseconds. */
  milliseconds: z.int().min(0).max(600_000).optional(),
});
export type FaultRule = z.output<typeof FaultRule>;

/** The form of an option: `slow`, `slow:3000`, `garbage@employee`, `half=0.05`, `slow:3000@loans=0.1`. */
const form = /^([a-z0-9-]+)(?::(\d+))?(?:@([a-z-]+))?(?:=([\d.]+))?$/;

/** The rule that an option's text says; undefined when it says none. */
export const parseFault = (text: string): FaultRule | undefined => {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, fault, milliseconds, operation, share] = match;
  return FaultRule.safeParse({
    fault,
    ...(milliseconds !== undefined && { milliseconds: Number(milliseconds) }),
    ...(operation !== undefined && { operation }),
    ...(share !== undefined && { share: Number(share) }),
  }).data;
};
