import type { Mood, SpokenLine } from '../state/conversation/conversation.ts';
import type { SeatModel } from '../state/model.ts';
import { labelCells, labelled, type StyledLine, shown } from '../text/styled-line.ts';
import { wrap } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';

/** How the citizen feels now; nothing before they have said how. */
export const moodNow = (lines: readonly SpokenLine[]): Mood | undefined =>
  lines.findLast(({ mood }) => mood !== undefined)?.mood;

/** Who said what, in lines of `width` cells. Told apart by mark and word; how the citizen feels stands where it changes. */
export const talkLines = (
  spoken: readonly SpokenLine[],
  width: number,
  { language }: Pick<SeatModel, 'language'>,
  theme: Theme,
  say: Say,
): readonly StyledLine[] => {
  if (spoken.length === 0) return [[{ text: say('talk.none'), style: theme.quiet }]];
  const who = { citizen: `○ ${say('talk.citizen')}`, expert: `● ${say('talk.expert')}` };
  const cells = labelCells(Object.values(who));
  let felt: Mood = 'calm';
  return spoken.flatMap((line): readonly StyledLine[] => {
    const text = shown(line.text);
    if (line.who === 'line')
      return wrap(`· ${text}`, width).map((part): StyledLine => [{ text: part.text, style: theme.warn }]);
    if (line.who === 'expert') return labelled(who.expert, text, width, cells, theme.quiet, theme.quiet);
    const mood = line.mood ?? felt;
    const changed = mood !== felt;
    felt = mood;
    const told = changed ? say('talk.felt', { mood: term(language, 'mood', mood), text }) : text;
    return labelled(who.citizen, told, width, cells, theme.label);
  });
};
