import * as z from 'zod';
import { queryAlertLimits } from './account/query-alert.ts';
import { dispatchLimits } from './calendar/deadline.ts';
import { workingCalendarConfig } from './calendar/working-calendar.ts';
import { plainText } from './text/plain-text.ts';

/** A name that people read, made harmless. */
const label = z
  .string()
  .overwrite((text) => plainText(text, { multiline: false }))
  .min(1, 'must not be empty')
  .max(40, 'at most 40 characters');

/** As an order names it. */
const unitName = z
  .string()
  .overwrite((text) => plainText(text, { multiline: false }))
  .min(1, 'must not be empty')
  .max(80, 'at most 80 characters');
const topicStart = z.string().regex(/^[a-z]{2,8}(?:\.[a-z0-9-]+)*$/, 'a topic, or how topics begin, such as gjj.ln');

const seconds = (min: number, max: number) => z.number().int().min(min).max(max);

/** What one hotline sets for itself. Kept in the store, so that all hubs of a line agree. Durations are seconds. */
export const Settings = z.strictObject({
  /** Letters before the date in a ticket number. */
  numberPrefix: z
    .string()
    .regex(/^[A-Z]{1,8}$/, 'one to eight capital letters')
    .default('JN'),
  /** The domains that have expert seats: code, and the name people say. */
  domains: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), zh: label, en: label }))
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'a domain is in the list twice')
    .default([
      { id: 'gongjijin', zh: '公积金', en: 'Housing fund' },
      { id: 'shebao', zh: '社保医保', en: 'Social security' },
      { id: 'xingzheng', zh: '行政审批', en: 'Permits' },
      { id: 'shuangzhao', zh: '双招双引', en: 'Investment & talent' },
    ]),
  /** The units that work orders go to, each with the topics it works on: ids, or their beginnings. */
  units: z
    .array(z.strictObject({ name: unitName, topics: z.array(topicStart).min(1) }))
    .max(200)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'a unit is in the list twice')
    .default([
      { name: '济南住房公积金中心', topics: ['gjj'] },
      { name: '济南市医疗保障局', topics: ['sb.medical', 'sb.maternity'] },
      { name: '济南市人力资源和社会保障局', topics: ['sb', 'zs.talent-subsidy', 'zs.talent-card', 'zs.startup'] },
      { name: '济南市行政审批服务局', topics: ['sp'] },
      { name: '济南市投资促进局', topics: ['zs.investment'] },
    ]),
  /** pull: experts take from the list. push: the hub also offers calls to ready seats. */
  distribution: z.enum(['pull', 'push']).default('pull'),
  /** How long an offered call rings at one seat. */
  offerSeconds: seconds(1, 300).default(15),
  /** How long a seat may write up a call after it. */
  wrapUpSeconds: seconds(1, 3600).default(120),
  /** Lease of a call that is handled by plain commands. */
  callLeaseSeconds: seconds(1, 86_400).default(1800),
  /** Lease of a call at a seat screen, renewed while the screen is connected. */
  liveLeaseSeconds: seconds(1, 3600).default(60),
  /** After how long on hold a citizen is brought back to the expert's mind; again after twice as long. */
  holdReminderSeconds: seconds(5, 3600).default(90),
  /** How much earlier than it came an urgent call is ranked: the ageing rule's step. */
  urgentHeadStartSeconds: seconds(0, 86_400).default(300),
  /** Working time of the back offices, by which deadlines count. */
  calendar: workingCalendarConfig.prefault({}),
  /** How much working time a work order has, by urgency. */
  dispatchLimits: dispatchLimits.prefault({}),
  /** From how many account queries within an hour an expert's are unusual. */
  queryAlert: queryAlertLimits.prefault({}),
});
export type Settings = z.infer<typeof Settings>;

/** The settings of a new hotline. */
export const defaultSettings: Settings = Settings.parse({});
