import * as z from 'zod';
import { readYaml, type YamlFault } from '../../files/read-yaml.ts';
import { fieldReason } from '../../kb/article/field-reason.ts';

const Weight = z.number().min(0).max(100);

/** The groups of marks, in the order in which they are shown. */
export const groups = [
  'outcome',
  'knowledge',
  'said',
  'not-said',
  'identity',
  'looked-up',
  'manner',
  'ticket',
  'time',
] as const;
export type Group = (typeof groups)[number];

/** The form of `practice/weights.yaml`: what each thing is worth. What a scenario does not ask for does not count. */
export const Weights = z.strictObject({
  outcome: z.strictObject({ ending: Weight, target: Weight }),
  /** Shared by the topics that are to be cited. */
  knowledge: Weight,
  /** Shared by the points that are to be said, and by those that may not be. */
  said: Weight,
  'not-said': Weight,
  identity: z.strictObject({ handled: Weight, disclosure: Weight }),
  'looked-up': Weight,
  manner: z.strictObject({
    greeting: Weight,
    farewell: Weight,
    courtesy: Weight,
    soothing: Weight,
    hold: Weight,
    silence: Weight,
  }),
  ticket: z.strictObject({ category: Weight, topic: Weight, urgency: Weight, text: Weight, sms: Weight }),
  time: Weight,
  /** In hundredths of all. */
  pass: z.number().min(0).max(100),
  /** Who loses one of these does not pass, whatever the rest. */
  vetoes: z.array(z.enum(['outcome.ending', 'identity.disclosure', 'not-said', 'manner.courtesy'])),
});
export type Weights = z.output<typeof Weights>;

/** Reads `weights.yaml`. */
export const parseWeights = (text: string): { weights: Weights | undefined; faults: readonly YamlFault[] } => {
  const { value, faults } = readYaml(text, Weights, { reasonOf: fieldReason });
  return { weights: value, faults };
};
