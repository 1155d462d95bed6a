import type { Settings } from '../../domain/settings.ts';
import type { Db } from '../store/schema.ts';
import type { Work } from '../store/work.ts';

/** Something that becomes due by the clock, whoever notices first. Every hub looks; what is done is decided under the writer. */
export interface Duty {
  /** A cheap look without the writer. */
  due(db: Db, now: number, settings: Settings): Promise<boolean>;
  run(work: Work, settings: Settings): Promise<void>;
}
