import { type MarkGroup, yes } from './item.ts';

/** What of the account has to be looked up. */
export const lookedUp: MarkGroup = (facts, { expect }, { weights }) =>
  expect.look_up.map((operation, at) => {
    const found = facts.placesOf('look-up').filter(({ step }) => step.operation === operation && step.given);
    return {
      id: `looked-up.${operation}`,
      group: 'looked-up',
      about: operation,
      worth: weights['looked-up'] / expect.look_up.length,
      share: yes(found.length > 0),
      why: found.length > 0 ? 'looked-up' : 'not-looked-up',
      steps: found.map(({ place }) => place),
      path: ['expect', 'look_up', at],
    };
  });
