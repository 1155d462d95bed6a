import { defaultSettings } from '../../domain/settings.ts';
import type { Recording, Step } from '../../practice/recording/recording.ts';
import { domainName, term as screenTerm } from '../../tui/words/words.ts';
import type { Context } from '../context.ts';
import { term } from '../words/words.ts';

const clock = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** What a step was, in words. */
export const stepWords = (step: Step, { say, language }: Pick<Context, 'say' | 'language'>): string => {
  switch (step.do) {
    case 'say':
      return say('practice.step.say', { text: step.text });
    case 'citizen':
      return say('practice.step.citizen', { mood: term(language, 'practiceMood', step.mood), text: step.text });
    case 'verify':
      return say(step.agreed ? 'practice.step.verified' : 'practice.step.mismatch');
    case 'look-up':
      return say(step.given ? 'practice.step.looked-up' : 'practice.step.refused', {
        what: screenTerm(language, 'lookUp', step.operation),
      });
    case 'close':
      return say('practice.step.close', {
        category: step.category,
        articles: step.articles.map(({ id }) => id).join(' '),
        answer: step.answer,
      });
    case 'dispatch':
      return say('practice.step.dispatch', { unit: step.unit, reason: step.reason });
    case 'return':
      return say('practice.step.return', { note: step.note });
    case 'move':
      return say('practice.step.move', { domain: domainName(language, defaultSettings.domains, step.domain) });
    case 'ended':
      return say(`practice.step.ended.${step.by}`);
    case 'second-caller':
      return say('practice.step.second', { name: step.name });
    default:
      return say(`practice.step.${step.do}`);
  }
};

/** A run as it went, a line a step. */
export const storyLines = ({ steps }: Pick<Recording, 'steps'>, context: Pick<Context, 'say' | 'language'>): string[] =>
  steps.map((step) => `${clock(step.at)}  ${stepWords(step, context)}`);
