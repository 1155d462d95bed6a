import type { CorrectionView, DocumentView, VersionView } from '../../contract/shapes/knowledge.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import type { Correction } from '../../domain/knowledge/correction.ts';
import { decisions, type Version } from '../../domain/knowledge/version.ts';
import { textHash } from '../../domain/knowledge/whole-hash.ts';
import type { Stored } from '../store/rows.ts';
import type { Names } from './names.ts';

/** Whose names a view of this version shows. */
export const namesInVersion = (version: Version): string[] => [version.author, ...version.steps.map(({ by }) => by)];

/** Needs its names loaded. */
export const versionView = (version: Stored<Version>, names: Names): VersionView => {
  const decision = version.steps.findLast(({ what }) => decisions.includes(what));
  return {
    document: version.document,
    version: version.version,
    kind: version.kind,
    state: version.state,
    title: version.title,
    author: names.of(version.author),
    note: version.note,
    at: toInstant(version.at),
    decidedBy: decision ? names.of(decision.by) : null,
    decidedNote: decision?.note ?? null,
    decidedAt: decision ? toInstant(decision.at) : null,
    steps: version.steps.map((step) => ({ ...step, by: names.of(step.by), at: toInstant(step.at) })),
    sha256: textHash(version.text),
    revision: version.revision,
  };
};

/** What a list needs of a version; its text stays where it is. */
export type ListedVersion = Omit<Stored<Version>, 'text' | 'steps' | 'author' | 'note' | 'at'>;

/** A document by its versions, oldest first; at least one. */
export const documentView = (versions: readonly ListedVersion[]): DocumentView => {
  const latest = versions.at(-1)!;
  const published = versions.find(({ state }) => state === 'published');
  const shown = published ?? latest;
  return {
    id: latest.document,
    kind: latest.kind,
    title: shown.title,
    topic: shown.topic,
    domain: shown.domain,
    published: published?.version ?? null,
    latest: latest.version,
    state: latest.state,
    retired: !published && versions.some(({ state }) => state === 'retired'),
    ...(shown.effective && { effective: shown.effective }),
    revision: Math.max(...versions.map(({ revision }) => revision)),
  };
};

/** Whose names a view of this correction shows. */
export const namesInCorrection = ({ filedBy, answeredBy }: Correction): (string | null)[] => [filedBy, answeredBy];

/** Needs its names loaded. */
export const correctionView = (correction: Stored<Correction>, names: Names): CorrectionView => ({
  ...correction,
  filedBy: names.of(correction.filedBy),
  filedAt: toInstant(correction.filedAt),
  answeredBy: correction.answeredBy === null ? null : names.of(correction.answeredBy),
  answeredAt: correction.answeredAt === null ? null : toInstant(correction.answeredAt),
});
