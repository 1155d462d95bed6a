import type { PartName } from '../../kb/article/article.ts';

/** The parts of an article by the names that are typed without an input method. */
export const partKeys = {
  简答: 'answer',
  要点: 'points',
  材料: 'materials',
  流程: 'steps',
  时限: 'time',
  渠道: 'channels',
  易错: 'mistakes',
} as const satisfies Record<PartName, string>;

/** A part of the body, or the text for the citizen's phone. */
export type ShownPart = PartName | '短信';

/** Every word that names a part, for help and completion. */
export const partWords: readonly string[] = [...Object.entries(partKeys), ['短信', 'sms'] as const].flat();
