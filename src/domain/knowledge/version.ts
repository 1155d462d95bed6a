import type { DocumentKind } from './document.ts';

/**
 * Of a version, draft → review → published → superseded | retired; review → draft when it is returned; draft → abandoned when a
 * later one is saved.
 */
export const versionStates = ['draft', 'review', 'published', 'superseded', 'retired', 'abandoned'] as const;
export type VersionState = (typeof versionStates)[number];

/** States of a version that is being worked on; a document has one such version at most. */
export const openStates: readonly VersionState[] = ['draft', 'review'];

/** What can happen to a version once it is saved. */
export const stepKinds = ['submitted', 'returned', 'published', 'superseded', 'retired', 'abandoned'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Steps in which a person decided about a version. */
export const decisions: readonly StepKind[] = ['returned', 'published', 'retired'];

export interface Step {
  readonly what: StepKind;
  /** A user's id, or `system`. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly note: string | null;
}

/** What a text is about, as far as its form says. */
export interface Heading {
  readonly title: string;
  /** Null for data files. */
  readonly topic: string | null;
  readonly domain: string | null;
  /** The days on which it holds, `YYYY-MM-DD`; `to` absent: until further notice. */
  readonly effective: { readonly from: string; readonly to?: string } | null;
}

/** One saved text of a document. It never changes; only its state moves. */
export interface Version extends Heading {
  readonly document: string;
  /** 1, 2, 3 … within its document. */
  readonly version: number;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly state: VersionState;
  /** Who saved it: a user's id, or `system` for what ships with the program. */
  readonly author: string;
  /** Why it was saved. */
  readonly note: string | null;
  /** When it was saved. Milliseconds since 1970. */
  readonly at: number;
  /** Everything that happened to it since, in order. */
  readonly steps: readonly Step[];
}

/** The one name of a version in the store and the chain: `gjj-0021@3`. */
export const versionId = ({ document, version }: Pick<Version, 'document' | 'version'>): string =>
  `${document}@${version}`;
