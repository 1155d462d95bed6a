import * as z from 'zod';
import { operationNames } from '../../domain/account/query-rules.ts';
import { urgency } from '../../domain/calendar/deadline.ts';
import { priorities } from '../../domain/call/call.ts';
import { categories } from '../../domain/ticket/ticket.ts';
import { roles } from '../../fund-sandbox/cast/roles.ts';
import { ClaimForm } from '../claims/claim-form.ts';

const Line = z.string().trim().min(1).max(300);
const TopicId = z.string().regex(/^[a-z]{2,8}(?:\.[a-z0-9-]+)+$/, 'a topic code such as gjj.wd.rent');
const Domain = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'a domain code such as gongjijin');
const Day = z.iso.date();
const Seconds = z.int().min(1).max(3600);

/** How a citizen feels, from easy to hard. */
export const moods = ['calm', 'anxious', 'annoyed', 'angry'] as const;
export type Mood = (typeof moods)[number];

/** What the citizen answers when something is asked or said: `when` are ways to ask it. */
const Knows = z.strictObject({
  when: z.array(z.string().trim().min(1).max(60)).min(1).max(40),
  says: Line,
  /** How they feel afterwards; absent: as before. */
  mood: z.enum(moods).optional(),
});

/** What the citizen answers when they are told something that is wrong, or that they have misunderstood. */
const Objects = z.strictObject({
  claims: z.array(ClaimForm).min(1),
  says: Line,
  mood: z.enum(moods).optional(),
});

/** What happens by itself, so many seconds after the call was taken; `unless`: points that were made by then. */
const Happening = z.strictObject({
  after: Seconds,
  unless: z.array(z.string()).optional(),
  says: Line.optional(),
  mood: z.enum(moods).optional(),
  /** The citizen hangs up, or the line drops. */
  ends: z.enum(['hangs-up', 'line-drops']).optional(),
  /** Somebody else is handed over meanwhile, and waits so long. */
  second_caller: z.strictObject({ name: z.string().trim().min(1).max(40), question: Line, waits: Seconds }).optional(),
});

const Citizen = z.strictObject({
  /** Of the sandbox fund's cast: then name, numbers and accounts are those of its records. */
  role: z.enum(roles).optional(),
  /** Whose account they speak of, when it is not their own. */
  other: z.enum(roles).optional(),
  /** How they are addressed, when they are nobody of the fund. */
  name: z.string().trim().min(1).max(40).optional(),
  mood: z.enum(moods),
  /** So many seconds without a word they bear before they ask whether anybody is there. */
  patience: Seconds,
  /** What they say once they were greeted; absent: the question as it was handed over. */
  opening: Line.optional(),
  /** They say nothing before they were spoken to so often; `never`: at all. */
  silent: z.union([z.int().min(1).max(9), z.literal('never')]).optional(),
  knows: z.array(Knows).max(30).default([]),
  objects: z.array(Objects).max(20).default([]),
  /** A further matter, brought up when the points of the first were made. */
  next_matter: z.strictObject({ after: z.array(z.string()).min(1), says: Line }).optional(),
  happens: z.array(Happening).max(10).default([]),
});

/** A point with a name, by which others refer to it. */
const Point = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'small letters, digits and -'),
  says: ClaimForm,
});

const Ending = z.union([
  z.strictObject({ close: z.strictObject({ category: z.array(z.enum(categories)).min(1) }) }),
  z.strictObject({
    dispatch: z.strictObject({
      /** Wordings of the unit's name, one of which it has to contain. */
      unit: z.array(z.string().trim().min(1).max(80)).min(1),
      category: z.array(z.enum(categories)).min(1).optional(),
      urgency: z.array(z.enum(urgency.options)).min(1).optional(),
    }),
  }),
  z.strictObject({ return: z.strictObject({}) }),
  z.strictObject({ move: z.strictObject({ domain: Domain }) }),
]);
export type Ending = z.output<typeof Ending>;

const Expected = z.strictObject({
  /** Topics of which an article has to be cited. */
  cite: z.array(TopicId).max(6).default([]),
  /**
   * `none`: nothing of an account is told, so nobody's number may be asked for. `verified`: before anything of the account is looked up or
   * told. `refused`: the caller may not be told, and nothing may be looked up.
   */
  identity: z.enum(['none', 'verified', 'refused']),
  /** What may be told only after the identity was verified, or not at all. */
  private: z.array(ClaimForm).max(10).default([]),
  look_up: z.array(z.enum(operationNames)).max(6).default([]),
  say: z.array(Point).max(10).default([]),
  must_not: z.array(Point).max(10).default([]),
  ending: Ending,
  /** What the ticket's text has to hold: the answer, or an order's reason. */
  ticket: z.array(Point).max(8).default([]),
  /** Whether a text goes to the citizen's telephone. */
  sms: z.enum(['needed', 'welcome', 'none']).default('welcome'),
  /** From taking the call to the ticket's end. */
  seconds: Seconds,
  /** An angry or anxious citizen is to be soothed. */
  soothe: z.boolean().default(false),
});

/** A simulated call: who rings, what they know and would say, what happens, and what a good handling is. */
export const Scenario = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/, 'small letters, digits and -'),
  title: z.string().trim().min(1).max(40),
  /** 1: a question that one article answers. 2: several things to mind. 3: hard. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  topic: TopicId,
  domain: Domain,
  /** What is learnt by it, in a line, for the trainer. */
  teaches: z.string().trim().min(1).max(200),
  /** From when to when what it expects is right; absent: as long as its articles. */
  holds: z.strictObject({ from: Day.optional(), to: Day.optional() }).optional(),
  /** As the front line hands the call over. */
  handed_over: z.strictObject({
    question: Line,
    tried: Line.optional(),
    topic: TopicId.optional(),
    domain: Domain.optional(),
    priority: z.enum(priorities).default('normal'),
  }),
  citizen: Citizen,
  expect: Expected,
  /** What an expert would say, in a few sentences, and the articles that it rests on; none for a matter of another domain. */
  model_answer: z.string().trim().min(1).max(1000),
  sources: z
    .array(z.string().regex(/^[a-z]{2,8}-\d{4,6}$/, 'an article id such as gjj-0021'))
    .max(8)
    .default([]),
});
export type Scenario = z.output<typeof Scenario>;
