import { Refusal } from '../refusal.ts';
import type { Heading, Step, Version, VersionState } from './version.ts';

/** Who acts and why, at which moment (milliseconds since 1970). */
export interface Act {
  readonly by: string;
  readonly note: string | null;
  readonly now: number;
}

const requireState = (version: Version, allowed: VersionState): void => {
  const { document, version: number, state } = version;
  if (state !== allowed) throw new Refusal('version_state', { document, version: number, state });
};

const step = (version: Version, state: VersionState, what: Step['what'], { by, note, now }: Act): Version => ({
  ...version,
  state,
  steps: [...version.steps, { what, by, at: now, note }],
});

export type NewText = Pick<Version, 'document' | 'kind' | 'text'> & Heading;

/**
 * A new draft, and the one that it replaces, if any. `latest` is the document's last version, `base` the one that the text was
 * written from (null: none, the document is new).
 * @throws {Refusal} version_conflict when somebody has saved another meanwhile, version_state while the last one is in review
 */
export const draft = (
  latest: Version | null,
  text: NewText,
  base: number | null,
  act: Act,
): { saved: Version; abandoned: Version | null } => {
  const last = latest?.version ?? 0;
  if ((base ?? 0) !== last) throw new Refusal('version_conflict', { document: text.document, base: base ?? 0, last });
  if (latest?.state === 'review') requireState(latest, 'draft');
  const { by: author, note, now: at } = act;
  return {
    saved: { ...text, version: last + 1, state: 'draft', author, note, at, steps: [] },
    abandoned: latest?.state === 'draft' ? step(latest, 'abandoned', 'abandoned', { ...act, note: null }) : null,
  };
};

/** A draft goes to those who may publish it. */
export const submit = (version: Version, act: Act): Version => {
  requireState(version, 'draft');
  return step(version, 'review', 'submitted', act);
};

/** A version in review is a draft again; the note says what is to be mended. */
export const sendBack = (version: Version, act: Act): Version => {
  requireState(version, 'review');
  return step(version, 'draft', 'returned', act);
};

/**
 * The version in review is what seats have from now on, in place of `current`, the published one so far. Nobody approves their
 * own text, whatever their role.
 * @throws {Refusal} version_state, own_article
 */
export const publish = (
  version: Version,
  current: Version | null,
  act: Act,
): { published: Version; superseded: Version | null } => {
  requireState(version, 'review');
  const { document, version: number } = version;
  if (version.author === act.by) throw new Refusal('own_article', { document, version: number });
  return {
    published: step(version, 'published', 'published', act),
    superseded: current && step(current, 'superseded', 'superseded', { ...act, note: null }),
  };
};

/** The published version is taken away from the seats; the note says why. */
export const retire = (version: Version, act: Act): Version => {
  requireState(version, 'published');
  return step(version, 'retired', 'retired', act);
};

/** Nobody but the program has had a hand in these versions of a document, so it may follow the program. */
export const untouched = (versions: readonly Version[]): boolean =>
  versions.every(({ author, steps }) => author === 'system' && steps.every(({ by }) => by === 'system'));

/** What ships with the program, published without review: its authors are the program's. */
export const ship = (
  latest: Version | null,
  current: Version | null,
  text: NewText,
  now: number,
): { published: Version; superseded: Version | null } => {
  const act: Act = { by: 'system', note: null, now };
  const saved: Version = {
    ...text,
    version: (latest?.version ?? 0) + 1,
    state: 'published',
    author: 'system',
    note: null,
    at: now,
    steps: [],
  };
  return {
    published: step(saved, 'published', 'published', act),
    superseded: current && step(current, 'superseded', 'superseded', act),
  };
};
