import { Claim } from '../../claims/claim.ts';
import type { ClaimForm } from '../../claims/claim-form.ts';
import { readTurn } from '../../claims/turn.ts';
import type { Rules } from '../rules.ts';
import type { RunFacts, SaidTurn } from '../run-facts.ts';
import type { Why } from '../why.ts';
import { type Item, type MarkGroup, stepsOf, yes } from './item.ts';

const number = '(?:身份证|证件)(?:号码?)|(?:公积金|个人)?(?:账号|账户号码?)';
/** 报一下身份证, 提供证件号; who says 带身份证 asks for nothing. */
const askedFor = new RegExp(
  `(?:报|提供|说|讲|念|告诉|告知|核对|输入)[^，。？]{0,10}(?:${number}|身份证|证件)|(?:${number}|身份证|证件)[^，。？]{0,6}(?:报|提供|说|念|给)(?:一下|下|给|我)`,
);
const asked = new RegExp(`(?:${number})[^。？]{0,6}(?:多少|是什么|几号|是多少)|(?:${number})[^。]{0,8}[？?]`);

/** Where the trainee asked for a number of the citizen that only an account needs. */
const askedForNumber = (facts: RunFacts): number[] =>
  facts.said
    .filter(({ text }) =>
      text.split(/(?<=[。！？!?；])/).some((sentence) => askedFor.test(sentence) || asked.test(sentence)),
    )
    .map(({ step }) => step);

const refusal =
  '(?:不能|没法|不好|不方便|不可以|无法)(?:再)?(?:跟|给|对|向|和)?(?:您|你)?(?:说|讲|告诉|透露|报|回答|答复)(?:您|你)?';
/** 够不够五万我不能说, 没法告诉您有没有: what is refused is told to nobody. 我不能说他有三万 tells it. */
const refusesToTell = new RegExp(
  `${refusal}[的了啊呀哈]*$|${refusal}[^，。]{0,6}(?:(.)[不没]\\1|有没有|是不是|是否|多少)`,
);

/** Whether a claim is only in what the speaker refuses to say. */
const onlyRefuses = ({ text, turn }: SaidTurn, form: ClaimForm, { vocabulary }: Pick<Rules, 'vocabulary'>): boolean => {
  const claim = new Claim(form, vocabulary);
  const told = text
    .split(/(?<=[，,。！？!?；;\s])/)
    .filter((clause) => !refusesToTell.test(clause.replace(/[，,。！？!?；;\s]+$/, '')));
  return claim.heardIn(turn) === 'said' && claim.heardIn(readTurn(told.join(''))) !== 'said';
};

interface Handled {
  readonly right: boolean;
  readonly why: Why;
  readonly steps: readonly number[];
}

const handledAs: Readonly<Record<'none' | 'verified' | 'refused', (facts: RunFacts) => Handled>> = {
  verified: (facts) => {
    const verified = facts.verifiedAt;
    const early = facts.placesOf('look-up').filter(({ place }) => verified === undefined || place < verified);
    if (verified === undefined) return { right: false, why: 'never-verified', steps: early.map(({ place }) => place) };
    const right = early.length === 0;
    return { right, why: right ? 'verified' : 'looked-up-first', steps: [verified] };
  },
  none: (facts) => {
    const steps = [...askedForNumber(facts), ...facts.placesOf('verify').map(({ place }) => place)];
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
  const handled = handledAs[expect.identity](facts);
  const step = handled.steps.map((place) => facts.steps[place]).find((one) => one?.do === 'say');
  const from =
    expect.identity === 'verified' ? (facts.verifiedAt ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const told = [...expect.private, ...rules.manner.disclosures].flatMap((claim) =>
    facts.listenFor(claim).said.filter((turn) => turn.step < from && !onlyRefuses(turn, claim, rules)),
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
