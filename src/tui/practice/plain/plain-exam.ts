import type { Language } from '../../../contract/language.ts';
import { letterOf, type PaperItem } from '../../../practice/exam/paper/paper.ts';
import { editBuffer } from '../../text/edit-buffer.ts';
import { shown, shownParagraph } from '../../text/styled-line.ts';
import { duration } from '../../text/time.ts';
import type { Say } from '../../words/words.ts';
import { answerWords, type ExamData, howTo } from '../exam/exam-data.ts';
import {
  chosen,
  type ExamChoice,
  type ExamState,
  firstExam,
  found,
  itemNow,
  nextOpen,
  onQuestion,
  openNumbers,
  recorded,
  secondsLeft,
  withDraft,
} from '../exam/exam-state.ts';
import type { Outcome } from '../screen/practice-screen.ts';
import type { ScreenOptions } from '../screen/screen-options.ts';
import { type LineCommand, type Reply, talkInLines, typedName } from './line-talk.ts';

const questionTexts = (data: ExamData, state: ExamState, say: Say): string[] => {
  const item = itemNow(data, state);
  if (!item) return [];
  const answer = state.answers.get(item.number);
  const how = howTo(item, data, say);
  return [
    [
      say('sit.title', { number: item.number, count: data.items.length }),
      say('sit.about', { kind: say(`sit.kind.${item.kind}`), points: item.points }),
      answer ? say('sit.this.answered', { answer: answerWords(item, answer, say) }) : say('sit.this.open'),
      say('sit.left', { left: duration(secondsLeft(data) * 1000) }),
    ].join(say('spoken.pause')),
    shownParagraph(item.text),
    ...('choices' in item ? item.choices.map(({ text }, place) => `${letterOf(place)}. ${shown(text)}`) : []),
    ...(how === '' ? [] : [how]),
    ...(item.kind === 'find' && data.find ? [say('sit.plain.search')] : []),
    ...('choices' in item ? [say('sit.plain.letters', { example: item.kind === 'single' ? 'A' : 'AC' })] : []),
  ];
};

const listTexts = (data: ExamData, state: ExamState, say: Say): string[] => [
  say('sit.answered', { answered: state.answers.size, count: data.items.length }),
  ...data.items.map((item) =>
    [
      `${item.number}.`,
      say(state.answers.has(item.number) ? 'sit.state.answered' : 'sit.state.open'),
      say(`sit.kind.${item.kind}`),
      shown(item.text),
    ].join(say('spoken.pause')),
  ),
];

/** An exam in lines. What is typed and is no command is an answer to the question that was read last. */
export const openPlainExam = (
  data: ExamData,
  options: ScreenOptions,
  number: number | undefined,
): Promise<ExamChoice> => talkInLines<ExamChoice>(options, (say) => examTalk(data, number, say, options.language));

const examTalk = (data: ExamData, number: number | undefined, say: Say, language: Language) => {
  let state = firstExam(data, number);
  let asked = false;
  const handInWord = typedName('hand-in', language);
  const over = (): boolean => secondsLeft(data) === 0;
  const read = (): readonly string[] => questionTexts(data, state, say);
  const goTo = (place: number): readonly string[] => {
    state = onQuestion(data, state, place);
    return read();
  };
  /** What an answer led to: what there is to say of it. */
  const told = (outcome: Outcome<ExamState, ExamChoice>): Reply<ExamChoice> => {
    if (!outcome) return read();
    if ('choose' in outcome) return outcome;
    state = { ...outcome.to, notice: undefined };
    return outcome.to.notice ? [outcome.to.notice.words(say)] : [];
  };
  const search = (item: PaperItem, text: string): readonly string[] => {
    state = withDraft(state, item, editBuffer(text));
    const articles = found(data, state);
    if (articles.length === 0) return [say('sit.find.nothing')];
    return articles.map(({ id, title }, at) => `${at + 1}. ${shown(id)}${say('spoken.pause')}${shown(title)}`);
  };
  const answer = (line: string): Reply<ExamChoice> => {
    const item = itemNow(data, state);
    if (!item) return [];
    if (over()) return { choose: 'time-over' };
    const place = /^\d$/.test(line) ? Number(line) - 1 : -1;
    switch (item.kind) {
      case 'single':
        return told(
          place >= 0 && place < item.choices.length
            ? chosen(data, state, item, place)
            : recorded(data, state, item, { choose: line }),
        );
      case 'multiple': {
        const letters = line.replace(/\d/g, (digit) => letterOf(Number(digit) - 1));
        return told(recorded(data, state, item, { choose: letters }));
      }
      case 'sum':
        return told(recorded(data, state, item, { value: line }));
      case 'find': {
        if (!data.find) return told(recorded(data, state, item, { article: line }));
        const article = /^\d{1,2}$/.test(line) ? found(data, state)[Number(line) - 1] : undefined;
        return article ? told(recorded(data, state, item, { article: article.id })) : search(item, line);
      }
      case 'scenario':
        return [say('sit.problem.scenario')];
    }
  };
  /** Asks once more; anything else that is typed in between is no yes. */
  const handIn = (): Reply<ExamChoice> => {
    if (asked) return { choose: 'handed-in' };
    asked = true;
    const open = openNumbers(data, state);
    const count = data.items.length;
    return [
      open.length === 0
        ? say('sit.hand-in.all', { count })
        : `${say('sit.hand-in.open', { count, open: open.length })} ${open.join(say('list.comma'))}`,
      say('sit.hand-in.final'),
      say('sit.plain.confirm', { word: handInWord }),
    ];
  };
  const takeCall = (): Reply<ExamChoice> => {
    const item = itemNow(data, state);
    if (item?.kind !== 'scenario') return read();
    return state.answers.has(item.number) ? [say('sit.scenario.done')] : { choose: { scenario: item.number } };
  };
  const command = (
    name: LineCommand<ExamChoice>['name'],
    help: LineCommand<ExamChoice>['help'],
    run: (rest: string) => Reply<ExamChoice>,
  ): LineCommand<ExamChoice> => ({
    name,
    help,
    run: (rest) => {
      if (name !== 'hand-in') asked = false;
      return over() ? { choose: 'time-over' } : run(rest);
    },
  });
  const next = (rest: string): Reply<ExamChoice> => {
    const wanted = data.items.findIndex((item) => String(item.number) === rest);
    if (rest !== '' && wanted < 0) return [say('school.plain.no-number', { number: shown(rest) })];
    return goTo(rest === '' ? state.at + 1 : wanted);
  };
  const open = (): Reply<ExamChoice> => {
    const place = nextOpen(data, state);
    return place === undefined ? [say('sit.all-answered')] : goTo(place);
  };
  return {
    welcome: [say('sit.plain.welcome', { title: shown(data.title), help: typedName('help', language) }), ...read()],
    other: (line: string): Reply<ExamChoice> => {
      asked = false;
      return answer(line);
    },
    leave: 'left' as const,
    /** The time runs out also while nothing is typed. */
    ends: { due: over, with: 'time-over' as const },
    commands: [
      command('next', 'sit.plain.help.next', next),
      command('previous', 'sit.plain.help.previous', () => goTo(state.at - 1)),
      command('open', 'sit.plain.help.open', open),
      command('list', 'sit.plain.help.list', () => listTexts(data, state, say)),
      command('call', 'sit.plain.help.call', takeCall),
      command('hand-in', 'sit.plain.help.hand-in', handIn),
      command('leave', 'sit.plain.help.leave', () => ({ choose: 'left' })),
    ],
  };
};
