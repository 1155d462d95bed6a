import * as z from 'zod';
import { correctionStates } from '../../domain/knowledge/correction.ts';
import { dataKinds, documentIdPattern, documentKinds, longestText } from '../../domain/knowledge/document.ts';
import { stepKinds, versionStates } from '../../domain/knowledge/version.ts';
import { ticketNumberPattern } from '../../domain/ticket/ticket-number.ts';
import { absent, DomainId, Flag, Instant, line, Page, paragraph, TopicId } from './text.ts';

export const DocumentId = z
  .string()
  .regex(documentIdPattern, `a document: an article such as gjj-0021, or ${dataKinds.join(', ')}`);
const VersionNumber = z.number().int().min(1).max(1_000_000);
const Person = z.object({ id: z.string(), name: z.string() });
const note = paragraph(500);

/** A document as the centre's list and a seat's reader see it. Title, topic, domain and dates are of what seats have, else of the latest. */
export const DocumentView = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  title: z.string(),
  topic: z.string().nullable(),
  domain: z.string().nullable(),
  /** The version that seats have. */
  published: z.number().int().nullable(),
  latest: z.number().int(),
  /** Of the latest version. */
  state: z.enum(versionStates),
  /** It was published once, and is no longer. */
  retired: z.boolean(),
  /** The days on which it holds, `YYYY-MM-DD`. */
  effective: z.object({ from: z.string(), to: z.string().optional() }).optional(),
  /** Place of the document's last event in the chain: the newer of two views has the greater one. */
  revision: z.number().int(),
});
export type DocumentView = z.infer<typeof DocumentView>;

/** One saved text without the text itself: who, when, why, and what became of it. */
export const VersionView = z.object({
  document: z.string(),
  version: z.number().int(),
  kind: z.enum(documentKinds),
  state: z.enum(versionStates),
  title: z.string(),
  author: Person,
  note: z.string().nullable(),
  at: Instant,
  /** The last decision about it: returned, published or retired. */
  decidedBy: Person.nullable(),
  decidedNote: z.string().nullable(),
  decidedAt: Instant.nullable(),
  /** Everything that happened to it since it was saved, in order. */
  steps: z.array(z.object({ what: z.enum(stepKinds), by: Person, at: Instant, note: z.string().nullable() })),
  /** Of the text as UTF-8, in hex. */
  sha256: z.string(),
  revision: z.number().int(),
});
export type VersionView = z.infer<typeof VersionView>;

export const oneVersion = z.object({ version: VersionView });

export const DocumentKey = z.object({ document: DocumentId });

export const DocumentQuery = z.strictObject({
  /** Of the latest version. */
  state: z.enum(versionStates).optional(),
  domain: DomainId.optional(),
  topic: TopicId.optional(),
  /** Only documents that are being worked on: the latest version is a draft or in review. */
  open: Flag.optional(),
  ...Page,
});

/** `version` absent: the published one, else the latest. */
export const WhichVersion = z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() });

/** A new text of a document. `base`: the document's version that it was written from; null for a new document. */
export const Draft = z.strictObject({
  text: z
    .string()
    .min(1, 'must not be empty')
    .max(longestText('policy'), `at most ${longestText('policy')} characters`)
    // As it is, and never mended; what its lines may hold, the hub checks with the rest of its form.
    .refine((text) => text.isWellFormed(), 'half a character'),
  note,
  base: VersionNumber.nullable(),
});
/** The text in JSON, each of its line ends or quotation marks two bytes, or each Chinese character an escape. */
export const draftBodyLimit = 2.5 * longestText('policy');

export const OnVersion = z.strictObject({ version: VersionNumber, note: absent(note) });
export const OnVersionWhy = z.strictObject({ version: VersionNumber, note });
export const Why = z.strictObject({ note });

/** A document as seats have it. `revision` is the place of the event that made it so; `text` is null when it is retired. */
export const Change = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  version: z.number().int(),
  revision: z.number().int(),
  text: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

/** `after`: the revision of the copy that is to be brought up to date, 0 for none. `from`: the `next` of the page before. */
export const ChangesQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: Page.limit,
  from: z
    .string()
    .regex(/^\d{1,15}$/, 'the `next` of the page before')
    .optional(),
});

/**
 * What makes a copy of an earlier revision the knowledge base at `revision`: each document that was published or retired since,
 * once, as it stands now, in order of its revision. `count` and `hash` (domain/knowledge/whole-hash) are of all published
 * documents at `revision`; a copy that does not come to that hash, or whose revision is beyond `revision` (the store was
 * restored), asks again with `after` 0.
 *
 * With `next` there are more pages. Pages whose `revision` is the same are of one moment. When it changes on the way, the reader
 * goes on from where it is: what has changed meanwhile comes at the end again. After the last page the copy is at that page's
 * `revision`.
 */
export const Changes = z.object({
  /** Whose knowledge base it is: the hash of the chain's first event. Revisions of another store say nothing about this one. */
  origin: z.string(),
  revision: z.number().int(),
  count: z.number().int(),
  hash: z.string(),
  changes: z.array(Change),
  next: z.string().optional(),
});
export type Changes = z.infer<typeof Changes>;

/** `version` absent: the published one, else the latest. */
export const CorrectionRequest = z.strictObject({
  note: paragraph(2000),
  part: absent(line(40)),
  version: absent(VersionNumber),
  ticket: absent(z.string().regex(ticketNumberPattern, 'a ticket number such as JN20261123-000123')),
});

export const CorrectionView = z.object({
  id: z.uuid(),
  document: z.string(),
  version: z.number().int(),
  part: z.string().nullable(),
  note: z.string(),
  ticket: z.string().nullable(),
  filedBy: Person,
  filedAt: Instant,
  state: z.enum(correctionStates),
  answer: z.string().nullable(),
  answeredBy: Person.nullable(),
  answeredAt: Instant.nullable(),
  revision: z.number().int(),
});
export type CorrectionView = z.infer<typeof CorrectionView>;

export const oneCorrection = z.object({ correction: CorrectionView });

export const CorrectionKey = z.object({ correction: z.uuid() });

export const CorrectionQuery = z.strictObject({
  state: z.enum(correctionStates).optional(),
  mine: Flag.optional(),
  document: DocumentId.optional(),
  ...Page,
});

export const CorrectionAnswer = z.strictObject({
  state: z.enum(['accepted', 'declined']),
  answer: paragraph(2000),
});
