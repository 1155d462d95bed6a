import type { Language } from '../../../contract/language.ts';
import { defaultSettings } from '../../../domain/settings.ts';
import type { Step } from '../../../practice/recording/recording.ts';
import { domainName, type Say, term } from '../../words/words.ts';

/** Whose call it is. */
export type Whose = 'mine' | 'good';

/** `0:42` */
export const stepTime = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** What a step was, in words; what was written at it stands in lines of its own. */
export const stepWords = (step: Step, whose: Whose, say: Say, language: Language): string => {
  switch (step.do) {
    case 'say':
      return say(`school.step.${whose}`, { text: step.text });
    case 'citizen':
      return say('school.step.citizen', { mood: term(language, 'mood', step.mood), text: step.text });
    case 'verify':
      return say(step.agreed ? 'school.step.verified' : 'school.step.mismatch');
    case 'look-up':
      return say(step.given ? 'school.step.looked-up' : 'school.step.refused', {
        what: term(language, 'lookUp', step.operation),
      });
    case 'close': {
      const cited = step.articles.map(({ id }) => id).join(' ');
      return [
        say('school.step.close', { category: term(language, 'category', step.category), answer: step.answer }),
        ...(cited === '' ? [] : [say('school.step.cited', { articles: cited })]),
        ...(step.sms === null ? [] : [say('school.step.sms', { text: step.sms })]),
      ].join('\n');
    }
    case 'dispatch':
      return say('school.step.dispatch', {
        unit: step.unit,
        urgency: term(language, 'urgency', step.urgency),
        reason: step.reason,
      });
    case 'return':
      return say('school.step.return', { note: step.note });
    case 'move':
      return say('school.step.move', { domain: domainName(language, defaultSettings.domains, step.domain) });
    case 'ended':
      return say(`school.step.ended.${step.by}`);
    case 'second-caller':
      return say('school.step.second-caller', { name: step.name });
    default:
      return say(`school.step.${step.do}`);
  }
};
