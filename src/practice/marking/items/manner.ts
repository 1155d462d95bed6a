import { phrasesOf } from '../../citizen/hearing.ts';
import { formulasOf } from '../../citizen/manner.ts';
import { Understanding } from '../../citizen/understanding.ts';
import { Claim } from '../../claims/claim.ts';
import type { SaidTurn } from '../run-facts.ts';
import type { Why } from '../why.ts';
import { type Item, type MarkGroup, stepsOf, yes } from './item.ts';

/** Whoever is put on hold is told so before, at most so long before. Milliseconds. */
const announcedMs = 20_000;
/** Leave is taken in the last so many turns. */
const lastTurns = 3;

/** How the citizen was treated, whatever it was about. */
export const manner: MarkGroup = (facts, scenario, { manner: talk, weights, vocabulary, lexicon }) => {
  const worth = weights.manner;
  const understanding = new Understanding(formulasOf(talk), lexicon);
  const means = ({ text }: SaidTurn, ...ids: readonly string[]): boolean =>
    phrasesOf(text).some((part) => ids.includes(understanding.meaningOf(part)?.id ?? ''));
  const item = (
    name: keyof typeof worth,
    right: boolean,
    why: readonly [right: Why, wrong: Why],
    steps: readonly number[],
    more: Partial<Item> = {},
  ): Item => ({
    id: `manner.${name}`,
    group: 'manner',
    about: name,
    worth: worth[name],
    share: yes(right),
    why: right ? why[0] : why[1],
    steps,
    path: ['citizen'],
    ...more,
  });

  const [first] = facts.said;
  const items = [
    item(
      'greeting',
      first !== undefined && means(first, 'greeting'),
      ['greeted', 'not-greeted'],
      first ? [first.step] : [],
    ),
  ];
  // Of a line that dropped nobody can take leave.
  if (!facts.placesOf('ended').some(({ step }) => step.by === 'line-drops')) {
    // Who hands the citizen on says so, and no farewell.
    const handsOn = 'move' in scenario.expect.ending || 'return' in scenario.expect.ending;
    const ways = ['goodbye', 'anything-else', ...(handsOn ? ['transferring', 'please-wait'] : [])];
    const leave = facts.said.slice(-lastTurns).filter((turn) => means(turn, ...ways));
    items.push(item('farewell', leave.length > 0, ['took-leave', 'no-leave'], stepsOf(leave)));
  }
  const rudeWords = talk.rude.map((words) => new Claim(words, vocabulary));
  const rude = facts.said.filter(({ turn }) => rudeWords.some((words) => words.mentionedIn(turn)));
  items.push(
    item(
      'courtesy',
      !facts.silent && rude.length === 0,
      ['courteous', facts.silent ? 'nothing-said' : 'rude'],
      stepsOf(rude),
      { details: { text: rude[0]?.text ?? '' } },
    ),
  );
  if (scenario.expect.soothe) {
    const soothed = facts.said.filter((turn) => means(turn, 'soothe'));
    const path = ['expect', 'soothe'];
    items.push(item('soothing', soothed.length > 0, ['soothed', 'not-soothed'], stepsOf(soothed), { path }));
  }
  const holds = facts.placesOf('hold');
  if (holds.length > 0) {
    const silently = holds.filter(
      ({ step: { at } }) =>
        !facts.said.some((turn) => turn.at <= at && at - turn.at <= announcedMs && means(turn, 'please-wait')),
    );
    const places = silently.map(({ place }) => place);
    items.push(item('hold', silently.length === 0, ['held-announced', 'held-silently'], places));
  }
  const calls = Object.values(talk.lines['anybody-there']).flat();
  const alone = facts.placesOf('citizen').filter(({ step }) => calls.includes(step.text));
  const places = alone.map(({ place }) => place);
  items.push(
    item('silence', !facts.silent && alone.length === 0, ['present', 'silent'], places, {
      path: ['citizen', 'patience'],
    }),
  );
  return items;
};
