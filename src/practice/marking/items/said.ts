import { pointOf } from '../../claims/claim-form.ts';
import { type MarkGroup, stepsOf, yes } from './item.ts';

/** The points that the citizen has to be told. What was said last is what they go home with. */
export const said: MarkGroup = (facts, { expect }, { weights }) =>
  expect.say.map(({ id, says }, at) => {
    const { said: heard, contradicted } = facts.listenFor(says);
    const takenBack = contradicted.some(({ step }) => step > (heard.at(-1)?.step ?? -1));
    const right = heard.length > 0 && !takenBack;
    const shown = right ? heard : contradicted;
    const written = facts.placesOf('close').some(({ step }) => facts.writtenIn(step.answer, says));
    return {
      id: `said.${id}`,
      group: 'said',
      about: pointOf(says),
      worth: weights.said / expect.say.length,
      share: yes(right),
      why: right ? 'said' : contradicted.length > 0 ? 'said-wrong' : written ? 'written-only' : 'not-said',
      steps: stepsOf(shown),
      details: { text: shown.at(-1)?.text ?? '' },
      path: ['expect', 'say', at],
    };
  });

/** What may not be said. Who says nothing at all has not kept from it. */
export const notSaid: MarkGroup = (facts, { expect }, { weights }) =>
  expect.must_not.map(({ id, says }, at) => {
    const { said: heard } = facts.listenFor(says);
    return {
      id: `not-said.${id}`,
      group: 'not-said',
      about: pointOf(says),
      worth: weights['not-said'] / expect.must_not.length,
      share: yes(!facts.silent && heard.length === 0),
      why: facts.silent ? 'nothing-said' : heard.length > 0 ? 'said-forbidden' : 'kept-from',
      steps: stepsOf(heard),
      details: { text: heard.at(-1)?.text ?? '' },
      path: ['expect', 'must_not', at],
    };
  });
