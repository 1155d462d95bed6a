import type { Language } from '../../../contract/language.ts';
import { defaultSettings } from '../../../domain/settings.ts';
import { betweenCodes, type Mark, type Marks } from '../../../practice/marking/marks.ts';
import { groups } from '../../../practice/marking/weights.ts';
import { whyWords } from '../../../practice/marking/why.ts';
import type { Recording } from '../../../practice/recording/recording.ts';
import type { Scenario } from '../../../practice/scenario/scenario.ts';
import { domainName, term } from '../../words/words.ts';

/** All that the marks of a run are shown with. */
export interface MarksData {
  readonly marks: Marks;
  readonly recording: Recording;
  readonly scenario: Scenario;
  /** A good handling of the same call. */
  readonly good: Recording | undefined;
  /** Of 100, from which on a run passes. */
  readonly pass: number;
  /** Whether the solution may be seen; not in an exam. */
  readonly hints: boolean;
  readonly topicName: (topic: string) => string;
  readonly titleOf: (article: string) => string | undefined;
  /** What was disputed of it before. */
  readonly disputes: readonly { readonly mark: string; readonly note: string }[];
}

/** Marks in the order of their groups. */
export const inOrder = ({ marks }: Marks): readonly Mark[] =>
  groups.flatMap((group) => marks.filter((mark) => mark.group === group));

export const isLost = ({ earned, worth }: Mark): boolean => earned < worth;

/** Points as people read them: one decimal where there is one. */
export const points = (value: number): string => String(Math.round(value * 10) / 10);

/** Codes of a mark as people say them: endings, urgencies, domains, or topics. */
const coded = (value: string, language: Language, { topicName }: Pick<MarksData, 'topicName'>): string =>
  value
    .split(betweenCodes)
    .map((code) => topicName(domainName(language, defaultSettings.domains, term(language, 'markTerm', code))))
    .join(betweenCodes);

/** In place of what would have been right, where the solution may not be seen. */
const hidden = '…';

/** Why a mark was earned or lost. */
export const reasonOf = (mark: Mark, language: Language, data: Pick<MarksData, 'topicName' | 'hints'>): string => {
  const wordOf = (name: string, value: string | number): string | number => {
    const tells = name === 'wanted' || name === 'topic';
    if (tells && isLost(mark) && !data.hints) return hidden;
    return tells || name === 'was' ? coded(String(value), language, data) : value;
  };
  const told = Object.entries(mark.details).map(([name, value]) => [name, wordOf(name, value)]);
  return whyWords(mark.why, Object.fromEntries(told), language);
};

const ticketCodes: readonly string[] = ['category', 'topic', 'urgency', 'sms'];

/**
 * What a mark is about, where its reason does not say it: a point that was to be said, what was to be looked up. Where the solution may not be
 * seen, only of what was earned.
 */
export const aboutOf = (mark: Mark, language: Language, { hints }: Pick<MarksData, 'hints'>): string => {
  const { id, group, about } = mark;
  if (!hints && isLost(mark)) return '';
  if (group === 'looked-up') return term(language, 'lookUp', about);
  const isPoint =
    group === 'said' ||
    group === 'not-said' ||
    (group === 'ticket' && !ticketCodes.includes(id.slice('ticket.'.length)));
  return isPoint ? about : '';
};

/** A mark in few words: its group, and what it is about. */
export const nameOf = (mark: Mark, language: Language, data: Pick<MarksData, 'hints'>): string =>
  [term(language, 'markGroup', mark.group), aboutOf(mark, language, data)].filter((part) => part !== '').join(' · ');
