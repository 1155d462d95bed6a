import type { Scenario } from '../../../practice/scenario/scenario.ts';
import { labelCells, labelled, type StyledLine, shown } from '../../text/styled-line.ts';
import { dayOf, daysFrom } from '../../text/time.ts';
import type { Theme } from '../../theme.ts';
import type { PlainKey, Say } from '../../words/words.ts';
import { knownOf, type MenuData, topicName } from './menu-data.ts';

/** When it is to be practised again; empty when it never was. */
export const dueWords = (data: MenuData, scenario: string, say: Say): string => {
  const known = knownOf(data, scenario);
  if (!known) return '';
  const now = data.now();
  return known.due <= now
    ? say('school.due.now')
    : say('school.due.days', { days: Math.max(1, daysFrom(dayOf(now), dayOf(known.due))) });
};

export const levelWords = (level: number, say: Say): string => say(`school.level.${level}` as PlainKey);

/**
 * What a call is about, and how it went so far, as label and text; nothing of its solution: what it teaches would be half of it to whoever has
 * not taken it yet.
 */
export const scenarioFacts = (data: MenuData, scenario: Scenario, say: Say): [label: string, text: string][] => {
  const { question, tried } = scenario.handed_over;
  const known = knownOf(data, scenario.id);
  const due = dueWords(data, scenario.id, say);
  const practised = known
    ? [say('school.about.times.value', { times: known.times, score: known.lastScore }), due]
    : [say('school.never')];
  const kind = [
    topicName(data, scenario.topic),
    levelWords(scenario.level, say),
    say('school.about.seconds', { seconds: scenario.expect.seconds }),
  ];
  return [
    [say('school.about.topic'), kind.join(' · ')],
    [say('school.about.question'), question],
    ...(tried === undefined ? [] : [[say('school.about.tried'), tried] as [string, string]]),
    ...(known ? [[say('school.about.teaches'), scenario.teaches] as [string, string]] : []),
    [say('school.about.times'), practised.join(' · ')],
  ];
};

/** Labels with their texts, one below the other. */
export const factLines = (
  title: string,
  facts: readonly (readonly [label: string, text: string])[],
  width: number,
  theme: Theme,
): StyledLine[] => {
  const cells = labelCells(facts.map(([label]) => label));
  return [
    ...(title === '' ? [] : [[{ text: shown(title), style: theme.title }]]),
    ...facts.flatMap(([label, text]) => labelled(label, text, width, cells, theme.label)),
  ];
};
