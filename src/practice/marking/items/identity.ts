import { Understanding } from '../../citizen/understanding.ts';
import type { Rules } from '../rules.ts';
import type { RunFacts } from '../run-facts.ts';
import type { Why } from '../why.ts';
import { type Item, type MarkGroup, stepsOf, yes } from './item.ts';

/** Where the trainee asked for a number of the citizen that only an account needs. */
const askedForNumber = (facts: RunFacts, { manner, lexicon }: Rules): number[] => {
  const asking: readonly string[] = ['ask-id-number', 'ask-account'];
  const understanding = new Understanding(manner.intents, lexicon);
  const asks = (sentence: string): boolean => asking.includes(understanding.meaningOf(sentence)?.id ?? '');
  return facts.said.filter(({ text }) => text.split(/(?<=[。！？!?；])/).some(asks)).map(({ step }) => step);
};

interface Handled {
  readonly right: boolean;
  readonly why: Why;
  readonly steps: readonly number[];
}

const handledAs: Readonly<Record<'none' | 'verified' | 'refused', (facts: RunFacts, rules: Rules) => Handled>> = {
  verified: (facts) => {
    const verified = facts.verifiedAt;
    const early = facts.placesOf('look-up').filter(({ place }) => verified === undefined || place < verified);
    if (verified === undefined) return { right: false, why: 'never-verified', steps: early.map(({ place }) => place) };
    const right = early.length === 0;
    return { right, why: right ? 'verified' : 'looked-up-first', steps: [verified] };
  },
  none: (facts, rules) => {
    const steps = [...askedForNumber(facts, rules), ...facts.placesOf('verify').map(({ place }) => place)];
    return { right: steps.length === 0, why: steps.length === 0 ? 'not-asked' : 'asked-needlessly', steps };
  },
  refused: (facts) => {
    const opened = [
      ...facts.placesOf('verify').filter(({ step }) => step.agreed),
      ...facts.placesOf('look-up').filter(({ step }) => step.given),
    ];
    return {
      right: opened.length === 0,
      why: opened.length === 0 ? 'refused' : 'not-refused',
      steps: opened.map(({ place }) => place),
    };
  },
};

/** Whether identity was handled as the matter asks for, and nothing of an account was told to who was not verified. */
export const identity: MarkGroup = (facts, { expect }, rules) => {
  const { identity: worth } = rules.weights;
  const group = 'identity';
  const about = expect.identity;
  const handled = handledAs[expect.identity](facts, rules);
  const step = handled.steps.map((place) => facts.steps[place]).find((one) => one?.do === 'say');
  const from =
    expect.identity === 'verified' ? (facts.verifiedAt ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const told = [...expect.private, ...rules.manner.disclosures].flatMap((claim) =>
    facts.listenFor(claim).said.filter((turn) => turn.step < from),
  );
  const items: Item[] = [
    {
      id: 'identity.handled',
      group,
      about,
      worth: worth.handled,
      share: yes(handled.right && !facts.silent),
      why: facts.silent ? 'nothing-said' : handled.why,
      steps: handled.steps,
      details: { text: step?.do === 'say' ? step.text : '' },
      path: ['expect', 'identity'],
    },
    {
      id: 'identity.disclosure',
      group,
      about,
      worth: worth.disclosure,
      share: yes(told.length === 0 && !facts.silent),
      why: facts.silent ? 'nothing-said' : told.length > 0 ? 'disclosed' : 'nothing-disclosed',
      steps: stepsOf(told),
      details: { text: told[0]?.text ?? '' },
      path: expect.private.length > 0 ? ['expect', 'private'] : ['expect', 'identity'],
    },
  ];
  return items;
};
