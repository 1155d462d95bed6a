import * as z from 'zod';
import { PolicyEntry } from '../../../kb/policy-entry.ts';
import { Partial } from '../blueprint/blueprint.ts';
import { Ask, ExamDataId, Level, SumName } from '../question/question.ts';

const common = {
  /** From 1, as it is shown. */
  number: z.number().int().min(1),
  topic: z.string(),
  level: Level,
  points: z.number().int(),
  /** As it is shown: figures and parameters filled in. */
  text: z.string(),
};

/** A question of the bank, and the digest by which it shows whether it is still the same when it is marked. */
const asked = { ...common, question: ExamDataId, digest: z.string() };

const ShownChoice = z.strictObject({ key: z.string(), text: z.string() });

const SingleItem = z.strictObject({ ...asked, kind: z.literal('single'), choices: z.array(ShownChoice) });
const MultipleItem = z.strictObject({
  ...asked,
  kind: z.literal('multiple'),
  choices: z.array(ShownChoice),
  partial: Partial,
});

/** A sum with the parameters that were drawn, the day, and the figures that were in force then, out of which its answer is worked out. */
const SumItem = z.strictObject({
  ...asked,
  kind: z.literal('sum'),
  sum: SumName,
  given: z.record(z.string(), z.string()),
  ask: Ask,
  day: z.string(),
  figures: z.array(PolicyEntry),
  /** Of the figures that the sum used and their values. */
  figuresDigest: z.string(),
});

const FindItem = z.strictObject({ ...asked, kind: z.literal('find') });

const ScenarioItem = z.strictObject({ ...common, kind: z.literal('scenario'), scenario: z.string() });

/** One question as it is put to a trainee. Nothing in it tells what is right. */
export const PaperItem = z.discriminatedUnion('kind', [SingleItem, MultipleItem, SumItem, FindItem, ScenarioItem]);
export type PaperItem = z.infer<typeof PaperItem>;
export type ItemKind = PaperItem['kind'];
export type ChoiceItem = Extract<PaperItem, { kind: 'single' | 'multiple' }>;
export type SumItem = Extract<PaperItem, { kind: 'sum' }>;

/** The letter of a choice, by its place on the paper. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** By what an item is known over many papers. */
export const idOfItem = (item: PaperItem): string => (item.kind === 'scenario' ? item.scenario : item.question);
