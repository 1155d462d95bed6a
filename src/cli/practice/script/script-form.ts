import * as z from 'zod';
import { type Operation, operationNames } from '../../../domain/account/query-rules.ts';
import { urgency } from '../../../domain/calendar/deadline.ts';
import { categories } from '../../../domain/ticket/ticket.ts';
import type { Tab } from '../../../tui/state/accounts/tabs.ts';

const Text = z.string().min(1).max(5000);

/** What the caller said of themselves as it is put into the form; what is absent is as they would truly say it. */
const Verify = z.strictObject({
  who: z.enum(['self', 'clerk', 'behalf']).optional(),
  name: Text.optional(),
  idNumber: Text.optional(),
  employerAccount: Text.optional(),
  item: Text.optional(),
  value: Text.optional(),
  authorisation: Text.optional(),
  reference: Text.optional(),
});

/** Something that a trainee does at the seat. */
const ScriptStep = z.union([
  z.enum(['take', 'hold', 'resume', 'end', 'read-out', 'verify']),
  z.strictObject({ say: Text }),
  /** Seconds in which nothing is done. */
  z.strictObject({ wait: z.number().min(0).max(3600) }),
  z.strictObject({ verify: Verify }),
  z.strictObject({ look_up: z.enum(operationNames) }),
  /** An article by its id, or the first that a search finds. */
  z.strictObject({ cite: Text }),
  z.strictObject({ find: Text }),
  z.strictObject({ answer: Text }),
  z.strictObject({
    close: z.strictObject({
      category: z.enum(categories).optional(),
      topic: Text.optional(),
      sms: z.boolean().optional(),
    }),
  }),
  z.strictObject({
    dispatch: z.strictObject({
      unit: Text.optional(),
      reason: Text,
      urgency: z.enum(urgency.options).optional(),
      category: z.enum(categories).optional(),
      topic: Text.optional(),
    }),
  }),
  z.strictObject({ return: Text }),
  z.strictObject({ move: z.strictObject({ domain: Text, note: Text.optional() }) }),
]);
export type ScriptStep = z.output<typeof ScriptStep>;

/** A script that plays the trainee. An empty one is a trainee who does nothing. */
export const Script = z.strictObject({ steps: z.array(ScriptStep).max(200).default([]) });
export type Script = z.output<typeof Script>;

/** Where the seat shows what is looked up. */
export const tabOf: Readonly<Record<Operation, Tab>> = {
  employee: 'overview',
  contributions: 'contributions',
  'loan-progress': 'progress',
  loans: 'loans',
  repayments: 'repayments',
  employer: 'employer',
  'employer-contributions': 'remittances',
  online: 'online',
};
