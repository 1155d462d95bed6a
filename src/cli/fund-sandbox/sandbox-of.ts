import { Sandbox } from '../../fund-sandbox/sandbox.ts';
import { SandboxOptions } from '../../fund-sandbox/world.ts';
import type { Context } from '../context.ts';
import { refused } from '../input/checked.ts';
import { check } from '../input/problems.ts';
import { localDay } from '../output/local-time.ts';

/** The options that make a sandbox, as they were typed. */
export interface SandboxGiven {
  seed?: string;
  people?: string;
  today?: string;
}

const numeric = (text: string | undefined): unknown => (text !== undefined && /^\d+$/.test(text) ? Number(text) : text);

/** The sandbox of these options; today unless they name a day. @throws {Failure} exit 7 with the options that do not hold */
export const sandboxOf = (context: Context, { seed, people, today }: SandboxGiven): Sandbox => {
  const given = { seed: numeric(seed), people: numeric(people), today: today ?? localDay() };
  const result = check(SandboxOptions, given, context);
  if (!result.ok) throw refused(context, result.problems);
  return new Sandbox(result.value);
};
