import * as z from 'zod';
import { Script, type ScriptStep } from './script-form.ts';

const Steps = Script.shape.steps;

/** How a bad handling differs from the good one: in place of its step `at` (from 1) come others, or none. */
const Edit = z.strictObject({ at: z.int().min(1), with: Steps });

/** The form of `practice/handlings/ID.yaml`: how a scenario is handled well, and how badly, with what each bad handling loses. */
export const Handlings = z.strictObject({
  scenario: z.string(),
  good: Steps,
  bad: z
    .array(
      z.strictObject({
        name: z.string(),
        edits: z.array(Edit).min(1),
        /** Ids of the marks of which something is lost; of all others nothing is. */
        loses: z.array(z.string()).min(1),
      }),
    )
    .min(2),
});
export type Handlings = z.output<typeof Handlings>;

/** The steps of a bad handling. */
export const editedSteps = (good: readonly ScriptStep[], edits: Handlings['bad'][number]['edits']): ScriptStep[] =>
  good.flatMap((step, at) => edits.find((edit) => edit.at === at + 1)?.with ?? [step]);
