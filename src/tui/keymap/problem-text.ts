import { keyLabel } from '../actions/keys.ts';
import { actions } from '../actions/table.ts';
import type { Say } from '../words/words.ts';
import type { KeyProblem } from './own-keys.ts';
import type { KeyFault } from './read-key.ts';

const faultText = (say: Say, fault: KeyFault): string => {
  switch (fault.fault) {
    case 'unreadable':
      return say('keys.fault.unreadable', { key: fault.part });
    case 'same-as':
      return say('keys.fault.same-as', { key: fault.part, same: fault.same });
    case 'not-sent':
      return say('keys.fault.not-sent', { key: fault.part });
    case 'kept':
      return say('keys.fault.kept', { key: fault.part });
    case 'prefix':
      return say('keys.fault.prefix', { key: fault.part });
    case 'escape':
      return say('keys.fault.escape');
    case 'too-long':
      return say('keys.fault.too-long', { most: fault.most });
  }
};

/** What is wrong with own keys, in a sentence. */
export const problemText = (say: Say, problem: KeyProblem): string => {
  const place = (id: string): string => {
    const action = actions.find((known) => known.id === id);
    return action ? say('keys.action-at', { action: say(action.name), where: say(`where.${action.where}`) }) : id;
  };
  switch (problem.problem) {
    case 'unreadable':
      return say('keys.problem.unreadable');
    case 'unknown-action':
      return say('keys.problem.unknown-action', { action: problem.action });
    case 'key':
      return faultText(say, problem.fault);
    case 'field':
      return say('keys.problem.field', { keys: keyLabel(problem.keys) });
    case 'no-safe-key':
      return say('keys.problem.no-safe-key', { action: place(problem.action) });
    case 'conflict':
      return say(problem.keys === problem.otherKeys ? 'keys.problem.conflict' : 'keys.problem.prefix-conflict', {
        keys: keyLabel(problem.keys),
        action: place(problem.action.id),
        other: place(problem.other.id),
        otherKeys: keyLabel(problem.otherKeys),
      });
  }
};

/** The action that a problem is about; none when it is about all of them. */
export const actionOfProblem = (problem: KeyProblem): string | undefined => {
  if (problem.problem === 'unreadable') return undefined;
  return problem.problem === 'conflict' ? problem.action.id : problem.action;
};
