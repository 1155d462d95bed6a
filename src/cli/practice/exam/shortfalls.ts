import type { Shortfall } from '../../../practice/exam/draw/draw.ts';
import type { Context } from '../../context.ts';
import { term } from '../../words/words.ts';

/** What the bank could not give, in words. */
export const shortfallWords = ({ say, language }: Context, { of, name, wanted, found }: Shortfall): string =>
  say('exam.short', {
    of: term(language, 'examShort', of),
    name: of === 'kind' ? term(language, 'examKind', name) : name,
    wanted,
    found,
  });
