import type { Article } from '../../../kb/article/article.ts';
import type { Policy } from '../../../kb/policy.ts';
import type { Topic } from '../../../kb/topics.ts';
import type { Fault, FaultCode } from '../fault.ts';

/** What the exams are held against. */
export interface LintWorld {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly policy: Policy;
  readonly articles: ReadonlyMap<string, Article>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Says what is wrong with a field of a question. */
export type Tell = (field: string, code: FaultCode, details: Fault['details']) => void;
