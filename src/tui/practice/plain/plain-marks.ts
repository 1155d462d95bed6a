import type { Language } from '../../../contract/language.ts';
import { shown } from '../../text/styled-line.ts';
import { themes } from '../../themes/themes.ts';
import type { Say } from '../../words/words.ts';
import { answerLines } from '../marks/answer-lines.ts';
import { markLines } from '../marks/mark-lines.ts';
import { inOrder, isLost, type MarksData, nameOf, points, reasonOf } from '../marks/marks-data.ts';
import { longestNote, type MarksChoice } from '../marks/marks-state.ts';
import { type StoryPlace, signsOf, storyOf } from '../marks/story-lines.ts';
import { lostWords, verdictWords } from '../marks/verdict-lines.ts';
import type { ScreenOptions } from '../screen/screen-options.ts';
import { type LineCommand, type Reply, talkInLines, typedName } from './line-talk.ts';
import { noEdge, textOf } from './text-of.ts';

const markTexts = (data: MarksData, say: Say, language: Language): string[] => [
  `${say('school.score', { score: data.marks.score })}${say('spoken.pause')}${verdictWords(data, say, language)}`,
  lostWords(data, say),
  ...inOrder(data.marks).map((mark, at) =>
    [
      `${at + 1}. ${isLost(mark) ? '✗' : '✓'} ${shown(nameOf(mark, language, data))}`,
      `${points(mark.earned)}/${points(mark.worth)}`,
      shown(reasonOf(mark, language, data)),
    ].join(say('spoken.pause')),
  ),
];

/** The number of a mark at the beginning, and what stands behind it. */
const numbered = /^(\d{1,3})\s*(.*)$/s;

/** The marks of a run in lines. */
export const openPlainMarks = (
  data: MarksData,
  options: ScreenOptions,
  disputed: string | undefined,
): Promise<MarksChoice> =>
  talkInLines<MarksChoice>(options, (say) => {
    const { language } = options;
    const place: StoryPlace = { width: noEdge, theme: themes.none.dark, say, language };
    const all = inOrder(data.marks);
    const story = (recording: MarksData['recording'], whose: 'mine' | 'good'): string[] => [
      say(`school.replay.${whose}`),
      ...storyOf(
        recording,
        whose,
        { evidence: [], signs: whose === 'mine' ? signsOf(data.marks) : new Map() },
        place,
      ).lines.map(textOf),
    ];
    const evidence = (number: number): readonly string[] => {
      const mark = all[number - 1];
      return mark
        ? [shown(nameOf(mark, language, data)), ...markLines(data, mark, place).map(textOf)]
        : [say('school.plain.no-number', { number })];
    };
    const dispute = (rest: string): Reply<MarksChoice> => {
      const [, number, note = ''] = numbered.exec(rest) ?? [];
      const example = `${typedName('dispute', language)} 1 …`;
      if (number === undefined) return [say('school.plain.which', { example })];
      const mark = all[Number(number) - 1];
      if (!mark) return [say('school.plain.no-number', { number })];
      if (note === '') return [say('school.dispute.empty')];
      if ([...note].length > longestNote) return [say('school.dispute.full', { max: longestNote })];
      return { choose: { do: 'dispute', mark: mark.id, note } };
    };
    const showMarks = (): string[] => markTexts(data, say, language);
    const solution: LineCommand<MarksChoice>[] = [
      { name: 'answer', help: 'school.plain.help.answer', run: () => answerLines(data, place).map(textOf) },
      { name: 'again', help: 'school.plain.help.again', run: () => ({ choose: { do: 'again' } }) },
    ];
    return {
      welcome: [
        ...(disputed === undefined ? [] : [say('school.dispute.noted')]),
        `${say('mode.practice')} · ${say('school.marks')} · ${shown(data.scenario.title)}`,
        ...showMarks(),
        helpLine(say, language),
      ],
      number: evidence,
      leave: { do: 'menu' },
      commands: [
        { name: 'marks', help: 'school.plain.help.marks', run: showMarks },
        {
          name: 'evidence',
          help: 'school.plain.help.evidence',
          run: (rest) => evidence(Number(numbered.exec(rest)?.[1] ?? 0)),
        },
        {
          name: 'replay',
          help: 'school.plain.help.replay',
          run: () => [...story(data.recording, 'mine'), ...(data.hints && data.good ? story(data.good, 'good') : [])],
        },
        ...(data.hints ? solution : []),
        { name: 'dispute', help: 'school.plain.help.dispute', run: dispute },
        { name: 'menu', help: 'school.plain.help.menu', run: () => ({ choose: { do: 'menu' } }) },
      ],
    };
  });

const helpLine = (say: Say, language: Language): string =>
  `${typedName('help', language)}  ${say('school.plain.help.help')}`;
