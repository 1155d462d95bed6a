import type * as z from 'zod';
import { zhCN } from 'zod/locales';

/** Why a value does not fit its field, in both languages. */
export interface FieldReason {
  readonly reason: string;
  readonly reasonInChinese: string;
}

const standardChinese = zhCN().localeError;

/** The reason of an issue. `ownInChinese` knows the shapes' own sentences; the standard ones come with zod. */
export const fieldReason = (
  issue: z.core.$ZodIssue,
  ownInChinese: (reason: string) => string | undefined,
): FieldReason => {
  const { message: reason } = issue;
  const standard = standardChinese({ ...issue } as z.core.$ZodRawIssue);
  const said = typeof standard === 'string' ? standard : standard?.message;
  return {
    reason,
    reasonInChinese: ownInChinese(reason) ?? (issue.code === 'custom' ? reason : (said ?? reason)),
  };
};
