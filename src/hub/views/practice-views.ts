import type { PracticeResultView } from '../../contract/shapes/practice.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import type { PracticeResult } from '../../domain/practice/result.ts';
import type { Stored } from '../store/rows.ts';
import type { Names } from './names.ts';

/** Needs the person's name loaded. */
export const practiceResultView = (result: Stored<PracticeResult>, names: Names): PracticeResultView => ({
  ...result,
  person: names.of(result.person),
  weak: [...result.weak],
  startedAt: toInstant(result.startedAt),
  endedAt: toInstant(result.endedAt),
  submittedAt: toInstant(result.submittedAt),
});
