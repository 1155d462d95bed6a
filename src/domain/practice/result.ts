import { canonicalJson } from '../audit/canonical-json.ts';
import { Refusal } from '../refusal.ts';
import type { Role } from '../user/role.ts';

export const practiceKinds = ['run', 'exam'] as const;
export type PracticeKind = (typeof practiceKinds)[number];

/** Who practises, and may hand in how it went. */
export const practisingRoles: readonly Role[] = ['trainee', 'expert', 'supervisor', 'admin'];

/** Who sees how everybody does; the others see their own. */
export const teachingRoles: readonly Role[] = ['supervisor', 'admin', 'inspector'];

/** How a run or an exam went, as a person handed it in; never what was said in it. Times are milliseconds since 1970. */
export interface PracticeResult {
  /** Of the run or the exam, given by the program in which it took place. */
  readonly id: string;
  readonly person: string;
  /** The class that it was handed in for, such as 一期班. */
  readonly class: string | null;
  readonly kind: PracticeKind;
  /** The scenario or the exam's blueprint, and how it was called. */
  readonly subject: string;
  readonly title: string;
  /** 0 to 100. */
  readonly score: number;
  readonly passed: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Topics to practise more. */
  readonly weak: readonly string[];
  /** Head of the person's own hash chain when it was over: results that were left out or made up later do not fit it. */
  readonly seal: string;
  readonly submittedAt: number;
}

/** What the person says of it; when, and for which class, belongs to the submission. */
const contentOf = ({ class: _, submittedAt: __, ...content }: PracticeResult): string => canonicalJson({ ...content });

/**
 * A result is handed in once. The same again from the same person changes nothing, whatever class it is for this time.
 * @throws {Refusal} result_conflict
 */
export const requireSameResult = (known: PracticeResult, again: PracticeResult): void => {
  if (contentOf(known) !== contentOf(again)) throw new Refusal('result_conflict', { result: known.id });
};
