import * as z from 'zod';
import { readYaml, type YamlFault } from '../../files/read-yaml.ts';
import { fieldReason } from '../../kb/article/field-reason.ts';
import { ClaimForm } from '../claims/claim-form.ts';
import { moods } from '../scenario/scenario.ts';
import type { Understood } from './understanding.ts';

const Text = z.string().trim().min(1).max(200);
const ByMood = z.partialRecord(z.enum(moods), z.array(Text).min(1));
const EveryMood = z.record(z.enum(moods), z.array(Text).min(1));

/** What every citizen understands besides the matter itself. */
export const intents = [
  'greeting',
  'ask-matter',
  'ask-name',
  'ask-id-number',
  'ask-account',
  'ask-phone',
  'ask-employer',
  'ask-employer-account',
  'soothe',
  'please-wait',
  'thank-for-waiting',
  'transferring',
  'understood',
  'anything-else',
  'goodbye',
  'courtesy',
  'evaluation',
] as const;
export type Intent = (typeof intents)[number];

/** What every citizen says at the turns of a call. */
export const occasions = [
  'opening-again',
  'is-me',
  'said-again',
  'not-understood',
  'out-of-scope',
  'listening',
  'point-made',
  'still-open',
  'partly-open',
  'satisfied',
  'nothing-else',
  'not-done-yet',
  'goodbye',
  'leaves-unsatisfied',
  'anybody-there',
  'hangs-up',
  'offended',
  'back-from-hold',
] as const;
export type Occasion = (typeof occasions)[number];

/** The form of `practice/manner.yaml`: how citizens talk, whatever they call about. */
export const Manner = z.strictObject({
  intents: z
    .array(
      z.strictObject({
        id: z.enum(intents),
        when: z.array(Text).min(1),
        says: ByMood,
        /** When what is asked for is not known of the person. */
        unknown: z.array(Text).min(1).optional(),
      }),
    )
    .refine((all) => new Set(all.map(({ id }) => id)).size === intents.length, 'every intent once'),
  lines: z.record(z.enum(occasions), EveryMood),
  /** Who hands calls over. */
  frontline: Text,
  /** What an expert may not say to anybody. */
  rude: z.array(Text).min(1),
  /** What tells something of an account, whatever the scenario. */
  disclosures: z.array(ClaimForm),
  /** Words that mean the same, besides those of the knowledge base. */
  words: z.array(z.array(Text).min(2)),
});
export type Manner = z.output<typeof Manner>;

/** Reads `manner.yaml`. */
export const parseManner = (text: string): { manner: Manner | undefined; faults: readonly YamlFault[] } => {
  const { value, faults } = readYaml(text, Manner, { reasonOf: fieldReason });
  return { manner: value, faults };
};

/** The intents as meanings: questions about the person may stand in any sentence, the rest are forms of words. */
export const formulasOf = ({ intents: all }: Manner): Understood[] =>
  all.map(({ id, when }) => ({ id, when, formula: !id.startsWith('ask-') }));
