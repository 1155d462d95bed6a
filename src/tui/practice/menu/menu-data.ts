import type { Progress } from '../../../practice/learning/today.ts';
import type { RunResult } from '../../../practice/records/run-result.ts';
import type { Scenario } from '../../../practice/scenario/scenario.ts';
import type { ReadTyped } from '../../text/typed.ts';

/** A topic as people know it. */
export interface TopicFacts {
  readonly name: string;
  /** The kind of matter, such as 提取. */
  readonly group: string;
  readonly articles: readonly { readonly id: string; readonly title: string }[];
}

/** An exam that can be sat, and one that was begun. */
export interface OfferedExam {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** What it is for, and what may not be done in it. */
  readonly about: string;
  readonly questions: number;
  /** Percent of the points. */
  readonly pass: number;
}
export interface BegunExam {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** All that the menu is made of. */
export interface MenuData {
  readonly trainee: string;
  readonly progress: Progress;
  readonly scenarios: readonly Scenario[];
  readonly topicOf: (id: string) => TopicFacts | undefined;
  /** Of this trainee, oldest first. */
  readonly results: readonly RunResult[];
  readonly exams: { readonly blueprints: readonly OfferedExam[]; readonly open: readonly BegunExam[] };
  readonly now: () => number;
}

export const topicName = ({ topicOf }: Pick<MenuData, 'topicOf'>, id: string): string => topicOf(id)?.name ?? id;

/** What the trainee knows of a scenario; undefined when they never had it. */
export const knownOf = (
  { progress }: Pick<MenuData, 'progress'>,
  scenario: string,
): Progress['known'][number] | undefined => progress.known.find(({ subject }) => subject === `scenario ${scenario}`);

/** Whether the last time went well; undefined when there was none. */
export const learnt = (data: Pick<MenuData, 'progress'>, { id }: Scenario): boolean =>
  knownOf(data, id)?.lastPassed ?? false;

/** Scenarios that answer to each word of what was typed: by title, topic, kind of matter or id. All of them for nothing. */
export const findScenarios = (data: MenuData, typed: string, read: ReadTyped): readonly Scenario[] => {
  const tests = typed.split(/\s+/).flatMap((word) => (word === '' ? [] : [read(word)]));
  return data.scenarios.filter(({ id, title, topic }) => {
    const texts = [title, topicName(data, topic), data.topicOf(topic)?.group ?? '', id, topic];
    return tests.every((test) => texts.some((text) => test(text) !== undefined));
  });
};
