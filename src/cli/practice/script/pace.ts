import type { ScriptStep } from './script-form.ts';

/** How long things take a practised hand, milliseconds; a script has no clock of its own. */
const pace = {
  take: 3000,
  /** A character read out: 240 a minute, as the knowledge base counts for its short answers. */
  spoken: 250,
  /** A character typed while talking goes with what is said; written up afterwards it takes this. */
  written: 100,
  key: 2000,
  verify: 15_000,
  lookUp: 5000,
  find: 6000,
  form: 8000,
  order: 20_000,
} as const;

const length = (text: string): number => [...text].length;

/** How long a step of a script takes. Milliseconds. */
export const durationOf = (step: ScriptStep, answer: string): number => {
  if (typeof step === 'string') {
    if (step === 'take') return pace.take;
    if (step === 'verify') return pace.verify;
    return step === 'read-out' ? length(answer) * pace.spoken : pace.key;
  }
  if ('say' in step) return length(step.say) * pace.spoken;
  if ('wait' in step) return step.wait * 1000;
  if ('verify' in step) return pace.verify;
  if ('look_up' in step) return pace.lookUp;
  if ('cite' in step) return pace.key;
  if ('find' in step) return pace.find;
  if ('answer' in step) return length(step.answer) * pace.written;
  return 'dispatch' in step ? pace.order : pace.form;
};
