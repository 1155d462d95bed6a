import * as z from 'zod';
import { noSuchEntry } from './mapping-reason.ts';

/** An object of a mapping file: all entries known, and whoever mistypes one is told which there are. */
export const strictMap = <S extends z.ZodRawShape>(shape: S, missing?: string) =>
  z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code === 'unrecognized_keys') return noSuchEntry(Object.keys(shape));
      return code === 'invalid_type' && input === undefined ? missing : undefined;
    },
  });

/** What was written short as a name, written out. */
export const orName = <T extends z.ZodType>(key: string, shape: T) =>
  z.preprocess((value) => (typeof value === 'string' ? { [key]: value } : value), shape);

/** Judged by one shape or by another: so that what is wrong is told of the one that was meant. */
export const chosen = (choose: (value: unknown) => z.ZodType) =>
  z.unknown().transform((value, context) => {
    const result = choose(value).safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.issues.push({ ...issue, input: undefined });
    return z.NEVER;
  });
