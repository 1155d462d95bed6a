import type { PartName } from '../../kb/article/article.ts';
import type { Context } from '../context.ts';
import { refused } from '../input/checked.ts';
import { partKeys, partWords, type ShownPart } from './part-names.ts';

/** The part that a word names. @throws {Failure} exit 7 with all that there are */
export const partOf = (context: Context, word: string): ShownPart => {
  const named = word.normalize('NFKC').trim().toLowerCase();
  if (named === '短信' || named === 'sms') return '短信';
  const part = (Object.keys(partKeys) as PartName[]).find((name) => name === named || partKeys[name] === named);
  if (part) return part;
  throw refused(context, [{ field: 'part', problem: context.say('kb.unknown-part', { known: partWords.join(' ') }) }]);
};
