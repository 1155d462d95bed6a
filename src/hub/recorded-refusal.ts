import { Refusal } from '../domain/refusal.ts';
import type { Work } from './store/work.ts';

/** A refusal that leaves something behind: what was tried is undone, and then `record` is done. */
export class RecordedRefusal extends Refusal {
  readonly record: (work: Work) => Promise<void>;

  constructor({ code, details }: Refusal, record: (work: Work) => Promise<void>) {
    super(code, details);
    this.record = record;
  }
}
